using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Study.Reporting;

/// <summary>A fact as one sentence: what a verb answers, and what the audit trail reads like.</summary>
/// <remarks>It begins with the identifier that the fact is about, where there is one.</remarks>
public static class EntrySentence
{
    /// <param name="study">Its definition gives the labels; a code it does not know stays as it is.</param>
    public static Bilingual Of(StudyState study, Fact fact) => fact switch
    {
        StudyOpened or DefinitionPublished or PlanFrozen => OfDefinition(fact),
        ParticipantScreened or ConsentSigned or CriteriaAnswered or EligibilityJudged or ParticipantEnrolled
            or ParticipantWithdrawn => OfParticipant(study.Definition, fact),
        VisitOpened or FormSaved or QueryRaised or QueryClosed => OfCapture(study.Definition, fact),
        SpecimenCollected or SpecimenProcessed or AliquotsMade => OfSpecimen(study.Definition, fact),
        PlateImported or PlateAccepted or PlateRejected => OfPlate(study.Definition, fact),
        _ => OfAnalysis(fact),
    };

    static Bilingual OfDefinition(Fact fact) => fact switch
    {
        StudyOpened { Simulation: null } => new("Study opened", "新建研究"),
        StudyOpened { Simulation: { } planted } => new(
            $"Study opened with SIMULATED participants: hazard ratio {PlainText.Exact(planted.PlantedHazardRatio)}, "
            + $"odds ratio {PlainText.Exact(planted.PlantedOddsRatio)}, seed {planted.Seed}",
            $"新建研究，受试者为模拟数据：风险比 {PlainText.Exact(planted.PlantedHazardRatio)}，"
            + $"比值比 {PlainText.Exact(planted.PlantedOddsRatio)}，种子 {planted.Seed}"),
        DefinitionPublished published => new(
            $"Definition version {published.Version} published, SHA-256 {PlainText.Short(published.Sha256)}"
            + (published.RecordJson is null ? "" : ", with its registry record"),
            $"发布定义第 {published.Version} 版，SHA-256 {PlainText.Short(published.Sha256)}"
            + (published.RecordJson is null ? "" : "，附登记记录")),
        PlanFrozen { WhyPostHoc: var why } frozen => new(
            $"Analysis plan version {frozen.Version} frozen, SHA-256 {PlainText.Short(frozen.Sha256)}"
            + Behind("; POST HOC: ", why is null ? null : PostHocReason.Of(why).En),
            $"冻结分析计划第 {frozen.Version} 版，SHA-256 {PlainText.Short(frozen.Sha256)}"
            + Behind("；事后制定：", why is null ? null : PostHocReason.Of(why).Zh)),
        _ => Unknown(fact),
    };

    static Bilingual OfParticipant(StudyDefinition definition, Fact fact) => fact switch
    {
        ParticipantScreened screened => new(
            $"{screened.Participant} screened on {PlainText.Day(screened.ScreenedOn)}: "
            + $"{StudyTerms.Of(screened.Sex).En}, {screened.AgeYears} years",
            $"{screened.Participant} 于 {PlainText.Day(screened.ScreenedOn)} 筛选："
            + $"{StudyTerms.Of(screened.Sex).Zh}，{screened.AgeYears} 岁"),
        ConsentSigned signed => new(
            $"{signed.Participant} consented, {signed.FormVersion}: "
            + $"{Listed(signed.Signatures, Language.English, signature => Signed(definition, signature))}; agreed to: "
            + Listed(signed.Scopes, Language.English, definition.ScopeLabel),
            $"{signed.Participant} 签署 {signed.FormVersion}："
            + $"{Listed(signed.Signatures, Language.Chinese, signature => Signed(definition, signature))}；同意范围："
            + Listed(signed.Scopes, Language.Chinese, definition.ScopeLabel)),
        CriteriaAnswered answered => new(
            $"{answered.Participant} answered: {Listed(answered.Answers, Language.English, Answered)}",
            $"{answered.Participant} 回答：{Listed(answered.Answers, Language.Chinese, Answered)}"),
        EligibilityJudged { Judgement: var judgement } judged => new(
            $"{judged.Participant} judged {StudyTerms.Of(judgement.Verdict).En} on {PlainText.Day(judgement.JudgedOn)}"
            + Behind("; against: ", Codes(judgement.Failed, ", ")) + Behind("; not known: ", Codes(judgement.Missing, ", ")),
            $"{judged.Participant} 于 {PlainText.Day(judgement.JudgedOn)} 判定为{StudyTerms.Of(judgement.Verdict).Zh}"
            + Behind("；不符合：", Codes(judgement.Failed, "、")) + Behind("；未知：", Codes(judgement.Missing, "、"))),
        ParticipantEnrolled enrolled => new(
            $"{enrolled.EnrolmentNumber} is the enrolment number of {enrolled.Participant}, "
            + $"enrolled on {PlainText.Day(enrolled.EnrolledOn)}",
            $"{enrolled.EnrolmentNumber} 为 {enrolled.Participant} 的入组编号，{PlainText.Day(enrolled.EnrolledOn)} 入组"),
        ParticipantWithdrawn withdrawn => new(
            $"{withdrawn.Participant} withdrew on {PlainText.Day(withdrawn.WithdrawnOn)}: {withdrawn.Reason}",
            $"{withdrawn.Participant} 于 {PlainText.Day(withdrawn.WithdrawnOn)} 退出：{withdrawn.Reason}"),
        _ => Unknown(fact),
    };

    static Bilingual OfCapture(StudyDefinition definition, Fact fact) => fact switch
    {
        VisitOpened { Visit: var visit } opened => new(
            $"{opened.Participant} · {definition.VisitLabel(visit).En}: the visit took place on "
            + $"{PlainText.Day(opened.VisitedOn)}",
            $"{opened.Participant} · {definition.VisitLabel(visit).Zh}：{PlainText.Day(opened.VisitedOn)} 进行访视"),
        FormSaved saved => new(
            $"{saved.Participant} · {definition.VisitLabel(saved.Visit).En} · {definition.FormLabel(saved.Form).En}: "
            + $"{Listed(saved.Values, Language.English, value => Saved(definition, saved.Form, value))}"
            + Behind("; reason: ", saved.Reason),
            $"{saved.Participant} · {definition.VisitLabel(saved.Visit).Zh} · {definition.FormLabel(saved.Form).Zh}："
            + $"{Listed(saved.Values, Language.Chinese, value => Saved(definition, saved.Form, value))}"
            + Behind("；原因：", saved.Reason)),
        QueryRaised raised => new(
            $"{raised.Participant} · {definition.VisitLabel(raised.Visit).En}: query on "
            + $"{definition.ItemLabel(raised.Form, raised.Item).En}, found "
            + $"{definition.ValueLabel(raised.Form, raised.Item, raised.Value).En} ({raised.Rule})",
            $"{raised.Participant} · {definition.VisitLabel(raised.Visit).Zh}：对"
            + $"“{definition.ItemLabel(raised.Form, raised.Item).Zh}”提出质疑，数值 "
            + $"{definition.ValueLabel(raised.Form, raised.Item, raised.Value).Zh}（{raised.Rule}）"),
        QueryClosed closed => new(
            $"{closed.Participant} · {definition.VisitLabel(closed.Visit).En}: query on "
            + $"{definition.ItemLabel(closed.Form, closed.Item).En} closed, the value now passes its check",
            $"{closed.Participant} · {definition.VisitLabel(closed.Visit).Zh}：对"
            + $"“{definition.ItemLabel(closed.Form, closed.Item).Zh}”的质疑已关闭，数值已通过核查"),
        _ => Unknown(fact),
    };

    static Bilingual OfSpecimen(StudyDefinition definition, Fact fact) => fact switch
    {
        SpecimenCollected collected => new(
            $"{collected.Specimen} collected from {collected.Participant}: {definition.SpecimenKindLabel(collected.Kind).En}, "
            + $"{definition.VisitLabel(collected.Visit).En}, {PlainText.Instant(collected.CollectedAt)}, "
            + $"{PlainText.Exact(collected.VolumeMillilitres)} mL",
            $"{collected.Specimen} 采自 {collected.Participant}：{definition.SpecimenKindLabel(collected.Kind).Zh}，"
            + $"{definition.VisitLabel(collected.Visit).Zh}，{PlainText.Instant(collected.CollectedAt)}，"
            + $"{PlainText.Exact(collected.VolumeMillilitres)} mL"),
        SpecimenProcessed { Spin: var spin } processed => new(
            $"{processed.Specimen} centrifuged {PlainText.Instant(spin.SpunAt)}: {spin.RelativeForce} g, {spin.Minutes} min, "
            + $"{spin.TemperatureCelsius} °C",
            $"{processed.Specimen} 于 {PlainText.Instant(spin.SpunAt)} 离心：{spin.RelativeForce} g，{spin.Minutes} 分钟，"
            + $"{spin.TemperatureCelsius} °C"),
        AliquotsMade made => new(
            $"{made.Specimen} divided into {string.Join(", ", made.Aliquots)} of {PlainText.Exact(made.VolumeMillilitres)} mL, "
            + $"frozen {PlainText.Instant(made.FrozenAt)}{(made.Place == "" ? "" : $" in {made.Place}")}",
            $"{made.Specimen} 分装为 {string.Join("、", made.Aliquots)}，每份 {PlainText.Exact(made.VolumeMillilitres)} mL，"
            + $"{PlainText.Instant(made.FrozenAt)} 冻存{(made.Place == "" ? "" : $"于 {made.Place}")}"),
        _ => Unknown(fact),
    };

    static Bilingual OfPlate(StudyDefinition definition, Fact fact) => fact switch
    {
        PlateImported { Source: var source } imported => new(
            $"{imported.Plate} imported: plate {source.PlateInFile} of {source.FileName} "
            + $"(SHA-256 {PlainText.Short(source.Sha256)}), {definition.AnalyteLabel(imported.Assay).En}, {AliquotCount(imported)} aliquots",
            $"{imported.Plate} 已导入：{source.FileName}（SHA-256 {PlainText.Short(source.Sha256)}）第 {source.PlateInFile} 块板，"
            + $"{definition.AnalyteLabel(imported.Assay).Zh}，{AliquotCount(imported)} 份分装样本"),
        PlateAccepted accepted => new(
            $"{accepted.Plate} accepted with {accepted.Results.Length} results; the run "
            + $"{(accepted.Passed ? "met" : "DID NOT MEET")} the rules{Behind("; reason: ", accepted.Reason)}",
            $"{accepted.Plate} 已放行，{accepted.Results.Length} 个结果；"
            + $"检测{(accepted.Passed ? "符合" : "不符合")}验收规则{Behind("；原因：", accepted.Reason)}"),
        PlateRejected rejected => new(
            $"{rejected.Plate} rejected: {rejected.Reason}", $"{rejected.Plate} 已拒绝：{rejected.Reason}"),
        _ => Unknown(fact),
    };

    static Bilingual OfAnalysis(Fact fact) => fact switch
    {
        CohortImported { Cohort: var cohort } => new(
            $"Cohort of {cohort.People.Length} people imported from {cohort.FileName} "
            + $"(SHA-256 {PlainText.Short(cohort.Sha256)})",
            $"从 {cohort.FileName}（SHA-256 {PlainText.Short(cohort.Sha256)}）导入队列，{cohort.People.Length} 人"),
        JoinedDataSeen seen => new(
            $"Marker and outcome shown side by side, through: {seen.Through}",
            $"标志物与结局并列显示，途径：{seen.Through}"),
        PlanWasRun { WhyPostHoc: var why } run => new(
            $"Analysis plan run on the data of entry {run.DataPosition}, results SHA-256 {PlainText.Short(run.ResultsSha256)}"
            + Behind("; POST HOC: ", why is null ? null : PostHocReason.Of(why).En),
            $"对第 {run.DataPosition} 条时的数据运行分析计划，结果 SHA-256 {PlainText.Short(run.ResultsSha256)}"
            + Behind("；事后分析：", why is null ? null : PostHocReason.Of(why).Zh)),
        DatabaseLocked locked => new(
            $"Database locked on {PlainText.Day(locked.LockedOn)}: {locked.Reason}",
            $"{PlainText.Day(locked.LockedOn)} 锁库：{locked.Reason}"),
        _ => Unknown(fact),
    };

    // A fact of a newer room is still shown: an audit trail leaves nothing out.
    static Bilingual Unknown(Fact fact) => Bilingual.Same(fact.GetType().Name);

    static Bilingual Signed(StudyDefinition definition, ConsentSignature signature)
    {
        var (signer, day) = (definition.SignerLabel(signature.Signer), PlainText.Day(signature.SignedOn));
        if (signature.Relationship is not { } code)
            return new($"{signer.En} {day}", $"{signer.Zh} {day}");
        var relationship = definition.RelationshipLabel(signature.Signer, code);
        return new($"{signer.En} ({relationship.En}) {day}", $"{signer.Zh}（{relationship.Zh}）{day}");
    }

    static Bilingual Answered(KeyValuePair<string, CriterionAnswer> answer)
    {
        var (words, evidence) = (StudyTerms.Of(answer.Value.Answer), answer.Value.Evidence);
        return evidence == ""
            ? new($"{answer.Key} {words.En}", $"{answer.Key} {words.Zh}")
            : new($"{answer.Key} {words.En} ({evidence})", $"{answer.Key} {words.Zh}（{evidence}）");
    }

    static Bilingual Saved(StudyDefinition definition, string form, KeyValuePair<string, string> value)
    {
        var label = definition.ItemLabel(form, value.Key);
        var words = value.Value == ""
            ? new("value removed", "删除数值")
            : definition.ValueLabel(form, value.Key, value.Value);
        return new($"{label.En} {words.En}", $"{label.Zh} {words.Zh}");
    }

    static int AliquotCount(PlateImported imported) =>
        imported.Wells.Select(well => well.Aliquot).OfType<AliquotId>().Distinct().Count();

    static string Listed<T>(IEnumerable<T> parts, Language language, Func<T, Bilingual> words) =>
        string.Join(language == Language.Chinese ? "、" : ", ", parts.Select(part => words(part).In(language)));

    static string? Codes(IReadOnlyCollection<string> codes, string between) =>
        codes.Count == 0 ? null : string.Join(between, codes);

    static string Behind(string words, string? text) => text is null ? "" : words + text;
}

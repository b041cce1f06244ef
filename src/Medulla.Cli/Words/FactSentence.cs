using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Cli.Words;

/// <summary>A fact as one sentence: what a verb answers, and what the audit trail reads like.</summary>
static class FactSentence
{
    public static Bilingual Of(Fact fact) => fact switch
    {
        StudyOpened or DefinitionPublished or PlanFrozen => OfDefinition(fact),
        ParticipantScreened or ConsentSigned or CriteriaAnswered or EligibilityJudged or ParticipantEnrolled
            or ParticipantWithdrawn => OfParticipant(fact),
        VisitOpened or FormSaved or QueryRaised or QueryClosed => OfCapture(fact),
        SpecimenCollected or SpecimenProcessed or AliquotsMade => OfSpecimen(fact),
        PlateImported or PlateAccepted or PlateRejected => OfPlate(fact),
        _ => OfAnalysis(fact),
    };

    static Bilingual OfDefinition(Fact fact) => fact switch
    {
        StudyOpened { Simulation: null } => new("Study opened", "新建研究"),
        StudyOpened { Simulation: { } planted } => new(
            $"Study opened with SIMULATED participants: hazard ratio {Terms.Exact(planted.PlantedHazardRatio)}, odds ratio "
            + $"{Terms.Exact(planted.PlantedOddsRatio)}, seed {planted.Seed}",
            $"新建研究，受试者为模拟数据：风险比 {Terms.Exact(planted.PlantedHazardRatio)}，比值比 {Terms.Exact(planted.PlantedOddsRatio)}，种子 "
            + $"{planted.Seed}"),
        DefinitionPublished published => new(
            $"Definition version {published.Version} published, SHA-256 "
            + $"{Terms.Short(published.Sha256)}{(published.RecordJson is null ? "" : ", with its registry record")}",
            $"发布定义第 {published.Version} 版，SHA-256 "
            + $"{Terms.Short(published.Sha256)}{(published.RecordJson is null ? "" : "，附登记记录")}"),
        PlanFrozen frozen => new(
            $"Analysis plan version {frozen.Version} frozen, SHA-256 "
            + $"{Terms.Short(frozen.Sha256)}{Behind("; POST HOC: ", frozen.WhyPostHoc)}",
            $"冻结分析计划第 {frozen.Version} 版，SHA-256 {Terms.Short(frozen.Sha256)}{Behind("；事后制定：", frozen.WhyPostHoc)}"),
        _ => Unknown(fact),
    };

    static Bilingual OfParticipant(Fact fact) => fact switch
    {
        ParticipantScreened screened => new(
            $"{screened.Participant} screened on {Terms.Day(screened.ScreenedOn)}: {Terms.Of(screened.Sex).En}, "
            + $"{screened.AgeYears} years",
            $"{screened.Participant} 于 {Terms.Day(screened.ScreenedOn)} 筛选：{Terms.Of(screened.Sex).Zh}，{screened.AgeYears} 岁"),
        ConsentSigned signed => new(
            $"{signed.Participant} consented, {signed.FormVersion}: {string.Join(", ", signed.Signatures.Select(Signed))}; "
            + $"agreed to {string.Join(", ", signed.Scopes)}",
            $"{signed.Participant} 签署 {signed.FormVersion}：{string.Join("、", signed.Signatures.Select(Signed))}；同意 "
            + $"{string.Join("、", signed.Scopes)}"),
        CriteriaAnswered answered => new(
            $"{answered.Participant} answered: "
            + $"{string.Join(", ", answered.Answers.Select(answer => Answered(answer, Language.English)))}",
            $"{answered.Participant} 回答："
            + $"{string.Join("、", answered.Answers.Select(answer => Answered(answer, Language.Chinese)))}"),
        EligibilityJudged { Judgement: var judgement } judged => new(
            $"{judged.Participant} judged {Terms.Of(judgement.Verdict).En} on {Terms.Day(judgement.JudgedOn)}",
            $"{judged.Participant} 于 {Terms.Day(judgement.JudgedOn)} 判定为{Terms.Of(judgement.Verdict).Zh}"),
        ParticipantEnrolled enrolled => new(
            $"{enrolled.EnrolmentNumber} is the enrolment number of {enrolled.Participant}, enrolled on "
            + $"{Terms.Day(enrolled.EnrolledOn)}",
            $"{enrolled.EnrolmentNumber} 为 {enrolled.Participant} 的入组编号，{Terms.Day(enrolled.EnrolledOn)} 入组"),
        ParticipantWithdrawn withdrawn => new(
            $"{withdrawn.Participant} withdrew on {Terms.Day(withdrawn.WithdrawnOn)}: {withdrawn.Reason}",
            $"{withdrawn.Participant} 于 {Terms.Day(withdrawn.WithdrawnOn)} 退出：{withdrawn.Reason}"),
        _ => Unknown(fact),
    };

    static Bilingual OfCapture(Fact fact) => fact switch
    {
        VisitOpened opened => new(
            $"{opened.Participant} visit {opened.Visit} took place on {Terms.Day(opened.VisitedOn)}",
            $"{opened.Participant} 访视 {opened.Visit} 于 {Terms.Day(opened.VisitedOn)} 进行"),
        FormSaved saved => new(
            $"{saved.Participant} {saved.Visit} form {saved.Form} saved: "
            + $"{string.Join(", ", saved.Values.Select(Value))}{Behind("; reason: ", saved.Reason)}",
            $"{saved.Participant} {saved.Visit} 表单 {saved.Form} 已保存："
            + $"{string.Join("、", saved.Values.Select(Value))}{Behind("；原因：", saved.Reason)}"),
        QueryRaised raised => new(
            $"{raised.Participant} {raised.Visit} query on {raised.Form}.{raised.Item}: {raised.Rule}, found {raised.Value}",
            $"{raised.Participant} {raised.Visit} 对 {raised.Form}.{raised.Item} 提出质疑：{raised.Rule}，数值 {raised.Value}"),
        QueryClosed closed => new(
            $"{closed.Participant} {closed.Visit} query on {closed.Form}.{closed.Item} closed",
            $"{closed.Participant} {closed.Visit} 对 {closed.Form}.{closed.Item} 的质疑已关闭"),
        _ => Unknown(fact),
    };

    static Bilingual OfSpecimen(Fact fact) => fact switch
    {
        SpecimenCollected collected => new(
            $"{collected.Specimen} collected from {collected.Participant}: {collected.Kind}, {collected.Visit}, "
            + $"{Terms.Instant(collected.CollectedAt)}, {Terms.Exact(collected.VolumeMillilitres)} mL",
            $"{collected.Specimen} 采自 {collected.Participant}：{collected.Kind}，{collected.Visit}，"
            + $"{Terms.Instant(collected.CollectedAt)}，{Terms.Exact(collected.VolumeMillilitres)} mL"),
        SpecimenProcessed { Spin: var spin } processed => new(
            $"{processed.Specimen} centrifuged {Terms.Instant(spin.SpunAt)}: {spin.RelativeForce} g, {spin.Minutes} min, "
            + $"{spin.TemperatureCelsius} °C",
            $"{processed.Specimen} 于 {Terms.Instant(spin.SpunAt)} 离心：{spin.RelativeForce} g，{spin.Minutes} 分钟，"
            + $"{spin.TemperatureCelsius} °C"),
        AliquotsMade made => new(
            $"{made.Specimen} divided into {string.Join(", ", made.Aliquots)} of {Terms.Exact(made.VolumeMillilitres)} mL, "
            + $"frozen {Terms.Instant(made.FrozenAt)}{(made.Place == "" ? "" : $" in {made.Place}")}",
            $"{made.Specimen} 分装为 {string.Join("、", made.Aliquots)}，每份 {Terms.Exact(made.VolumeMillilitres)} mL，"
            + $"{Terms.Instant(made.FrozenAt)} 冻存{(made.Place == "" ? "" : $"于 {made.Place}")}"),
        _ => Unknown(fact),
    };

    static Bilingual OfPlate(Fact fact) => fact switch
    {
        PlateImported imported => new(
            $"{imported.Plate} imported: plate {imported.Source.PlateInFile} of {imported.Source.FileName} (SHA-256 "
            + $"{Terms.Short(imported.Source.Sha256)}), assay {imported.Assay}, {AliquotCount(imported)} aliquots",
            $"{imported.Plate} 已导入：{imported.Source.FileName}（SHA-256 {Terms.Short(imported.Source.Sha256)}）第 "
            + $"{imported.Source.PlateInFile} 块板，检测项目 {imported.Assay}，{AliquotCount(imported)} 份分装样本"),
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
            $"Cohort of {cohort.People.Length} people imported from {cohort.FileName} (SHA-256 {Terms.Short(cohort.Sha256)})",
            $"从 {cohort.FileName}（SHA-256 {Terms.Short(cohort.Sha256)}）导入队列，{cohort.People.Length} 人"),
        JoinedDataSeen seen => new(
            $"Marker and outcome shown side by side, through: {seen.Through}", $"标志物与结局并列显示，途径：{seen.Through}"),
        PlanWasRun run => new(
            $"Analysis plan run on the data of entry {run.DataPosition}, results SHA-256 "
            + $"{Terms.Short(run.ResultsSha256)}{Behind("; POST HOC: ", run.WhyPostHoc)}",
            $"对第 {run.DataPosition} 条时的数据运行分析计划，结果 SHA-256 {Terms.Short(run.ResultsSha256)}{Behind("；事后分析：", run.WhyPostHoc)}"),
        DatabaseLocked locked => new(
            $"Database locked on {Terms.Day(locked.LockedOn)}: {locked.Reason}",
            $"{Terms.Day(locked.LockedOn)} 锁库：{locked.Reason}"),
        _ => Unknown(fact),
    };

    // A fact of a newer room is still shown: an audit trail leaves nothing out.
    static Bilingual Unknown(Fact fact) => Bilingual.Same(fact.GetType().Name);

    static string Signed(ConsentSignature signature) =>
        $"{signature.Signer}{(signature.Relationship is null ? "" : $" ({signature.Relationship})")} "
        + $"{Terms.Day(signature.SignedOn)}";

    static string Answered(KeyValuePair<string, CriterionAnswer> answer, Language language) =>
        $"{answer.Key} {Terms.Of(answer.Value.Answer).In(language)}"
        + (answer.Value.Evidence == "" ? "" : $" ({answer.Value.Evidence})");

    static string Behind(string words, string? text) => text is null ? "" : words + text;

    static string Value(KeyValuePair<string, string> value) => $"{value.Key}={value.Value}";

    static int AliquotCount(PlateImported imported) =>
        imported.Wells.Select(well => well.Aliquot).Where(aliquot => aliquot is not null).Distinct().Count();
}

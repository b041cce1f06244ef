using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;
using Medulla.Web.Words;

namespace Medulla.Web.Reading;

/// <summary>What a journal entry says, in words: labels of the definition instead of codes.</summary>
public static class EntryWords
{
    const int HashDigits = 12;

    /// <param name="study">Gives the labels; a code it does not know stays as it is.</param>
    public static string Of(Fact fact, StudyState study, Language language) => new Writer(study, language).Write(fact);

    sealed class Writer(StudyState study, Language language)
    {
        readonly FactTexts text = Texts.In(language).Facts;
        readonly TermTexts terms = Texts.In(language).Terms;

        public string Write(Fact fact) => fact switch
        {
            StudyOpened opened => text.Opened(opened.Simulation is not null),
            DefinitionPublished published => text.Published(published.Version, Short(published.Sha256)),
            PlanFrozen frozen => text.Frozen(frozen.Version, Short(frozen.Sha256),
                frozen.WhyPostHoc is { } why ? Texts.In(language).Overview.PostHocReason(why) : null),
            ParticipantScreened screened =>
                text.Screened(Day(screened.ScreenedOn), terms.Years(screened.AgeYears), terms.Of(screened.Sex)),
            ConsentSigned signed => text.Consented(signed.FormVersion, Day(signed.SignedOn),
                List(signed.Signatures.Select(Signature)), List(signed.Scopes.Select(Scope))),
            CriteriaAnswered answered => text.Answered(List(answered.Answers.Select(Answer))),
            EligibilityJudged { Judgement: var judgement } => text.Judged(terms.Of(judgement.Verdict), Day(judgement.JudgedOn),
                text.AgainstAndMissing(List(judgement.Failed), List(judgement.Missing))),
            ParticipantEnrolled enrolled => text.Enrolled(enrolled.EnrolmentNumber, Day(enrolled.EnrolledOn)),
            ParticipantWithdrawn withdrawn => text.Withdrawn(Day(withdrawn.WithdrawnOn), withdrawn.Reason),
            VisitOpened visit => text.VisitOpened(Visit(visit.Visit), Day(visit.VisitedOn)),
            FormSaved saved => text.Saved(
                    Form(saved.Form), Visit(saved.Visit), List(saved.Values.Select(value => Value(saved.Form, value))))
                + (saved.Reason is { } reason ? text.Because(reason) : ""),
            QueryRaised query => text.Queried(Item(query.Form, query.Item), query.Value, Visit(query.Visit)),
            QueryClosed query => text.QueryClosed(Item(query.Form, query.Item), Visit(query.Visit)),
            _ => WriteLaboratory(fact),
        };

        string WriteLaboratory(Fact fact) => fact switch
        {
            SpecimenCollected collected => text.Collected(
                collected.Specimen.Value, Kind(collected.Kind), Visit(collected.Visit),
                Time(collected.CollectedAt), ValueWords.Number(collected.VolumeMillilitres)),
            SpecimenProcessed { Spin: var spin } processed => text.Spun(processed.Specimen.Value, Time(spin.SpunAt),
                spin.RelativeForce, spin.Minutes, spin.TemperatureCelsius),
            AliquotsMade made => text.Divided(made.Specimen.Value, made.Aliquots.Length,
                ValueWords.Number(made.VolumeMillilitres), Time(made.FrozenAt), made.Place),
            PlateImported imported => text.PlateImported(imported.Plate.Value, imported.Source.FileName,
                imported.Wells.Where(well => well.Aliquot is not null).Select(well => well.Aliquot).Distinct().Count(),
                Short(imported.Source.Sha256)),
            PlateAccepted accepted =>
                text.PlateAccepted(accepted.Plate.Value, accepted.Results.Length, accepted.Passed, accepted.Reason),
            PlateRejected rejected => text.PlateRejected(rejected.Plate.Value, rejected.Reason),
            CohortImported { Cohort: var cohort } =>
                text.CohortImported(cohort.FileName, cohort.People.Length, Short(cohort.Sha256)),
            JoinedDataSeen seen => text.JoinedSeen(seen.Through),
            PlanWasRun run => text.PlanRun(run.DataPosition, Short(run.ResultsSha256),
                run.WhyPostHoc is { } why ? Texts.In(language).Overview.PostHocReason(why) : null),
            DatabaseLocked locked => text.LockedOn(Day(locked.LockedOn), locked.Reason),
            _ => text.Kind(fact.GetType().Name),
        };

        string List(IEnumerable<string> parts) => string.Join(terms.And, parts);

        string Signature(ConsentSignature signature) =>
            study.Definition.Consent.FindSigner(signature.Signer)?.Label.In(language) ?? signature.Signer;

        string Scope(string code) =>
            study.Definition.Consent.Scopes.FirstOrDefault(scope => scope.Code == code)?.Label.In(language) ?? code;

        string Answer(KeyValuePair<string, CriterionAnswer> answer) => answer.Value.Evidence == ""
            ? $"{answer.Key} {terms.Of(answer.Value.Answer)}"
            : $"{answer.Key} {terms.Of(answer.Value.Answer)} ({answer.Value.Evidence})";

        string Visit(string code) => study.Definition.FindVisit(code)?.Name.In(language) ?? code;

        string Form(string code) => study.Definition.FindForm(code)?.Name.In(language) ?? code;

        string Item(string form, string item) => study.Definition.FindForm(form)?.FindItem(item)?.Label.In(language) ?? item;

        string Kind(string code) => study.Definition.FindSpecimenKind(code)?.Name.In(language) ?? code;

        string Value(string form, KeyValuePair<string, string> value)
        {
            var item = study.Definition.FindForm(form)?.FindItem(value.Key);
            var words = value.Value == "" ? text.Removed
                : item is null ? value.Value
                : ValueWords.Of(item, value.Value, language);
            return $"{Item(form, value.Key)} {words}";
        }

        static string Short(string hash) => hash[..Math.Min(HashDigits, hash.Length)];

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }
}

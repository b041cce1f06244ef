using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Definition;
using Medulla.Study.Participants;
using Medulla.Study.Results;

namespace Medulla.Study.Analysis;

/// <summary>Makes the analysis set from what was captured, or from an imported cohort.</summary>
public static class AnalysisTables
{
    /// <param name="plan">Says which value is the marker and which covariates are wanted.</param>
    public static AnalysisTable Of(StudyState study, AnalysisPlan plan) => study.Analysis.Cohort is { } cohort
        ? Imported(cohort, study.Definition, plan)
        : Captured(study, plan);

    static AnalysisTable Captured(StudyState study, AnalysisPlan plan)
    {
        ImmutableArray<AnalysisRow> rows =
            [.. study.EnrolledParticipants.OrderBy(participant => participant.EnrolmentNumber, StringComparer.Ordinal)
                .Select(participant => Row(study, plan, participant))];
        return new AnalysisTable(
            rows,
            [.. study.Definition.Endpoints.OfType<Endpoint.Binary>().Select(endpoint => endpoint.Code)],
            [.. study.Definition.Endpoints.OfType<Endpoint.TimeToEvent>().Select(endpoint => endpoint.Code)],
            [.. plan.Baseline.Select(covariate => covariate.Code)],
            ParticipantFlow.Of(study, rows));
    }

    static AnalysisRow Row(StudyState study, AnalysisPlan plan, Participant participant)
    {
        var (marker, source) = Marker(study, plan.Marker, participant);
        return new AnalysisRow(
            participant.EnrolmentNumber!, marker, source,
            study.Definition.Endpoints.OfType<Endpoint.Binary>()
                .Select(endpoint => (endpoint.Code, Value: EndpointDerivation.IsUnfavourable(study, participant, endpoint)))
                .Where(known => known.Value is not null)
                .ToImmutableSortedDictionary(known => known.Code, known => known.Value!.Value, StringComparer.Ordinal),
            study.Definition.Endpoints.OfType<Endpoint.TimeToEvent>()
                .Select(endpoint => (endpoint.Code, Time: EndpointDerivation.Observe(study, participant, endpoint)))
                .Where(known => known.Time is not null)
                .ToImmutableSortedDictionary(known => known.Code, known => known.Time!, StringComparer.Ordinal),
            plan.Baseline
                .Select(covariate => (covariate.Code, Value: Covariate(study, covariate, participant)))
                .Where(known => known.Value is not null)
                .ToImmutableSortedDictionary(known => known.Code, known => known.Value!, StringComparer.Ordinal));
    }

    /// <remarks>A result outside the asymptotes has no concentration, and its participant no marker value.</remarks>
    static (double? Value, MarkerSource? Source) Marker(StudyState study, MarkerRule rule, Participant participant)
    {
        if (rule is not { Assay: { } assay, SpecimenKind: { } kind, Visit: { } visit }
            || study.ResultOf(participant.Id, assay, kind, visit) is not { } found)
            return (null, null);

        return (found.Result.Concentration, new MarkerSource(
            found.Result.Aliquot.Value, study.Aliquots[found.Result.Aliquot].Specimen.Value, found.Plate.Id.Value,
            found.Result.Wells, found.Plate.Source.Sha256, found.Plate.Accepted!.AcceptedAt));
    }

    static string? Covariate(StudyState study, Covariate covariate, Participant participant) => covariate switch
    {
        { Form: { } form, Item: { } item, Visit: { } visit } => study.Capture.Of(participant.Id).Value(visit, form, item),
        { Code: Definition.Covariate.Age } => participant.AgeYears.ToString(CultureInfo.InvariantCulture),
        { Code: Definition.Covariate.Sex } => participant.Sex.ToString(),
        _ => null,
    };

    static AnalysisTable Imported(ImportedCohort cohort, StudyDefinition definition, AnalysisPlan plan)
    {
        var ended = (Event: new Bilingual("event", "事件"), Censored: new Bilingual("end of follow-up", "随访结束"));
        ImmutableArray<AnalysisRow> rows =
        [
            .. cohort.People.Select(person => new AnalysisRow(
                person.Person, person.Marker, MarkerSource: null,
                ImmutableSortedDictionary<string, bool>.Empty,
                person.Times.ToImmutableSortedDictionary(
                    time => time.Key,
                    time => new ObservedTime(
                        time.Value.Days, time.Value.Event, time.Value.Event ? ended.Event : ended.Censored),
                    StringComparer.Ordinal),
                person.Covariates)),
        ];
        return new AnalysisTable(
            rows, [], [.. definition.Endpoints.Select(endpoint => endpoint.Code)],
            [.. plan.Baseline.Select(covariate => covariate.Code)], ParticipantFlow.Of(cohort, rows));
    }
}

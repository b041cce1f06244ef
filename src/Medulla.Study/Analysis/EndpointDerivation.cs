using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Participants;

namespace Medulla.Study.Analysis;

/// <summary>Outcomes of a participant from the forms, as the definition says.</summary>
public static class EndpointDerivation
{
    static readonly Bilingual AliveAtOrigin = new("nothing recorded after the origin", "起点之后无记录");

    /// <summary>Whether the unfavourable outcome holds; null when the form that tells it is not filled in.</summary>
    /// <remarks>Not evaluable counts as unfavourable: a participant who died early showed no response.</remarks>
    public static bool? IsUnfavourable(StudyState study, Participant participant, Endpoint.Binary endpoint)
    {
        var casebook = study.Capture.Of(participant.Id);
        var latest = endpoint.Visits
            .Select(visit => casebook.Value(visit, endpoint.Form, endpoint.Item))
            .LastOrDefault(value => value is not null);
        return latest is null ? null : !endpoint.Favourable.Contains(latest);
    }

    /// <summary>Days to the event or to the end of follow-up; null before the origin is known.</summary>
    /// <remarks>
    /// Days = day − origin + 1, so that a treatment failure dated at the origin counts as day 1.
    /// Nothing after the data cut-off counts: a later event is follow-up without event up to the cut-off.
    /// </remarks>
    public static ObservedTime? Observe(StudyState study, Participant participant, Endpoint.TimeToEvent endpoint)
    {
        var origin = endpoint.Origin == TimeOrigin.Enrolment
            ? participant.EnrolledOn
            : StudyDay.TreatmentStart(study, participant);
        if (origin is not { } start)
            return null;

        var cutoff = study.Definition.DataCutoff ?? DateOnly.MaxValue;
        var firstEvent = Dates(study, participant, endpoint.Events, start).OrderBy(dated => dated.Day).FirstOrDefault();
        if (firstEvent is not null && firstEvent.Day <= cutoff)
            return new ObservedTime(Days(firstEvent.Day), true, firstEvent.Source.Description);

        var lastContact = Dates(study, participant, endpoint.Censoring, start)
            .Where(dated => dated.Day >= start && dated.Day <= cutoff)
            .OrderByDescending(dated => dated.Day).FirstOrDefault();
        return lastContact is null
            ? new ObservedTime(1, false, AliveAtOrigin)
            : new ObservedTime(Days(lastContact.Day), false, lastContact.Source.Description);

        int Days(DateOnly day) => day.DayNumber - start.DayNumber + 1;
    }

    sealed record Dated(DateOnly Day, DateSource Source);

    static IEnumerable<Dated> Dates(
        StudyState study, Participant participant, IEnumerable<DateSource> sources, DateOnly origin) =>
        from source in sources
        from saved in study.Capture.Of(participant.Id).Forms
        where saved.Key.Form == source.Form
        where source.Visits.IsEmpty || source.Visits.Contains(saved.Key.Visit)
        where source.WhenItem is null
              || source.WhenIn.Contains(saved.Value.Values.GetValueOrDefault(source.WhenItem, ""))
        let text = saved.Value.Values.GetValueOrDefault(source.DateItem)
        where text is not null
        select new Dated(
            source.DatedAtOrigin ? origin : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), source);
}

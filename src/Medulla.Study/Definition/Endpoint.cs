using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>An outcome of the study, as data: where it stands on the forms and how it counts.</summary>
public abstract record Endpoint(string Code, Bilingual Name, Bilingual Meaning)
{
    /// <summary>Yes or no, such as remission after course 1.</summary>
    /// <param name="Visits">The visits whose form counts; the latest that is filled in wins.</param>
    /// <param name="Favourable">Codes of <paramref name="Item"/> that count as the good outcome (response).</param>
    /// <param name="NotEvaluable">Codes that count as unfavourable in the main analysis, being no evidence of response.</param>
    public sealed record Binary(
        string Code, Bilingual Name, Bilingual Meaning, string Form, string Item, ImmutableArray<string> Visits,
        ImmutableArray<string> Favourable, ImmutableArray<string> NotEvaluable) : Endpoint(Code, Name, Meaning);

    /// <summary>Days from an origin to the earliest event, or to the last day known free of it.</summary>
    /// <param name="Censoring">The latest of these ends follow-up without an event.</param>
    public sealed record TimeToEvent(
        string Code, Bilingual Name, Bilingual Meaning, TimeOrigin Origin,
        ImmutableArray<DateSource> Events, ImmutableArray<DateSource> Censoring) : Endpoint(Code, Name, Meaning);

    /// <summary>Days to an event as an imported cohort states them; there are no forms behind them.</summary>
    public sealed record ImportedTimeToEvent(string Code, Bilingual Name, Bilingual Meaning) : Endpoint(Code, Name, Meaning);
}

public enum TimeOrigin
{
    Enrolment,
    TreatmentStart,
}

/// <summary>A date on a form that means something for an endpoint.</summary>
/// <param name="Visits">Only forms of these visits; empty for any.</param>
/// <param name="WhenItem">Only if this item of the same form has one of <paramref name="WhenIn"/>; null for always.</param>
/// <param name="DatedAtOrigin">The event counts at the origin (day 1), as treatment failure does in ELN 2022.</param>
public sealed record DateSource(
    string Form, string DateItem, ImmutableArray<string> Visits, string? WhenItem, ImmutableArray<string> WhenIn,
    bool DatedAtOrigin, Bilingual Description);

using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>One planned visit of the schedule.</summary>
/// <param name="Anchor">What its day is counted from; null for a visit that a happening calls for, such as relapse.</param>
/// <param name="Day">Study day of the target; day −1 is followed by day 1, there is no day 0. Null without an anchor.</param>
/// <param name="WindowFrom">First study day on which it counts as in its window; null when open.</param>
/// <param name="WindowTo">Last such day; null when open.</param>
/// <param name="Forms">Codes of the forms filled in at this visit.</param>
public sealed record Visit(
    string Code, Bilingual Name, VisitAnchor? Anchor, int? Day, int? WindowFrom, int? WindowTo,
    bool Required, ImmutableArray<string> Forms);

/// <summary>Where study day 1 lies.</summary>
public enum VisitAnchor
{
    /// <summary>The day of enrolment.</summary>
    Enrolment,

    /// <summary>The first dose: the date item that the definition marks as <see cref="Item.StartsTreatment"/>.</summary>
    TreatmentStart,
}

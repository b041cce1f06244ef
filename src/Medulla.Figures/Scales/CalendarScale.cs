using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Figures.Scales;

/// <summary>Days of the calendar; values are day numbers of <see cref="DateOnly"/>.</summary>
public sealed class CalendarScale(DateOnly from, DateOnly to, double startMm, double endMm)
    : LinearScale(from.DayNumber, to.DayNumber, startMm, endMm)
{
    public DateOnly First { get; } = from;

    public DateOnly Last { get; } = to;

    public double Place(DateOnly day) => Place(day.DayNumber);

    /// <summary>The months that begin inside the domain; quarters carry labels.</summary>
    public override ImmutableArray<Tick> Ticks(double millimetresPerTick) => [.. Months()
        .Select(month => new Tick(month.DayNumber, month.Month % 3 == 1
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture) : ""))];

    /// <summary>The first days of months inside the domain.</summary>
    public IEnumerable<DateOnly> Months()
    {
        var month = new DateOnly(First.Year, First.Month, 1);
        for (month = month < First ? month.AddMonths(1) : month; month <= Last; month = month.AddMonths(1))
            yield return month;
    }
}

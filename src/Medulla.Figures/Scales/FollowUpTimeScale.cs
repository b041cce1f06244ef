using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Scales;

/// <summary>The unit in which follow-up is drawn.</summary>
public enum FollowUpUnit
{
    Days,
    Months,
    Years,
}

/// <summary>Time since an origin, in the unit its span asks for; the axis ends at a tick.</summary>
public sealed class FollowUpTimeScale : LinearScale
{
    /// <summary>The mean month, by which days are divided; captions state it.</summary>
    public const double DaysPerMonth = 30.4375;

    public const double DaysPerYear = 365.25;

    const double MillimetresPerTick = 12;

    readonly double tickStep;

    FollowUpTimeScale(FollowUpUnit unit, double step, double to, double startMm, double endMm)
        : base(0, to, startMm, endMm) => (Unit, tickStep) = (unit, step);

    public FollowUpUnit Unit { get; }

    /// <summary>Up to 60 days in days, up to 10 years in months, else in years.</summary>
    public static FollowUpTimeScale Over(double lastFollowUpDays, double startMm, double endMm)
    {
        var unit = lastFollowUpDays <= 60 ? FollowUpUnit.Days
            : lastFollowUpDays <= 10 * DaysPerYear ? FollowUpUnit.Months
            : FollowUpUnit.Years;
        double[] steps = unit switch
        {
            FollowUpUnit.Days => [7, 14],
            FollowUpUnit.Months => [3, 6, 12, 24],
            _ => [1, 2, 5, 10, 20],
        };
        var last = lastFollowUpDays / DaysIn(unit);
        var wanted = Math.Abs(endMm - startMm) / MillimetresPerTick;
        var step = steps.MinBy(candidate => Math.Abs(Math.Log(Ends(candidate, last) / candidate / wanted)));
        return new(unit, step, Ends(step, last), startMm, endMm);
    }

    /// <summary>A number of days in the unit of this axis.</summary>
    public double FromDays(double days) => days / DaysIn(Unit);

    public double ToDays(double value) => value * DaysIn(Unit);

    /// <summary>The ticks do not depend on the wish: the axis was built to end at one.</summary>
    public override ImmutableArray<Tick> Ticks(double millimetresPerTick) => Ticks();

    public ImmutableArray<Tick> Ticks() =>
        [.. Enumerable.Range(0, (int)Math.Round(To / tickStep) + 1)
            .Select(multiple => new Tick(multiple * tickStep, NumberText.Fixed(multiple * tickStep, 0)))];

    static double DaysIn(FollowUpUnit unit) => unit switch
    {
        FollowUpUnit.Days => 1,
        FollowUpUnit.Months => DaysPerMonth,
        _ => DaysPerYear,
    };

    static double Ends(double step, double last) => Math.Max(1, Math.Ceiling(last / step - 1e-9)) * step;
}

using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Two survival curves compared at one time fixed beforehand.</summary>
/// <remarks>
/// The plain test compares the probabilities themselves; the complementary log-log test compares log(−log S), and keeps its
/// level better in small groups. Sources: Klein et al. 2007. R: the rows of <c>summary(survfit, times = )</c>.
/// </remarks>
/// <param name="Time">The milestone, in the unit of the cohorts.</param>
/// <param name="Survival">Of the group at the milestone.</param>
/// <param name="StandardError">Of <paramref name="Survival"/> (Greenwood); null where that is 0.</param>
/// <param name="ReferenceSurvival">Of the reference group.</param>
/// <param name="ReferenceStandardError">Of <paramref name="ReferenceSurvival"/>; null where that is 0.</param>
/// <param name="PlainZ">Of the difference; null where neither varies, or one is 0.</param>
/// <param name="LogLogZ">
/// Of the difference on the log(−log S) scale: below 0 where the group survives better. Null where one is 0 or 1.
/// </param>
/// <param name="Confidence">Of the difference, on the plain scale; null with <paramref name="PlainZ"/>.</param>
public sealed record MilestoneSurvival(
    double Time, double Survival, double? StandardError, double ReferenceSurvival, double? ReferenceStandardError,
    double? PlainZ, double? LogLogZ, Interval? Confidence)
{
    /// <summary>The group's survival less that of the reference.</summary>
    public double Difference => Survival - ReferenceSurvival;

    /// <summary>Two-sided p-value of the plain test; null with <see cref="PlainZ"/>.</summary>
    public double? PlainProbability => PlainZ is { } z ? StandardNormal.TwoSided(z) : null;

    /// <summary>Two-sided p-value of the complementary log-log test; null with <see cref="LogLogZ"/>.</summary>
    public double? LogLogProbability => LogLogZ is { } z ? StandardNormal.TwoSided(z) : null;

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public static string Convention =>
        "Kaplan–Meier at one time, Greenwood standard errors, plain and complementary log-log z; "
            + "R: summary(survfit(...), times = )";

    /// <summary>The first curve against the second at a milestone.</summary>
    /// <param name="group">Curve of the group in question.</param>
    /// <param name="reference">Curve it is held against.</param>
    /// <param name="time">0 or more, in the unit of the cohorts.</param>
    /// <param name="carryForward">Whether a curve goes on at its last value beyond its last follow-up.</param>
    /// <exception cref="ArgumentException">
    /// A curve ends before the milestone, and is not carried forward.
    /// </exception>
    public static MilestoneSurvival Compare(KaplanMeier group, KaplanMeier reference, double time, bool carryForward = false)
    {
        if (time is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected 0 or more, and finite.");
        var (one, other) = (Read(group, time, carryForward, nameof(group)), Read(reference, time, carryForward, nameof(reference)));
        var (survival, otherSurvival) = (one.Survival!.Value, other.Survival!.Value);
        var difference = survival - otherSurvival;
        var error = Root(one.StandardError, other.StandardError);
        var halfWidth = ConfidenceLevel.NormalQuantile(group.Level) * error;
        var logLogError = Root(LogLogError(one), LogLogError(other));
        return new MilestoneSurvival(
            time, survival, one.StandardError, otherSurvival, other.StandardError,
            difference / error,
            logLogError is null ? null
                : (Math.Log(-Math.Log(survival)) - Math.Log(-Math.Log(otherSurvival))) / logLogError,
            halfWidth is { } half ? new Interval(difference - half, difference + half) : null);
    }

    static SurvivalAtTime Read(KaplanMeier curve, double time, bool carryForward, string argument) =>
        carryForward || time <= curve.LastTime
            ? curve.CarriedForwardAt(time)[0]
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found the last follow-up at {curve.LastTime}, before the milestone at {time}. ")
                + "Expected follow-up to the milestone: choose an earlier one, or carry the curve forward.", argument);

    static double? Root(double? error, double? otherError) =>
        error * error + otherError * otherError is > 0 and var variance ? Math.Sqrt(variance) : null;

    static double? LogLogError(SurvivalAtTime row) =>
        row.Survival is > 0 and < 1 ? row.StandardError / row.Survival / Math.Abs(Math.Log(row.Survival.Value)) : null;
}

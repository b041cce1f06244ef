using System.Collections.Immutable;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>The clock on which a hazard ratio is let drift.</summary>
public enum TimeTransform
{
    /// <summary>1 − S(t−) of the whole cohort: events weigh evenly along it. The default of R.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,

    /// <summary>Midrank among all times of follow-up, censored ones included.</summary>
    Rank,

    /// <summary>Logarithm of time; every event later than 0.</summary>
    Logarithm,
}

/// <summary>Score test that hazard ratios do not drift with time.</summary>
/// <remarks>
/// For each column, and for all, the score test of adding column × g(time) to the model.
/// R: <c>cox.zph(fit, transform = "km")</c> of survival 3 and later. Sources: Grambsch &amp; Therneau 1994.
/// </remarks>
public sealed class ProportionalHazardsTest
{
    readonly string[] names;
    readonly double[] drifts;
    readonly double[] information;

    ProportionalHazardsTest(string[] names, TimeTransform transform, double[] score, double[] information)
    {
        (this.names, drifts, this.information, Transform) = (names, score, information, transform);
        Columns = [.. names.Select(name => Of(name))];
        Overall = Of(names);
    }

    public TimeTransform Transform { get; }

    /// <summary>One per column of the regression, in its order.</summary>
    public ImmutableArray<CoxTest> Columns { get; }

    /// <summary>All columns at once.</summary>
    public CoxTest Overall { get; }

    /// <summary>The columns of one category at once.</summary>
    /// <exception cref="ArgumentException">The regression has no column of such a name.</exception>
    public CoxTest Of(params string[] columns)
    {
        var places = columns.Select(column => Array.IndexOf(names, column)).ToArray();
        if (Array.IndexOf(places, -1) is >= 0 and var unknown)
            throw new ArgumentException(
                $"Found no column {columns[unknown]} in the regression. Expected one of "
                    + $"{string.Join(", ", names)}.", nameof(columns));

        var part = new double[places.Length];
        var block = new double[places.Length * places.Length];
        for (var row = 0; row < places.Length; row++)
        {
            part[row] = drifts[places[row]];
            for (var column = 0; column < places.Length; column++)
                block[row * places.Length + column] = information[places[row] * names.Length + places[column]];
        }

        return CoxTest.Of(CoxTest.Quadratic(block, part), places.Length);
    }

    internal static ProportionalHazardsTest Of(
        IReadOnlyList<FollowUp> followUps, CoxDesign design, ReadOnlySpan<double> coefficients, TimeTransform transform)
    {
        var clock = Clock(followUps, transform);
        var steps = design.RiskSets.Steps.AsSpan(0, design.RiskSets.StepCount);

        // Drift about the mean clock: the test does not depend on it, its digits do.
        var (mean, events) = (0.0, 0);
        foreach (var step in steps)
        {
            mean += step.Events * clock[step.Time];
            events += step.Events;
        }

        var drift = new CoxDrift(design, coefficients, step => clock[step.Time] - mean / events);
        return new ProportionalHazardsTest(design.Names, transform, drift.Score, drift.Information());
    }

    static Dictionary<double, double> Clock(IReadOnlyList<FollowUp> followUps, TimeTransform transform)
    {
        var clock = new Dictionary<double, double>();
        var survivalBefore = 1.0;
        var leftBefore = 0;
        foreach (var step in KaplanMeier.Estimate(followUps).Steps)
        {
            var leaving = step.Events + step.Censored;
            if (transform == TimeTransform.Logarithm && step is { Time: <= 0, Events: > 0 })
                throw new ArgumentException(
                    "Found an event at time 0, which has no logarithm. Expected another clock, such as "
                        + "Kaplan–Meier.", nameof(transform));

            clock[step.Time] = transform switch
            {
                TimeTransform.KaplanMeier => 1 - survivalBefore,
                TimeTransform.Identity => step.Time,
                TimeTransform.Rank => leftBefore + (leaving + 1) / 2.0,
                _ => Math.Log(step.Time),
            };
            survivalBefore = step.Survival;
            leftBefore += leaving;
        }

        return clock;
    }
}

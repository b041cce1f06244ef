using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Distributions;

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
    readonly Vector<double> drifts;
    readonly Matrix<double> information;

    ProportionalHazardsTest(string[] names, TimeTransform transform, Vector<double> score, Matrix<double> information)
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

        var part = Vector<double>.Build.Dense(places.Length, row => drifts[places[row]]);
        var block = Matrix<double>.Build.Dense(
            places.Length, places.Length, (row, column) => information[places[row], places[column]]);
        var chiSquare = part.DotProduct(block.Solve(part));
        return new CoxTest(chiSquare, places.Length, ChiSquared.UpperTail(chiSquare, places.Length));
    }

    internal static ProportionalHazardsTest Of(
        IReadOnlyList<FollowUp> followUps, CoxDesign design, Vector<double> coefficients, TimeTransform transform)
    {
        var parts = CoxLikelihood.ByEventTime(design, coefficients).ToList();
        var clock = Clock(followUps, transform);

        // Drift about the mean clock: the test does not depend on it, its digits do.
        var mean = parts.Sum(part => part.Events * clock[part.Time]) / parts.Sum(part => part.Events);
        var score = Vector<double>.Build.Dense(design.Columns);
        var main = Matrix<double>.Build.Dense(design.Columns, design.Columns);
        var mixed = main.Clone();
        var drift = main.Clone();
        foreach (var part in parts)
        {
            var time = clock[part.Time] - mean;
            score += time * part.Score;
            main += part.Information;
            mixed += time * part.Information;
            drift += time * time * part.Information;
        }

        return new ProportionalHazardsTest(design.Names, transform, score, drift - mixed * main.Solve(mixed));
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

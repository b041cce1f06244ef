using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Simulation;

/// <summary>What an analysis found in one simulated cohort.</summary>
/// <param name="Estimate">Of the effect, on the scale of the truth: a log hazard ratio.</param>
/// <param name="StandardError">Above 0.</param>
/// <param name="Probability">Two-sided, of no effect.</param>
public readonly record struct TrialEstimate(double Estimate, double StandardError, double Probability)
{
    /// <summary>With the probability of Wald's test.</summary>
    public static TrialEstimate Wald(double estimate, double standardError) =>
        new(estimate, standardError, StandardNormal.TwoSided(estimate / standardError));
}

/// <summary>A number found by simulation, with the error that a limited number of replicates leaves.</summary>
/// <param name="MonteCarloError">Standard error over the replicates.</param>
public readonly record struct SimulatedNumber(double Value, double MonteCarloError);

/// <summary>How an analysis fares over many simulated cohorts.</summary>
/// <param name="Replicates">Cohorts simulated.</param>
/// <param name="Failed">Cohorts that the analysis could not answer; left out of everything else.</param>
/// <param name="Power">Share with a probability below the level; under no effect, the true level of the test.</param>
/// <param name="Bias">Mean estimate less the truth.</param>
/// <param name="Coverage">Share of normal intervals that hold the truth.</param>
/// <param name="EmpiricalStandardError">Standard deviation of the estimates.</param>
/// <param name="MeanStandardError">Root of the mean squared standard error: what the analysis itself believes.</param>
/// <remarks>Sources: Morris, White &amp; Crowther 2019. R: <c>rsimsum::simsum</c>.</remarks>
public sealed record TrialSimulation(
    int Replicates, int Failed, SimulatedNumber Power, SimulatedNumber Bias, SimulatedNumber Coverage,
    SimulatedNumber EmpiricalStandardError, double MeanStandardError)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "SIMULATED. Power, bias and coverage over replicates with Monte Carlo standard errors (Morris, White and Crowther); "
        + "R: rsimsum::simsum";

    /// <summary>Runs the analysis on one cohort after the other.</summary>
    /// <param name="cohort">Drawn from.</param>
    /// <param name="replicates">At least 2.</param>
    /// <param name="truth">Of what the analysis estimates.</param>
    /// <param name="analysis">Null where the cohort cannot answer.</param>
    /// <param name="level">Of the test; the intervals are of 1 − level.</param>
    /// <exception cref="ArgumentException">Fewer than two replicates, or fewer than two that could be analysed.</exception>
    public static TrialSimulation Run(
        CohortSimulation cohort, int replicates, double truth, Func<CohortWorkspace, TrialEstimate?> analysis,
        double level = 0.05)
    {
        var workspace = new CohortWorkspace(cohort.Description);
        var found = new TrialEstimate?[Math.Max(0, replicates)];
        for (var replicate = 0; replicate < found.Length; replicate++)
        {
            cohort.Fill(replicate, workspace);
            found[replicate] = analysis(workspace);
        }

        return Of(found, truth, level);
    }

    /// <summary>From what was found in each replicate, in their order: a caller may have run them on many threads.</summary>
    /// <param name="found">Null where the cohort could not answer.</param>
    /// <param name="truth">Of what was estimated.</param>
    /// <param name="level">Of the test; the intervals are of 1 − level.</param>
    /// <exception cref="ArgumentException">Fewer than two replicates that could be analysed.</exception>
    public static TrialSimulation Of(IReadOnlyList<TrialEstimate?> found, double truth, double level = 0.05)
    {
        ImmutableArray<TrialEstimate> answered = [.. found.OfType<TrialEstimate>()];
        if (answered.Length < 2)
            throw new ArgumentException(
                $"Found {answered.Length} replicates with an answer. Expected at least two.", nameof(found));

        double count = answered.Length;
        var z = ConfidenceLevel.NormalQuantile(1 - level);
        var mean = answered.Average(one => one.Estimate);
        var spread = Math.Sqrt(answered.Sum(one => (one.Estimate - mean) * (one.Estimate - mean)) / (count - 1));
        return new TrialSimulation(
            found.Count, found.Count - answered.Length,
            Share(answered.Count(one => one.Probability < level)),
            new SimulatedNumber(mean - truth, spread / Math.Sqrt(count)),
            Share(answered.Count(one => Math.Abs(one.Estimate - truth) <= z * one.StandardError)),
            new SimulatedNumber(spread, spread / Math.Sqrt(2 * (count - 1))),
            Math.Sqrt(answered.Average(one => one.StandardError * one.StandardError)));

        SimulatedNumber Share(int times) => new(times / count, Math.Sqrt(times / count * (1 - times / count) / count));
    }
}

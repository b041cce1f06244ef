using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Survival that a <see cref="CoxRegression"/> predicts for one person.</summary>
public sealed class CoxSurvivalCurve
{
    readonly SurvivalIntervalType type;
    readonly CoxTies ties;

    internal CoxSurvivalCurve(ImmutableArray<CoxSurvivalStep> steps, SurvivalIntervalType type, CoxTies ties) =>
        (Steps, this.type, this.ties) = (steps, type, ties);

    /// <summary>One per event time of the stratum, earliest first.</summary>
    public ImmutableArray<CoxSurvivalStep> Steps { get; }

    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"exp(−cumulative hazard), {(ties == CoxTies.Efron ? "Efron" : "Breslow")} hazard, {SurvivalInterval.Name(type)} interval "
            + "of a coxph model";

    /// <summary>The step in force at a time: that of the latest event time up to it.</summary>
    public CoxSurvivalStep At(double time)
    {
        var (low, high) = (0, Steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 ? Steps[low - 1] : CoxSurvivalStep.Of(0, 0, 0, type, 1);
    }
}

/// <summary>Predicted survival from an event time on.</summary>
/// <param name="Time">0 before the first event time.</param>
/// <param name="CumulativeHazard">Of this person.</param>
/// <param name="HazardStandardError">Of the cumulative hazard, which is that of −log survival.</param>
/// <param name="Survival">exp(−cumulative hazard).</param>
/// <param name="StandardError">Of survival, by the delta method.</param>
/// <param name="Confidence">Null where the interval's scale leaves nothing to say, as log-log at 1.</param>
public sealed record CoxSurvivalStep(
    double Time, double CumulativeHazard, double HazardStandardError, double Survival, double StandardError,
    Interval? Confidence)
{
    internal static CoxSurvivalStep Of(
        double time, double hazard, double standardError, SurvivalIntervalType type, double z) => new(
        time, hazard, standardError, Math.Exp(-hazard), Math.Exp(-hazard) * standardError,
        SurvivalInterval.Of(type, Math.Exp(-hazard), standardError, z));
}

/// <summary>Cumulative baseline hazard at a time.</summary>
/// <param name="Stratum">Null where there is one.</param>
/// <param name="Time">Of an event or a censoring.</param>
/// <param name="CumulativeHazard">Up to and including it.</param>
public sealed record CoxBaselineStep(string? Stratum, double Time, double CumulativeHazard);

/// <summary>Σ coefficient × column.</summary>
/// <param name="Value">A log hazard ratio.</param>
/// <param name="StandardError">0 where all columns are 0.</param>
public sealed record CoxLinearPredictor(double Value, double StandardError);

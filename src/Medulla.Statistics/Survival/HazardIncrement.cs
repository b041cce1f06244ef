using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.Survival;

/// <summary>The increase of the baseline hazard at one event time, with the means of the columns it meets.</summary>
sealed class HazardIncrement(int columns)
{
    /// <summary>Increase of the cumulative hazard of a participant whose linear predictor is 0.</summary>
    public double Hazard { get; private set; }

    /// <summary>The increase times the mean of the columns in the risk set.</summary>
    public Vector<double> HazardMean { get; } = Vector<double>.Build.Dense(columns);

    /// <summary>Mean of the columns in the risk set, over the turns in which tied events leave it.</summary>
    public Vector<double> Mean { get; } = Vector<double>.Build.Dense(columns);

    /// <summary>The part that participants with the event are spared: they leave in turn (Efron), not all at the end.</summary>
    public double TiedHazard { get; private set; }

    /// <summary>That part times the mean.</summary>
    public Vector<double> TiedHazardMean { get; } = Vector<double>.Build.Dense(columns);

    /// <param name="hazard">Of this turn.</param>
    /// <param name="thinned">Share of the tied events that has left before this turn.</param>
    /// <param name="means">Of the columns in the risk set of this turn.</param>
    /// <param name="turns">All turns at this time.</param>
    public void AddTurn(double hazard, double thinned, double[] means, int turns)
    {
        Hazard += hazard;
        TiedHazard += thinned * hazard;
        for (var column = 0; column < means.Length; column++)
        {
            HazardMean[column] += hazard * means[column];
            TiedHazardMean[column] += thinned * hazard * means[column];
            Mean[column] += means[column] / turns;
        }
    }
}

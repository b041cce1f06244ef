using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Events of one time as if they came one after another, each in a risk set thinned by its share.</summary>
/// <remarks>Sources: Efron 1977.</remarks>
sealed class CoxTiedTurns(CoxRiskSets sets, int block)
{
    readonly double[] totals = new double[block];
    readonly double[] weights = new double[block];
    readonly double[] means = new double[sets.Columns * block];
    readonly double[] shared = new double[sets.Columns];
    double sharedTotal;
    int turns;

    /// <summary>The step begins.</summary>
    public void Begin()
    {
        sharedTotal = 0;
        Array.Clear(shared);
    }

    /// <summary>Some of those with the event.</summary>
    /// <param name="relative">Their hazards.</param>
    /// <param name="start">The first of them, among all elements.</param>
    public void Share(ReadOnlySpan<double> relative, int start)
    {
        foreach (var hazard in relative)
            sharedTotal += hazard;
        for (var column = 0; column < shared.Length; column++)
        {
            var values = sets.Values.AsSpan(column * sets.Stride + start, relative.Length);
            for (var place = 0; place < relative.Length; place++)
                shared[column] += relative[place] * values[place];
        }
    }

    /// <summary>The step ends.</summary>
    /// <param name="step">All of whose events were shared.</param>
    /// <param name="sums">With the step's last element at <paramref name="last"/>.</param>
    /// <param name="last">Place in the block.</param>
    /// <param name="likelihood">Takes up the turns.</param>
    /// <returns>The increase of the cumulative hazard, and how much of it those with the event are spared.</returns>
    public (double Hazard, double Spared) Take(in CoxStep step, CoxRunningSums sums, int last, CoxLikelihood likelihood)
    {
        var total = sums.Totals[last];
        var weight = step.Weight / step.Events;
        var (hazard, spared) = (0.0, 0.0);
        for (var turn = 0; turn < step.Events; turn++)
        {
            if (turns == block)
                Flush(likelihood);
            var thinned = (double)turn / step.Events;
            var remaining = total - thinned * sharedTotal;
            var increase = weight / remaining;
            hazard += increase;
            spared += thinned * increase;
            (totals[turns], weights[turns]) = (remaining, weight);
            for (var column = 0; column < shared.Length; column++)
                means[column * block + turns] = (sums.Columns[column * block + last] - thinned * shared[column]) / remaining;
            turns++;
        }

        return (hazard, spared);
    }

    /// <summary>Hands over the turns that wait.</summary>
    public void Flush(CoxLikelihood likelihood)
    {
        if (turns == 0)
            return;
        for (; turns % 4 != 0; turns++)
        {
            (totals[turns], weights[turns]) = (1, 0);
            for (var column = 0; column < shared.Length; column++)
                means[column * block + turns] = 0;
        }

        var factors = MemoryMarshal.Cast<double, Vector256<double>>(weights.AsSpan(0, turns));
        var numbers = MemoryMarshal.Cast<double, Vector256<double>>(totals.AsSpan(0, turns))[..factors.Length];
        var sum = Vector256<double>.Zero;
        for (var place = 0; place < factors.Length; place++)
            sum = Vector256.FusedMultiplyAdd(factors[place], VectorFunctions.Log(numbers[place]), sum);
        likelihood.Subtract(Vector256.Sum(sum));
        for (var column = 0; column < shared.Length; column++)
            likelihood.Score[column] -= WeightedProducts.Sum(weights.AsSpan(0, turns), means.AsSpan(column * block, turns));
        WeightedProducts.Add(
            means, block, 0, weights.AsSpan(0, turns), -1, shared.Length, likelihood.Information);
        turns = 0;
    }
}

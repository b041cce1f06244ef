using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Weight × exp(linear predictor) of every element.</summary>
/// <remarks>
/// Where a section's largest linear predictor lies far from 0, hazards are taken relative to it: the factor cancels. Mostly
/// nothing needs subtracting.
/// </remarks>
sealed class CoxRelativeHazards(CoxRiskSets sets)
{
    // Squares of e^±250 and of sums of them are finite and not zero.
    const double SafeExponent = 250;

    double[] shifts = [];
    bool none = true;

    /// <summary>Σ weight × what was subtracted from the linear predictors, over the events.</summary>
    public double ShiftsOfEvents()
    {
        var sum = 0.0;
        for (var step = 0; !none && step < sets.StepCount; step++)
            sum += sets.Steps[step].Weight * shifts[step];
        return sum;
    }

    /// <summary>Looks how far the linear predictors reach.</summary>
    public void Choose(ReadOnlySpan<double> coefficients)
    {
        var furthest = sets.HasOffsets ? Largest(sets.Offsets.AsSpan(0, sets.Length)) : 0;
        for (var column = 0; column < sets.Columns; column++)
            furthest += Math.Abs(coefficients[column]) * sets.Reaches[column];
        none = furthest <= SafeExponent;
        if (!none && shifts.Length == 0)
            shifts = new double[sets.Steps.Length];
        if (none)
            return;

        for (int step = 0, from = 0, last; step < sets.StepCount; step = last, from = sets.Steps[last - 1].End)
        {
            for (last = step + 1; last < sets.StepCount && !sets.Steps[last].Begins;)
                last++;
            var largest = double.NegativeInfinity;
            for (var element = from; element < sets.Steps[last - 1].End; element++)
            {
                var predictor = sets.OffsetOf(element);
                for (var column = 0; column < sets.Columns; column++)
                    predictor += coefficients[column] * sets.Values[column * sets.Stride + element];
                largest = Math.Max(largest, predictor);
            }

            shifts.AsSpan(step, last - step).Fill(largest);
        }
    }

    /// <summary>Hazards of a stretch of elements; negative for those who quit.</summary>
    /// <param name="coefficients">The same as were chosen for.</param>
    /// <param name="from">First element.</param>
    /// <param name="output">A multiple of 4.</param>
    public void Fill(ReadOnlySpan<double> coefficients, int from, Span<double> output)
    {
        var hazards = MemoryMarshal.Cast<double, Vector256<double>>(output);
        var plain = !sets.HasOffsets;
        if (plain)
            hazards.Clear();
        else
            sets.Offsets.AsSpan(from, output.Length).CopyTo(output);
        for (var column = 0; column < sets.Columns; column++)
        {
            if (coefficients[column] == 0)
                continue;
            plain = false;
            var coefficient = Vector256.Create(coefficients[column]);
            var values = MemoryMarshal.Cast<double, Vector256<double>>(
                sets.Values.AsSpan(column * sets.Stride + from, output.Length))[..hazards.Length];
            for (var place = 0; place < hazards.Length; place++)
                hazards[place] = Vector256.FusedMultiplyAdd(coefficient, values[place], hazards[place]);
        }

        if (plain)
        {
            sets.Weights.AsSpan(from, output.Length).CopyTo(output);
            return;
        }

        Subtract(from, output);
        if (sets.Unweighted)
        {
            for (var place = 0; place < hazards.Length; place++)
                hazards[place] = VectorFunctions.Exp(hazards[place]);
            return;
        }

        var weights = MemoryMarshal.Cast<double, Vector256<double>>(
            sets.Weights.AsSpan(from, output.Length))[..hazards.Length];
        for (var place = 0; place < hazards.Length; place++)
            hazards[place] = weights[place] * VectorFunctions.Exp(hazards[place]);
    }

    void Subtract(int from, Span<double> predictors)
    {
        if (none)
            return;
        var steps = sets.Steps.AsSpan(0, sets.StepCount);
        var (low, high) = (0, steps.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (steps[middle].End > from)
                high = middle;
            else
                low = middle + 1;
        }

        for (int step = low, element = from; element < from + predictors.Length && step < steps.Length; element++)
        {
            if (element == steps[step].End && ++step == steps.Length)
                break;
            predictors[element - from] -= shifts[step];
        }
    }

    static double Largest(ReadOnlySpan<double> values)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (var four in fours)
            (low, high) = (Vector256.Min(low, four), Vector256.Max(high, four));
        var largest = 0.0;
        for (var lane = 0; lane < 4; lane++)
            largest = Math.Max(largest, Math.Max(-low[lane], high[lane]));
        for (var place = 4 * fours.Length; place < values.Length; place++)
            largest = Math.Max(largest, Math.Abs(values[place]));
        return largest;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Medulla.Statistics.Survival;

/// <summary>Weight × exp(linear predictor) of every element.</summary>
/// <remarks>
/// Where a section's largest linear predictor lies far from 0, hazards are taken relative to it: the factor cancels. Mostly
/// nothing needs subtracting.
/// </remarks>
sealed class CoxRelativeHazards(CoxRiskSets sets)
{
    // e^±300 and sums of them are finite and not zero.
    const double SafeExponent = 300;

    readonly double[] shifts = new double[sets.Steps.Length];
    bool none = true;

    /// <summary>One per element; negative for those who quit.</summary>
    public double[] Values { get; } = new double[sets.Stride];

    /// <summary>What was subtracted from the linear predictors of the section that the step belongs to.</summary>
    public double ShiftAt(int step) => none ? 0 : shifts[step];

    /// <summary>Looks how far the linear predictors reach.</summary>
    public void Choose(ReadOnlySpan<double> coefficients)
    {
        var furthest = 0.0;
        for (var column = 0; column < sets.Columns; column++)
            if (coefficients[column] != 0)
                furthest += Math.Abs(coefficients[column]) * Largest(sets.Column(column));
        if (sets.HasOffsets)
            furthest += Largest(sets.Offsets.AsSpan(0, sets.Length));
        none = furthest <= SafeExponent;
        if (none)
            return;

        for (int step = 0, from = 0, last; step < sets.StepCount; step = last, from = sets.Steps[last - 1].End)
        {
            for (last = step + 1; last < sets.StepCount && !sets.Steps[last].Begins;)
                last++;
            var largest = double.NegativeInfinity;
            for (var element = from; element < sets.Steps[last - 1].End; element++)
            {
                var predictor = sets.Offsets[element];
                for (var column = 0; column < sets.Columns; column++)
                    predictor += coefficients[column] * sets.Values[column * sets.Stride + element];
                largest = Math.Max(largest, predictor);
            }

            shifts.AsSpan(step, last - step).Fill(largest);
        }
    }

    /// <summary>Fills a stretch of <see cref="Values"/>.</summary>
    /// <param name="coefficients">The same as were chosen for.</param>
    /// <param name="from">First element; a multiple of 4.</param>
    /// <param name="length">A multiple of 4.</param>
    public void Fill(ReadOnlySpan<double> coefficients, int from, int length)
    {
        var hazards = MemoryMarshal.Cast<double, Vector256<double>>(Values.AsSpan(from, length));
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(sets.Weights.AsSpan(from, length))[..hazards.Length];
        var plain = !sets.HasOffsets;
        if (plain)
            hazards.Clear();
        else
            sets.Offsets.AsSpan(from, length).CopyTo(Values.AsSpan(from));
        for (var column = 0; column < sets.Columns; column++)
        {
            if (coefficients[column] == 0)
                continue;
            plain = false;
            var coefficient = Vector256.Create(coefficients[column]);
            var values = MemoryMarshal.Cast<double, Vector256<double>>(
                sets.Values.AsSpan(column * sets.Stride + from, length))[..hazards.Length];
            for (var place = 0; place < hazards.Length; place++)
                hazards[place] = Vector256.FusedMultiplyAdd(coefficient, values[place], hazards[place]);
        }

        if (plain)
        {
            weights.CopyTo(hazards);
            return;
        }

        Subtract(from, Values.AsSpan(from, length));
        for (var place = 0; place < hazards.Length; place++)
            hazards[place] = weights[place] * Vector256.Exp(hazards[place]);
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

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Log partial likelihood with its first two derivatives. One object serves any number of evaluations.</summary>
/// <remarks>
/// Two sweeps. From the latest time backwards: relative hazards, their running sums, the means of the columns in each risk
/// set. From the earliest forwards: the cumulative hazard each participant met, which turns the second derivative into
/// Σ hazard met × xx' over participants − Σ mean × mean' over events, free of any sum per risk set.
/// Sources: Cox 1975; ties, Efron 1977 and Breslow 1974.
/// </remarks>
sealed class CoxLikelihood : ICoxLikelihood
{
    const int Block = 512;

    // e^±300 and sums of them are finite and not zero.
    const double SafeExponent = 300;

    readonly bool efron;
    readonly double[] relative;
    readonly double[] tied;
    readonly double[] running = new double[Block];
    readonly double[] runningColumns;
    readonly double[] weighted = new double[Block];
    readonly double[] joined = new double[Block];
    readonly double[] sums;
    readonly double[] shared;
    readonly double[] totals = new double[Block];
    readonly double[] turnWeights = new double[Block];
    readonly double[] means;
    int turns;

    public CoxLikelihood(CoxRiskSets riskSets, CoxTies ties)
    {
        (RiskSets, efron) = (riskSets, ties == CoxTies.Efron);
        var columns = riskSets.Columns;
        relative = new double[riskSets.Stride];
        Hazards = new double[riskSets.Steps.Length];
        Shifts = new double[riskSets.Steps.Length];
        tied = new double[riskSets.Steps.Length];
        runningColumns = new double[columns * Block];
        means = new double[columns * Block];
        (sums, shared) = (new double[columns], new double[columns]);
        (Score, Information) = (new double[columns], new double[columns * columns]);
    }

    public CoxRiskSets RiskSets { get; }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Minus the second derivative, row after row; lower triangle.</summary>
    public double[] Information { get; }

    /// <summary>Increase of the cumulative hazard at each step, for a linear predictor equal to the shift.</summary>
    public double[] Hazards { get; }

    /// <summary>Subtracted from the linear predictors of a section; 0 unless they are large.</summary>
    public double[] Shifts { get; }

    /// <summary>Evaluates at the coefficients of the standardised columns.</summary>
    /// <returns>False when the result is not finite.</returns>
    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        var sets = RiskSets;
        Shift(coefficients);
        LogLikelihood = sets.EventOffsets;
        Array.Clear(Information);
        for (var column = 0; column < sets.Columns; column++)
        {
            Score[column] = sets.EventSums[column];
            LogLikelihood += coefficients[column] * sets.EventSums[column];
        }

        var (step, sum) = (0, 0.0);
        for (var from = 0; from < sets.Length; from += Block)
        {
            var length = Math.Min(Block, sets.Length - from);
            RelativeHazards(coefficients, from, (length + 3) / 4 * 4);
            sum = Run(from, length, step, sum);
            for (; step < sets.StepCount && sets.Steps[step].End <= from + length; step++)
                AddStep(step, sets.Steps[step].End - 1 - from);
        }

        AddTurns();
        AddParticipants();
        return double.IsFinite(LogLikelihood);
    }

    // Where a section's largest linear predictor lies far from 0, hazards are taken relative to it: the factor cancels.
    void Shift(ReadOnlySpan<double> coefficients)
    {
        var sets = RiskSets;
        var furthest = 0.0;
        for (var column = 0; column < sets.Columns; column++)
            if (coefficients[column] != 0)
                furthest += Math.Abs(coefficients[column]) * Largest(sets.Column(column));
        if (sets.HasOffsets)
            furthest += Largest(sets.Offsets.AsSpan(0, sets.Length));
        if (furthest <= SafeExponent)
        {
            Array.Clear(Shifts);
            return;
        }

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

            Shifts.AsSpan(step, last - step).Fill(largest);
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

    void RelativeHazards(ReadOnlySpan<double> coefficients, int from, int length)
    {
        var sets = RiskSets;
        var hazards = MemoryMarshal.Cast<double, Vector256<double>>(relative.AsSpan(from, length));
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(sets.Weights.AsSpan(from, length))[..hazards.Length];
        var plain = !sets.HasOffsets;
        if (plain)
            hazards.Clear();
        else
            sets.Offsets.AsSpan(from, length).CopyTo(relative.AsSpan(from));
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

        SubtractShifts(from, length);
        for (var place = 0; place < hazards.Length; place++)
            hazards[place] = weights[place] * Vector256.Exp(hazards[place]);
    }

    void SubtractShifts(int from, int length)
    {
        if (RiskSets.StepCount == 0 || (Shifts[0] == 0 && Shifts[RiskSets.StepCount - 1] == 0))
            return;
        var steps = RiskSets.Steps.AsSpan(0, RiskSets.StepCount);
        var (low, high) = (0, steps.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (steps[middle].End > from)
                high = middle;
            else
                low = middle + 1;
        }

        for (int step = low, element = from; element < from + length && step < steps.Length; element++)
        {
            if (element == steps[step].End && ++step == steps.Length)
                break;
            relative[element] -= Shifts[step];
        }
    }

    // Running sums of the block, begun anew with each section.
    double Run(int from, int length, int step, double sum)
    {
        var sets = RiskSets;
        for (var start = from; start < from + length;)
        {
            // The section of the element at the start ends where the next one begins.
            while (step < sets.StepCount && sets.Steps[step].End <= start)
                step++;
            if (sets.Steps[step].Begins && start == (step == 0 ? 0 : sets.Steps[step - 1].End))
            {
                sum = 0;
                Array.Clear(sums);
            }

            var end = from + length;
            if (sets.Sections > 1)
                for (var next = step; next < sets.StepCount && sets.Steps[next].End < from + length; next++)
                    if (next + 1 < sets.StepCount && sets.Steps[next + 1].Begins)
                    {
                        end = sets.Steps[next].End;
                        break;
                    }

            sum = RunSection(from, start, end, sum);
            start = end;
        }

        return sum;
    }

    double RunSection(int from, int start, int end, double sum)
    {
        var sets = RiskSets;
        var hazards = relative.AsSpan(start, end - start);
        var output = running.AsSpan(start - from, hazards.Length);
        var column = 0;
        for (; column + 3 < sets.Columns; column += 4)
        {
            var (a, b, c, d) = (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]);
            var first = Values(column);
            var second = Values(column + 1);
            var third = Values(column + 2);
            var fourth = Values(column + 3);
            var firstSums = Sums(column);
            var secondSums = Sums(column + 1);
            var thirdSums = Sums(column + 2);
            var fourthSums = Sums(column + 3);
            for (var place = 0; place < hazards.Length; place++)
            {
                var hazard = hazards[place];
                firstSums[place] = a += hazard * first[place];
                secondSums[place] = b += hazard * second[place];
                thirdSums[place] = c += hazard * third[place];
                fourthSums[place] = d += hazard * fourth[place];
            }

            (sums[column], sums[column + 1], sums[column + 2], sums[column + 3]) = (a, b, c, d);
        }

        for (; column < sets.Columns; column++)
        {
            var a = sums[column];
            var first = Values(column);
            var firstSums = Sums(column);
            for (var place = 0; place < hazards.Length; place++)
                firstSums[place] = a += hazards[place] * first[place];
            sums[column] = a;
        }

        for (var place = 0; place < hazards.Length; place++)
            output[place] = sum += hazards[place];
        return sum;

        ReadOnlySpan<double> Values(int which) => sets.Values.AsSpan(which * sets.Stride + start, end - start);

        Span<double> Sums(int which) => runningColumns.AsSpan(which * Block + start - from, end - start);
    }

    // Efron: as if the tied events came one after another, each in a risk set thinned by its share.
    void AddStep(int place, int last)
    {
        var sets = RiskSets;
        ref readonly var step = ref sets.Steps[place];
        LogLikelihood -= step.Weight * Shifts[place];
        var total = running[last];
        if (step.Events == 1 || !efron)
        {
            (Hazards[place], tied[place]) = (step.Weight / total, 0);
            var turn = NextTurn(total, step.Weight);
            for (var column = 0; column < sets.Columns; column++)
                means[column * Block + turn] = runningColumns[column * Block + last] / total;
            return;
        }

        var sharedTotal = 0.0;
        Array.Clear(shared);
        for (var element = step.EventsFrom; element < step.End; element++)
        {
            sharedTotal += relative[element];
            for (var column = 0; column < sets.Columns; column++)
                shared[column] += relative[element] * sets.Values[column * sets.Stride + element];
        }

        var turnWeight = step.Weight / step.Events;
        var (hazard, spared) = (0.0, 0.0);
        for (var left = 0; left < step.Events; left++)
        {
            var thinned = (double)left / step.Events;
            var remaining = total - thinned * sharedTotal;
            hazard += turnWeight / remaining;
            spared += thinned * turnWeight / remaining;
            var turn = NextTurn(remaining, turnWeight);
            for (var column = 0; column < sets.Columns; column++)
                means[column * Block + turn] = (runningColumns[column * Block + last] - thinned * shared[column]) / remaining;
        }

        (Hazards[place], tied[place]) = (hazard, spared);
    }

    int NextTurn(double total, double weight)
    {
        if (turns == Block)
            AddTurns();
        (totals[turns], turnWeights[turns]) = (total, weight);
        return turns++;
    }

    void AddTurns()
    {
        if (turns == 0)
            return;
        var columns = RiskSets.Columns;
        for (; turns % 4 != 0; turns++)
        {
            (totals[turns], turnWeights[turns]) = (1, 0);
            for (var column = 0; column < columns; column++)
                means[column * Block + turns] = 0;
        }

        var weights = MemoryMarshal.Cast<double, Vector256<double>>(turnWeights.AsSpan(0, turns));
        var logs = MemoryMarshal.Cast<double, Vector256<double>>(totals.AsSpan(0, turns))[..weights.Length];
        var sum = Vector256<double>.Zero;
        for (var place = 0; place < weights.Length; place++)
            sum = Vector256.FusedMultiplyAdd(weights[place], Vector256.Log(logs[place]), sum);
        LogLikelihood -= Vector256.Sum(sum);
        for (var column = 0; column < columns; column++)
        {
            var values = MemoryMarshal.Cast<double, Vector256<double>>(means.AsSpan(column * Block, turns))[..weights.Length];
            sum = Vector256<double>.Zero;
            for (var place = 0; place < weights.Length; place++)
                sum = Vector256.FusedMultiplyAdd(weights[place], values[place], sum);
            Score[column] -= Vector256.Sum(sum);
        }

        WeightedProducts.Add(means, Block, 0, turnWeights.AsSpan(0, turns), weighted, -1, columns, Information);
        turns = 0;
    }

    // Earliest first: everybody meets the hazard of the events from their own time back.
    void AddParticipants()
    {
        var sets = RiskSets;
        var (step, hazard) = (sets.StepCount - 1, 0.0);
        for (var from = (sets.Length - 1) / Block * Block; from >= 0; from -= Block)
        {
            var end = Math.Min(from + Block, sets.Length);
            var filled = (end - from + 3) / 4 * 4;
            joined.AsSpan(end - from, filled - (end - from)).Clear();
            for (; step >= 0 && sets.Steps[step].End > from; step--)
            {
                ref readonly var here = ref sets.Steps[step];
                var start = step == 0 ? 0 : sets.Steps[step - 1].End;
                if (here.End <= end)
                    hazard = (step == sets.StepCount - 1 || sets.Steps[step + 1].Begins ? 0 : hazard) + Hazards[step];
                Meet(Math.Max(start, from), Math.Min(here.EventsFrom, end), from, hazard);
                Meet(Math.Max(here.EventsFrom, from), Math.Min(here.End, end), from, hazard - tied[step]);
                if (start < from)
                    break;
            }

            WeightedProducts.Add(sets.Values, sets.Stride, from, joined.AsSpan(0, filled), weighted, 1, sets.Columns, Information);
        }
    }

    void Meet(int start, int end, int from, double hazard)
    {
        for (var element = start; element < end; element++)
            joined[element - from] = relative[element] * hazard;
    }
}

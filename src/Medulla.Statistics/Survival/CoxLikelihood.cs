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

    readonly bool efron;
    readonly double[] relative;
    readonly CoxRelativeHazards hazards;
    readonly double[] increases;
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
        hazards = new CoxRelativeHazards(riskSets);
        relative = hazards.Values;
        increases = new double[riskSets.Steps.Length];
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

    /// <summary>Evaluates at the coefficients of the standardised columns.</summary>
    /// <returns>False when the result is not finite.</returns>
    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        var sets = RiskSets;
        hazards.Choose(coefficients);
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
            hazards.Fill(coefficients, from, (length + 3) / 4 * 4);
            sum = Run(from, length, step, sum);
            for (; step < sets.StepCount && sets.Steps[step].End <= from + length; step++)
                AddStep(step, sets.Steps[step].End - 1 - from);
        }

        AddTurns();
        AddParticipants();
        return double.IsFinite(LogLikelihood);
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
        var joining = relative.AsSpan(start, end - start);
        var output = running.AsSpan(start - from, joining.Length);
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
            for (var place = 0; place < joining.Length; place++)
            {
                var hazard = joining[place];
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
            for (var place = 0; place < joining.Length; place++)
                firstSums[place] = a += joining[place] * first[place];
            sums[column] = a;
        }

        for (var place = 0; place < joining.Length; place++)
            output[place] = sum += joining[place];
        return sum;

        ReadOnlySpan<double> Values(int which) => sets.Values.AsSpan(which * sets.Stride + start, end - start);

        Span<double> Sums(int which) => runningColumns.AsSpan(which * Block + start - from, end - start);
    }

    // Efron: as if the tied events came one after another, each in a risk set thinned by its share.
    void AddStep(int place, int last)
    {
        var sets = RiskSets;
        ref readonly var step = ref sets.Steps[place];
        LogLikelihood -= step.Weight * hazards.ShiftAt(place);
        var total = running[last];
        if (step.Events == 1 || !efron)
        {
            (increases[place], tied[place]) = (step.Weight / total, 0);
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

        (increases[place], tied[place]) = (hazard, spared);
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
                    hazard = (step == sets.StepCount - 1 || sets.Steps[step + 1].Begins ? 0 : hazard) + increases[step];
                Meet(Math.Max(start, from), Math.Min(here.EventsFrom, end), from, hazard);
                Meet(Math.Max(here.EventsFrom, from), Math.Min(here.End, end), from, hazard - tied[step]);
                if (start < from)
                    break;
            }

            WeightedProducts.Add(
                sets.Values, sets.Stride, from, joined.AsSpan(0, filled), weighted, 1, sets.Columns, Information);
        }
    }

    void Meet(int start, int end, int from, double hazard)
    {
        for (var element = start; element < end; element++)
            joined[element - from] = relative[element] * hazard;
    }
}

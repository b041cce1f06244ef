using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Log partial likelihood with its first two derivatives. One object serves any number of evaluations.</summary>
/// <remarks>
/// One sweep from the latest time to the earliest, in blocks that stay in the processor's cache. The second derivative is
/// Σ hazard met × xx' over participants − Σ mean × mean' over events. What a participant meets is the hazard of the events of
/// its own block, summed there, and that of blocks to come, which meets Σ relative hazard × xx' of the blocks before at once.
/// Sources: Cox 1975; ties, Efron 1977 and Breslow 1974.
/// </remarks>
sealed class CoxLikelihood : ICoxLikelihood
{
    const int Block = 256;

    readonly bool efron;
    readonly CoxRelativeHazards hazards;
    readonly CoxRunningSums sums;
    readonly CoxTiedTurns turns;
    readonly double[] relative = new double[Block];
    readonly double[] weights = new double[Block];
    readonly double[] increases = new double[Block];
    readonly double[] squares = new double[Block];
    readonly double[] met = new double[Block];
    readonly double[] spared = new double[Block];
    readonly double[] carried;
    readonly double[] unfinished;
    int section;
    int tiedStep;

    public CoxLikelihood(CoxRiskSets riskSets, CoxTies ties)
    {
        (RiskSets, efron) = (riskSets, ties == CoxTies.Efron);
        var columns = riskSets.Columns;
        (hazards, sums) = (new CoxRelativeHazards(riskSets), new CoxRunningSums(riskSets, Block));
        turns = new CoxTiedTurns(riskSets, Block);
        (Score, Information) = (new double[columns], new double[columns * columns]);
        (carried, unfinished) = (new double[columns * columns], new double[columns * columns]);
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
        hazards.Choose(coefficients);
        LogLikelihood = RiskSets.EventOffsets - hazards.ShiftsOfEvents();
        Array.Clear(Information);
        Array.Clear(unfinished);
        for (var column = 0; column < RiskSets.Columns; column++)
        {
            Score[column] = RiskSets.EventSums[column];
            LogLikelihood += coefficients[column] * RiskSets.EventSums[column];
        }

        (section, tiedStep) = (0, 0);
        for (int from = 0, to; from < RiskSets.Length; from = to)
        {
            to = EndOfBlock(from);
            AddBlock(coefficients, from, to);
        }

        turns.Flush(this);
        return double.IsFinite(LogLikelihood);
    }

    /// <summary>From the log likelihood.</summary>
    public void Subtract(double part) => LogLikelihood -= part;

    // A step whose events would be cut in two begins a block of its own, unless it is longer than a block.
    int EndOfBlock(int from)
    {
        var to = Math.Min(from + Block, RiskSets.Length);
        for (var place = tiedStep; efron && place < RiskSets.TiedStepCount; place++)
        {
            ref readonly var step = ref Tied(place);
            if (step.EventsFrom >= to)
                break;
            if (step.End > to && step.EventsFrom > from)
                return step.EventsFrom;
        }

        return to;
    }

    ref readonly CoxStep Tied(int place) => ref RiskSets.Steps[RiskSets.TiedSteps[place]];

    void AddBlock(ReadOnlySpan<double> coefficients, int from, int to)
    {
        var (length, filled, begun) = (to - from, (to - from + 3) / 4 * 4, section);
        hazards.Fill(coefficients, from, relative.AsSpan(0, filled));
        RiskSets.EventWeights.AsSpan(from, filled).CopyTo(weights);
        relative.AsSpan(length, filled - length).Clear();
        weights.AsSpan(length, filled - length).Clear();
        sums.Fill(length, filled);
        for (int start = from, end; start < to; start = end)
        {
            if (section < RiskSets.Sections && RiskSets.Beginnings[section] == start)
            {
                sums.Begin();
                section++;
            }

            end = section < RiskSets.Sections ? Math.Min(to, RiskSets.Beginnings[section]) : to;
            sums.Run(relative.AsSpan(start - from, end - start), start, start - from);
        }

        TakeOutTies(from, to);
        AddSingleEvents(filled);
        if (efron)
            AddTies(from, to);
        var hazard = SumIncreases(from, length, begun);
        for (var place = 0; place < Information.Length; place++)
            Information[place] += hazard * carried[place];
        SpareTies(from, to);
        AddParticipants(relative, from, filled, Information);
        CarryOn(from, to, filled, begun);
    }

    // Breslow's: the events of one time as one event, at the end of the step.
    void TakeOutTies(int from, int to)
    {
        for (var place = tiedStep; place < RiskSets.TiedStepCount && Tied(place).EventsFrom < to; place++)
        {
            ref readonly var step = ref Tied(place);
            var start = Math.Max(step.EventsFrom, from);
            weights.AsSpan(start - from, Math.Min(step.End, to) - start).Clear();
            if (!efron && step.End <= to)
                weights[step.End - 1 - from] = step.Weight;
        }
    }

    void AddSingleEvents(int filled)
    {
        var factors = MemoryMarshal.Cast<double, Vector256<double>>(weights.AsSpan(0, filled));
        var totals = MemoryMarshal.Cast<double, Vector256<double>>(sums.Totals.AsSpan(0, filled))[..factors.Length];
        var hazard = MemoryMarshal.Cast<double, Vector256<double>>(increases.AsSpan(0, filled))[..factors.Length];
        var square = MemoryMarshal.Cast<double, Vector256<double>>(squares.AsSpan(0, filled))[..factors.Length];
        var sum = Vector256<double>.Zero;
        for (var place = 0; place < factors.Length; place++)
        {
            // Where there is no event, the total may be 0 between those who quit and those who join.
            var none = Vector256.Equals(factors[place], Vector256<double>.Zero);
            var total = Vector256.ConditionalSelect(none, Vector256<double>.One, totals[place]);
            sum = Vector256.FusedMultiplyAdd(factors[place], VectorFunctions.Log(total), sum);
            hazard[place] = factors[place] / total;
            square[place] = hazard[place] / total;
        }

        LogLikelihood -= Vector256.Sum(sum);
        for (var column = 0; column < RiskSets.Columns; column++)
            Score[column] -= WeightedProducts.Sum(increases.AsSpan(0, filled), sums.Columns.AsSpan(column * Block, filled));
        WeightedProducts.Add(
            sums.Columns, Block, 0, squares.AsSpan(0, filled), -1, RiskSets.Columns, Information);
    }

    void AddTies(int from, int to)
    {
        for (var place = tiedStep; place < RiskSets.TiedStepCount && Tied(place).EventsFrom < to; place++)
        {
            ref readonly var step = ref Tied(place);
            if (step.EventsFrom >= from)
                turns.Begin();
            var start = Math.Max(step.EventsFrom, from);
            turns.Share(relative.AsSpan(start - from, Math.Min(step.End, to) - start), start);
            if (step.End <= to)
                (increases[step.End - 1 - from], spared[place - tiedStep]) =
                    turns.Take(step, sums, step.End - 1 - from, this);
        }
    }

    // From the earliest back: the hazard that each participant meets in this block; all of it, where their section came before.
    double SumIncreases(int from, int length, int begun)
    {
        var end = length;
        for (var place = section; ; place--)
        {
            var start = place > begun ? RiskSets.Beginnings[place - 1] - from : 0;
            var hazard = 0.0;
            for (var element = end - 1; element >= start; element--)
                met[element] = hazard += increases[element];
            if (place == begun)
                return hazard;
            end = start;
        }
    }

    // Those with the event do not meet all of the hazard of their own step.
    void SpareTies(int from, int to)
    {
        for (var first = tiedStep; tiedStep < RiskSets.TiedStepCount && Tied(tiedStep).End <= to; tiedStep++)
        {
            if (!efron)
                continue;
            ref readonly var step = ref Tied(tiedStep);
            var share = spared[tiedStep - first];
            for (var element = Math.Max(step.EventsFrom, from); element < step.End; element++)
                met[element - from] -= share;
            if (step.EventsFrom >= from)
                continue;
            for (var place = 0; place < Information.Length; place++)
                Information[place] -= share * unfinished[place];
            Array.Clear(unfinished);
        }
    }

    void AddParticipants(ReadOnlySpan<double> hazard, int from, int filled, Span<double> matrix)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(hazard[..filled]);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(met.AsSpan(0, filled))[..left.Length];
        for (var place = 0; place < left.Length; place++)
            right[place] *= left[place];
        WeightedProducts.Add(
            RiskSets.Values, RiskSets.Stride, from, met.AsSpan(0, filled), 1, RiskSets.Columns, matrix);
    }

    // What later blocks need of this one.
    void CarryOn(int from, int to, int filled, int begun)
    {
        if (to == RiskSets.Length || (section < RiskSets.Sections && RiskSets.Beginnings[section] == to))
        {
            Array.Clear(carried);
            return;
        }

        if (efron && tiedStep < RiskSets.TiedStepCount && Tied(tiedStep).EventsFrom < to)
        {
            var start = Math.Max(Tied(tiedStep).EventsFrom, from) - from;
            met.AsSpan(0, start).Clear();
            met.AsSpan(start, filled - start).Fill(1);
            AddParticipants(relative, from, filled, unfinished);
        }

        if (section > begun)
        {
            Array.Clear(carried);
            relative.AsSpan(0, RiskSets.Beginnings[section - 1] - from).Clear();
        }

        WeightedProducts.Add(
            RiskSets.Values, RiskSets.Stride, from, relative.AsSpan(0, filled), 1, RiskSets.Columns, carried);
    }
}

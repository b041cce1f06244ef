namespace Medulla.Statistics.Numerics;

/// <summary>Places of values from the smallest to the largest.</summary>
/// <remarks>
/// Values are first ordered by their place in the range, cut into 2³² steps, by distribution, 11 bits at a time; the few that
/// share a step are then compared.
/// </remarks>
static class AscendingOrder
{
    const int Bits = 11;
    const int Buckets = 1 << Bits;
    const int FewEnoughToCompare = 256;
    const int ShortRun = 24;

    /// <summary>The order of finite values.</summary>
    public static int[] Of(ReadOnlySpan<double> values)
    {
        var order = new int[values.Length];
        for (var place = 0; place < order.Length; place++)
            order[place] = place;
        if (values.Length <= FewEnoughToCompare)
            Compare(values, order);
        else
            Distribute(values, ref order);
        return order;
    }

    static void Distribute(ReadOnlySpan<double> values, ref int[] order)
    {
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        var scale = uint.MaxValue / (highest - lowest);
        if (!double.IsFinite(scale))
        {
            Compare(values, order);
            return;
        }

        var steps = new uint[values.Length];
        var counts = new int[3 * Buckets];
        for (var place = 0; place < steps.Length; place++)
        {
            var step = (uint)Math.Min(uint.MaxValue, (values[place] - lowest) * scale);
            steps[place] = step;
            counts[step & (Buckets - 1)]++;
            counts[Buckets + (step >> Bits & (Buckets - 1))]++;
            counts[2 * Buckets + (step >> 2 * Bits)]++;
        }

        var (sortedSteps, sorted) = (new uint[values.Length], new int[values.Length]);
        for (var digit = 0; digit < 3; digit++)
        {
            var starts = counts.AsSpan(digit * Buckets, Buckets);
            var start = 0;
            for (var bucket = 0; bucket < Buckets; bucket++)
                (starts[bucket], start) = (start, start + starts[bucket]);
            for (var place = 0; place < steps.Length; place++)
            {
                var target = starts[(int)(steps[place] >> digit * Bits & (Buckets - 1))]++;
                sortedSteps[target] = steps[place];
                sorted[target] = order[place];
            }

            (steps, sortedSteps) = (sortedSteps, steps);
            (order, sorted) = (sorted, order);
        }

        for (int from = 0, to; from < order.Length; from = to)
        {
            var equal = true;
            for (to = from + 1; to < order.Length && steps[to] == steps[from]; to++)
                equal &= values[order[to]] == values[order[from]];
            if (!equal)
                Compare(values, order.AsSpan(from, to - from));
        }
    }

    static void Compare(ReadOnlySpan<double> values, Span<int> order)
    {
        if (order.Length > ShortRun)
        {
            var keys = new double[order.Length];
            for (var place = 0; place < keys.Length; place++)
                keys[place] = values[order[place]];
            keys.AsSpan().Sort(order);
            return;
        }

        for (var place = 1; place < order.Length; place++)
        {
            var one = order[place];
            var before = place;
            for (; before > 0 && values[order[before - 1]] > values[one]; before--)
                order[before] = order[before - 1];
            order[before] = one;
        }
    }
}

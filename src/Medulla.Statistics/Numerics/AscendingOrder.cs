using System.Buffers;

namespace Medulla.Statistics.Numerics;

/// <summary>Sorts finite values from the smallest to the largest.</summary>
/// <remarks>
/// The bits of doubles, read as whole numbers with those of negative ones turned over, have the order of the doubles. Many
/// values are ordered by the leading 33 bits of their range in three counting passes; what these leave unordered are short
/// runs, which are then put right.
/// </remarks>
static class AscendingOrder
{
    // Below this, sorting by comparison is faster than clearing the counters.
    const int Few = 1500;
    const int DigitBits = 11;
    const int Buckets = 1 << DigitBits;
    const int LeadingBits = 3 * DigitBits;
    const int ShortRun = 24;
    const ulong Sign = 1UL << 63;

    /// <summary>Places of the values from the smallest to the largest.</summary>
    public static int[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var places = new int[values.Length];
        for (var place = 0; place < places.Length; place++)
            places[place] = place;
        Sort(sorted, places);
        return places;
    }

    /// <summary>Sorts in place; the order among equal values is always the same for the same input.</summary>
    /// <param name="values">Finite.</param>
    /// <param name="labels">One per value, carried along.</param>
    public static void Sort(Span<double> values, Span<int> labels)
    {
        if (values.Length < Few)
        {
            values.Sort(labels);
            return;
        }

        var keys = ArrayPool<ulong>.Shared.Rent(2 * values.Length);
        var carried = ArrayPool<int>.Shared.Rent(values.Length);
        Distribute(values, labels, keys.AsSpan(0, values.Length), keys.AsSpan(values.Length, values.Length), carried.AsSpan(0, values.Length));
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(carried);
    }

    static void Distribute(Span<double> values, Span<int> labels, Span<ulong> keys, Span<ulong> otherKeys, Span<int> otherLabels)
    {
        ulong smallest = ulong.MaxValue, largest = 0;
        for (var place = 0; place < values.Length; place++)
        {
            var key = ToKey(values[place]);
            keys[place] = key;
            smallest = Math.Min(smallest, key);
            largest = Math.Max(largest, key);
        }

        var shift = Math.Max(0, 64 - (int)ulong.LeadingZeroCount(largest - smallest) - LeadingBits);
        Span<int> counts = stackalloc int[3 * Buckets];
        counts.Clear();
        foreach (var key in keys)
        {
            var digits = (key - smallest) >> shift;
            counts[(int)(digits & (Buckets - 1))]++;
            counts[Buckets + (int)((digits >> DigitBits) & (Buckets - 1))]++;
            counts[2 * Buckets + (int)(digits >> (2 * DigitBits))]++;
        }

        var from = new Columns(keys, labels);
        var to = new Columns(otherKeys, otherLabels);
        for (var digit = 0; digit < 3; digit++)
        {
            Scatter(from, to, counts.Slice(digit * Buckets, Buckets), smallest, shift + digit * DigitBits);
            var last = from;
            from = to;
            to = last;
        }

        PutRunsRight(from.Keys, from.Labels, smallest, shift);
        from.Labels.CopyTo(labels);
        for (var place = 0; place < values.Length; place++)
            values[place] = FromKey(from.Keys[place]);
    }

    static void Scatter(Columns from, Columns to, Span<int> counts, ulong smallest, int shift)
    {
        var start = 0;
        foreach (ref var count in counts)
        {
            var here = count;
            count = start;
            start += here;
        }

        for (var place = 0; place < from.Keys.Length; place++)
        {
            var key = from.Keys[place];
            var target = counts[(int)(((key - smallest) >> shift) & (Buckets - 1))]++;
            to.Keys[target] = key;
            to.Labels[target] = from.Labels[place];
        }
    }

    // Keys that agree in the leading bits stand together, in the order given.
    static void PutRunsRight(Span<ulong> keys, Span<int> labels, ulong smallest, int shift)
    {
        if (shift == 0)
            return;
        var start = 0;
        for (var end = 1; end <= keys.Length; end++)
        {
            if (end < keys.Length && (keys[end] - smallest) >> shift == (keys[start] - smallest) >> shift)
                continue;
            if (end - start > ShortRun)
                keys[start..end].Sort(labels[start..end]);
            else if (end - start > 1)
                Insert(keys[start..end], labels[start..end]);
            start = end;
        }
    }

    static void Insert(Span<ulong> keys, Span<int> labels)
    {
        for (var place = 1; place < keys.Length; place++)
        {
            var (key, label, hole) = (keys[place], labels[place], place);
            for (; hole > 0 && keys[hole - 1] > key; hole--)
                (keys[hole], labels[hole]) = (keys[hole - 1], labels[hole - 1]);
            (keys[hole], labels[hole]) = (key, label);
        }
    }

    static ulong ToKey(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0); // −0 becomes 0.
        return bits >> 63 == 0 ? bits | Sign : ~bits;
    }

    static double FromKey(ulong key) => BitConverter.UInt64BitsToDouble(key >> 63 == 1 ? key & ~Sign : ~key);

    readonly ref struct Columns(Span<ulong> keys, Span<int> labels)
    {
        public Span<ulong> Keys { get; } = keys;

        public Span<int> Labels { get; } = labels;
    }
}

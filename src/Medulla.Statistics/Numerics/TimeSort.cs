using System.Buffers;

namespace Medulla.Statistics.Numerics;

/// <summary>Sorts times that are 0 or more, carrying a label along with each.</summary>
/// <remarks>
/// The bits of such doubles, read as whole numbers, have the order of the doubles. Many times are ordered by the leading 33
/// bits of their range in three counting passes; what these leave unordered are short runs, which are then put right.
/// </remarks>
static class TimeSort
{
    // Below this, sorting by comparison is faster than clearing the counters.
    const int Few = 1500;
    const int DigitBits = 11;
    const int Buckets = 1 << DigitBits;
    const int LeadingBits = 3 * DigitBits;
    const int ShortRun = 24;

    /// <summary>Earliest first; the order among equal times is always the same for the same input.</summary>
    /// <param name="times">0 or more, and finite.</param>
    /// <param name="labels">One per time.</param>
    public static void Ascending(Span<double> times, Span<int> labels)
    {
        if (times.Length < Few)
        {
            times.Sort(labels);
            return;
        }

        var keys = ArrayPool<ulong>.Shared.Rent(2 * times.Length);
        var carried = ArrayPool<int>.Shared.Rent(times.Length);
        Sort(times, labels, keys.AsSpan(0, times.Length), keys.AsSpan(times.Length, times.Length), carried.AsSpan(0, times.Length));
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(carried);
    }

    static void Sort(Span<double> times, Span<int> labels, Span<ulong> keys, Span<ulong> otherKeys, Span<int> otherLabels)
    {
        ulong smallest = ulong.MaxValue, largest = 0;
        for (var place = 0; place < times.Length; place++)
        {
            var bits = BitConverter.DoubleToUInt64Bits(times[place] + 0.0); // −0 becomes 0.
            keys[place] = bits;
            smallest = Math.Min(smallest, bits);
            largest = Math.Max(largest, bits);
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
        for (var place = 0; place < times.Length; place++)
            times[place] = BitConverter.UInt64BitsToDouble(from.Keys[place]);
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

    readonly ref struct Columns(Span<ulong> keys, Span<int> labels)
    {
        public Span<ulong> Keys { get; } = keys;

        public Span<int> Labels { get; } = labels;
    }
}

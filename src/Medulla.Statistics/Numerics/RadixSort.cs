namespace Medulla.Statistics.Numerics;

/// <summary>Sorts finite numbers by their bits, eleven at a time: linear in their count, and stable.</summary>
/// <remarks>0 and −0 are one number. Short lists are sorted by comparison, which is faster there.</remarks>
static class RadixSort
{
    const int Digit = 11;
    const int Passes = 6;
    const int Buckets = 1 << Digit;
    const int ShortList = 400;
    const ulong SignBit = 1UL << 63;

    /// <summary>The values in ascending order, in a new array.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        if (sorted.Length < ShortList)
        {
            Array.Sort(sorted);
            return sorted;
        }

        var keys = Keys(values);
        var other = new ulong[keys.Length];
        var starts = Starts(keys);
        for (var pass = 0; pass < Passes; pass++)
        {
            var start = starts.AsSpan(pass * Buckets, Buckets);
            var shift = pass * Digit;
            if (OneBucket(keys, start, shift))
                continue;
            unchecked
            {
                foreach (var key in keys)
                    other[start[(int)(key >> shift) & (Buckets - 1)]++] = key;
            }

            (keys, other) = (other, keys);
        }

        for (var place = 0; place < keys.Length; place++)
            sorted[place] = Value(keys[place]);
        return sorted;
    }

    /// <summary>The places of the values, counted from 0, in ascending order of value; equal values keep their order.</summary>
    public static int[] Order(ReadOnlySpan<double> values)
    {
        var order = new int[values.Length];
        for (var place = 0; place < order.Length; place++)
            order[place] = place;
        var keys = Keys(values);
        if (order.Length < ShortList)
        {
            // The place as the second key keeps it stable.
            var pairs = new (ulong Key, int Place)[order.Length];
            for (var place = 0; place < order.Length; place++)
                pairs[place] = (keys[place], place);
            Array.Sort(pairs);
            for (var place = 0; place < order.Length; place++)
                order[place] = pairs[place].Place;
            return order;
        }

        var (other, otherOrder) = (new ulong[keys.Length], new int[keys.Length]);
        var starts = Starts(keys);
        for (var pass = 0; pass < Passes; pass++)
        {
            var start = starts.AsSpan(pass * Buckets, Buckets);
            var shift = pass * Digit;
            if (OneBucket(keys, start, shift))
                continue;
            unchecked
            {
                for (var place = 0; place < keys.Length; place++)
                {
                    var target = start[(int)(keys[place] >> shift) & (Buckets - 1)]++;
                    other[target] = keys[place];
                    otherOrder[target] = order[place];
                }
            }

            (keys, other, order, otherOrder) = (other, keys, otherOrder, order);
        }

        return order;
    }

    // Ascending doubles become ascending whole numbers: the sign bit is turned, and all bits of what is below 0.
    static ulong[] Keys(ReadOnlySpan<double> values)
    {
        var keys = new ulong[values.Length];
        unchecked
        {
            for (var place = 0; place < keys.Length; place++)
            {
                var bits = BitConverter.DoubleToUInt64Bits(values[place] + 0.0);
                keys[place] = bits ^ ((ulong)((long)bits >> 63) | SignBit);
            }
        }

        return keys;
    }

    static double Value(ulong key) =>
        BitConverter.UInt64BitsToDouble((key & SignBit) != 0 ? key ^ SignBit : ~key);

    static int[] Starts(ulong[] keys)
    {
        var starts = new int[Passes * Buckets];
        unchecked
        {
            foreach (var key in keys)
                for (var pass = 0; pass < Passes; pass++)
                    starts[pass * Buckets + ((int)(key >> (pass * Digit)) & (Buckets - 1))]++;
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            var sum = 0;
            foreach (ref var start in starts.AsSpan(pass * Buckets, Buckets))
                (start, sum) = (sum, sum + start);
        }

        return starts;
    }

    static bool OneBucket(ulong[] keys, ReadOnlySpan<int> start, int shift)
    {
        var bucket = unchecked((int)(keys[0] >> shift) & (Buckets - 1));
        return start[bucket] == 0 && (bucket == Buckets - 1 || start[bucket + 1] == keys.Length);
    }
}

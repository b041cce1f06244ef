namespace Medulla.Statistics.Association;

/// <summary>Sums over the runs of tied values of one column, t values in each.</summary>
/// <param name="Pairs">Σ t(t − 1)/2: pairs of participants that tie.</param>
/// <param name="Triples">Σ t(t − 1)(t − 2).</param>
/// <param name="Spread">Σ t(t − 1)(2t + 5).</param>
readonly record struct TiedRuns(double Pairs, double Triples, double Spread)
{
    public TiedRuns With(double run) => new(
        Pairs + run * (run - 1) / 2, Triples + run * (run - 1) * (run - 2), Spread + run * (run - 1) * (2 * run + 5));
}

/// <summary>All pairs of participants by whether two columns order them alike, counted in O(n log n).</summary>
/// <param name="Difference">Concordant less discordant pairs.</param>
/// <param name="InBoth">Pairs that tie in both columns.</param>
/// <remarks>Discordant pairs are the exchanges of a merge sort. Sources: Knight 1966.</remarks>
readonly record struct KendallPairs(double Difference, TiedRuns InX, TiedRuns InY, double InBoth)
{
    const int Run = 8;

    public static KendallPairs Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var count = x.Count;
        var (xSorted, yRanks, inY) = (new double[count], Ranks(y, out var runs), runs);
        var order = new int[count];
        for (var index = 0; index < count; index++)
            (xSorted[index], order[index]) = (x[index], index);
        Array.Sort(xSorted, order);

        var ranks = new int[count];
        for (var place = 0; place < count; place++)
            ranks[place] = yRanks[order[place]];

        TiedRuns inX = default;
        var inBoth = 0.0;
        for (int first = 0, next; first < count; first = next)
        {
            next = first + 1;
            while (next < count && xSorted[next] == xSorted[first])
                next++;
            if (next - first == 1)
                continue;
            inX = inX.With(next - first);
            Array.Sort(ranks, first, next - first);
            inBoth += RunsOf(ranks.AsSpan(first, next - first)).Pairs;
        }

        var discordant = (double)Exchanges(ranks);
        var untied = count * (count - 1.0) / 2 - inX.Pairs - inY.Pairs + inBoth;
        return new KendallPairs(untied - 2 * discordant, inX, inY, inBoth);
    }

    /// <summary>Dense ranks from 0: whole numbers compare and move faster.</summary>
    static int[] Ranks(IReadOnlyList<double> values, out TiedRuns runs)
    {
        var count = values.Count;
        var (sorted, order, ranks) = (new double[count], new int[count], new int[count]);
        for (var index = 0; index < count; index++)
            (sorted[index], order[index]) = (values[index], index);
        Array.Sort(sorted, order);

        runs = default;
        var rank = 0;
        for (int first = 0, next; first < count; first = next, rank++)
        {
            next = first + 1;
            while (next < count && sorted[next] == sorted[first])
                next++;
            if (next - first > 1)
                runs = runs.With(next - first);
            for (var place = first; place < next; place++)
                ranks[order[place]] = rank;
        }

        return ranks;
    }

    static TiedRuns RunsOf(ReadOnlySpan<int> sorted)
    {
        TiedRuns runs = default;
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
                next++;
            runs = runs.With(next - first);
        }

        return runs;
    }

    /// <summary>Exchanges of neighbours that sort the values: the pairs that stand in falling order.</summary>
    static long Exchanges(int[] values)
    {
        var exchanges = 0L;
        for (var first = 0; first < values.Length; first += Run)
            exchanges += Insert(values.AsSpan(first, Math.Min(Run, values.Length - first)));

        var (source, target) = (values, new int[values.Length]);
        for (var width = Run; width < values.Length; width *= 2)
        {
            for (var first = 0; first < values.Length; first += 2 * width)
            {
                var middle = Math.Min(first + width, values.Length);
                var end = Math.Min(first + 2 * width, values.Length);
                exchanges += Merge(source.AsSpan(first, end - first), middle - first, target.AsSpan(first, end - first));
            }

            (source, target) = (target, source);
        }

        return exchanges;
    }

    static int Insert(Span<int> values)
    {
        var exchanges = 0;
        for (var next = 1; next < values.Length; next++)
        {
            var value = values[next];
            var place = next;
            while (place > 0 && values[place - 1] > value)
            {
                values[place] = values[place - 1];
                place--;
            }

            values[place] = value;
            exchanges += next - place;
        }

        return exchanges;
    }

    static long Merge(ReadOnlySpan<int> source, int middle, Span<int> target)
    {
        var exchanges = 0L;
        var (left, right, place) = (0, middle, 0);
        while (left < middle && right < source.Length)
        {
            if (source[right] < source[left])
            {
                exchanges += middle - left;
                target[place++] = source[right++];
            }
            else
            {
                target[place++] = source[left++];
            }
        }

        source[left..middle].CopyTo(target[place..]);
        source[right..].CopyTo(target[(place + middle - left)..]);
        return exchanges;
    }
}

namespace Medulla.Statistics.Survival;

/// <summary>Lays a cohort out as <see cref="CoxRiskSets"/>.</summary>
sealed class CoxRiskSetBuilder(CoxDesign design)
{
    readonly double[] times = design.Tied.Times;
    readonly double[] entries = design.Tied.Entries;
    readonly int[] order = Ordered(design);
    readonly List<CoxStep> steps = [];
    int[] elements = [];
    int length;

    /// <summary>The columns' values are left at 0.</summary>
    public CoxRiskSets Build(int columns)
    {
        elements = new int[design.Tied.Truncated ? 2 * order.Length : order.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            var stratum = design.StratumOf?[order[from]];
            to = stratum is null ? order.Length : from + 1;
            while (to < order.Length && design.StratumOf![order[to]] == stratum)
                to++;
            AddStratum(order.AsSpan(from, to - from));
        }

        var riskSets = new CoxRiskSets(columns, length, steps.Count)
        {
            Length = length, StepCount = steps.Count, HasOffsets = design.Offsets is not null,
            Truncated = design.Tied.Truncated,
        };
        steps.CopyTo(riskSets.Steps);
        for (var element = 0; element < length; element++)
        {
            var row = elements[element] < 0 ? ~elements[element] : elements[element];
            riskSets.Rows[element] = row;
            riskSets.Weights[element] = elements[element] < 0 ? -design.Weight(row) : design.Weight(row);
            riskSets.Offsets[element] = design.Offsets?[row] ?? 0;
        }

        return riskSets;
    }

    // Stratum by stratum, earliest first; rows of weight 0 left out.
    static int[] Ordered(CoxDesign design)
    {
        var earliestFirst = design.Tied.Order;
        if (design.Weights is { } weights && weights.Contains(0))
            earliestFirst = Array.FindAll(earliestFirst, row => weights[row] > 0);
        if (design.StratumOf is not { } strata)
            return earliestFirst;

        var starts = new int[design.StratumNames.Length + 1];
        foreach (var row in earliestFirst)
            starts[strata[row] + 1]++;
        for (var stratum = 1; stratum < starts.Length; stratum++)
            starts[stratum] += starts[stratum - 1];
        var byStratum = new int[earliestFirst.Length];
        foreach (var row in earliestFirst)
            byStratum[starts[strata[row]]++] = row;
        return byStratum;
    }

    void AddStratum(ReadOnlySpan<int> rows)
    {
        // Somebody is at risk at an event time if the latest one up to their end is after their entry.
        var atRisk = new bool[rows.Length];
        var latest = double.NegativeInfinity;
        for (int from = 0, to; from < rows.Length; from = to)
        {
            to = SameTime(rows, from);
            foreach (var row in rows[from..to])
                if (design.Events[row])
                    latest = times[row];
            for (var place = from; place < to; place++)
                atRisk[place] = latest > entries[rows[place]];
        }

        var leaving = design.Tied.Truncated ? LatestEntryFirst(rows, atRisk) : [];
        var (left, carried, start) = (0, 0, length);
        var pending = new int[rows.Length];
        var waiting = 0;
        for (int to = rows.Length, from; to > 0; to = from)
        {
            from = to - 1;
            while (from > 0 && times[rows[from - 1]] == times[rows[to - 1]])
                from--;
            var time = times[rows[from]];
            var events = 0;
            for (var place = from; place < to; place++)
                if (design.Events[rows[place]])
                    events++;
                else if (atRisk[place])
                    pending[waiting++] = rows[place];
            if (events == 0)
                continue;

            var quits = left;
            while (left < leaving.Length && entries[leaving[left]] >= time)
                left++;
            carried -= left - quits;
            var begins = length == start || carried == 0;
            if (!begins)
                foreach (var row in leaving.AsSpan(quits, left - quits))
                    elements[length++] = ~row;
            foreach (var row in pending.AsSpan(0, waiting))
                elements[length++] = row;
            var (eventsFrom, weight) = (length, 0.0);
            for (var place = from; place < to; place++)
                if (design.Events[rows[place]])
                {
                    elements[length++] = rows[place];
                    weight += design.Weight(rows[place]);
                }

            steps.Add(new CoxStep(length, eventsFrom, events, weight, time, begins));
            carried += waiting + events;
            waiting = 0;
        }
    }

    int SameTime(ReadOnlySpan<int> rows, int from)
    {
        var to = from + 1;
        while (to < rows.Length && times[rows[to]] == times[rows[from]])
            to++;
        return to;
    }

    int[] LatestEntryFirst(ReadOnlySpan<int> rows, bool[] atRisk)
    {
        var leaving = new List<int>();
        for (var place = 0; place < rows.Length; place++)
            if (atRisk[place] && entries[rows[place]] > double.NegativeInfinity)
                leaving.Add(rows[place]);
        return [.. leaving.OrderByDescending(row => entries[row])];
    }
}

namespace Medulla.Statistics.Survival;

/// <summary>Lays a cohort out as <see cref="CoxRiskSets"/>.</summary>
sealed class CoxRiskSetBuilder(CoxDesign design)
{
    readonly int[] order = Ordered(design);
    CoxStep[] steps = [];
    int[] elements = [];
    double[] ends = [];
    bool[] observed = [];
    int length;
    int stepCount;

    /// <summary>The columns' values are left at 0.</summary>
    public CoxRiskSets Build(int columns)
    {
        var truncated = design.Tied.Truncated;
        ends = InOrder(design.Tied);
        observed = GC.AllocateUninitializedArray<bool>(order.Length);
        var events = 0;
        var given = design.Events;
        for (var place = 0; place < observed.Length; place++)
            events += (observed[place] = given[order[place]]) ? 1 : 0;
        elements = GC.AllocateUninitializedArray<int>(truncated ? 2 * order.Length : order.Length);
        steps = GC.AllocateUninitializedArray<CoxStep>(events);
        for (int from = 0, to; from < order.Length; from = to)
        {
            var stratum = design.StratumOf?[order[from]];
            to = stratum is null ? order.Length : from + 1;
            while (to < order.Length && design.StratumOf![order[to]] == stratum)
                to++;
            if (truncated)
                AddTruncated(from, to);
            else
                AddCensored(from, to);
        }

        var riskSets = new CoxRiskSets(columns, elements, steps, length, design.Offsets is not null)
        {
            Length = length, StepCount = stepCount, Truncated = truncated,
            Unweighted = !truncated && design.Weights is null,
        };
        if (riskSets.Unweighted)
            riskSets.Weights.AsSpan(0, length).Fill(1);
        else
            Weigh(riskSets);
        for (var element = 0; element < length && riskSets.HasOffsets; element++)
            riskSets.Offsets[element] = design.Offsets![riskSets.Rows[element]];
        return riskSets;
    }

    // Those who quit were marked by the complement of their row.
    void Weigh(CoxRiskSets riskSets)
    {
        for (var element = 0; element < length; element++)
        {
            var row = elements[element];
            riskSets.Weights[element] = row < 0 ? -design.Weight(~row) : design.Weight(row);
            elements[element] = row < 0 ? ~row : row;
        }
    }

    double[] InOrder(TiedTimes tied)
    {
        if (ReferenceEquals(order, tied.Order))
            return tied.Ends;
        var inOrder = new double[order.Length];
        for (var place = 0; place < order.Length; place++)
            inOrder[place] = tied.Times[order[place]];
        return inOrder;
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

    // Everybody is at risk from the start: who was censored before the first event is at risk at none.
    void AddCensored(int first, int last)
    {
        var (rows, observations, times) = (order, observed, ends);
        var (begins, inUse, next) = (true, length, length);
        for (int to = last, from; to > first; to = from)
        {
            from = to - 1;
            if (from == first || times[from - 1] != times[from])
            {
                // Mostly nobody shares a time.
                elements[next++] = rows[from];
                if (!observations[from])
                    continue;
                var weight = design.Weights is null ? 1 : design.Weight(rows[from]);
                steps[stepCount++] = new CoxStep(next, next - 1, 1, weight, times[from], begins);
            }
            else
            {
                from = Earliest(first, to);
                for (var place = from; place < to; place++)
                    if (!observations[place])
                        elements[next++] = rows[place];
                length = next;
                var any = AddEvents(from, to, begins);
                next = length;
                if (!any)
                    continue;
            }

            begins = false;
            inUse = next;
        }

        length = inUse;
    }

    bool AddEvents(int from, int to, bool begins)
    {
        var (eventsFrom, weight) = (length, 0.0);
        for (var place = from; place < to; place++)
            if (observed[place])
            {
                elements[length++] = order[place];
                weight += design.Weight(order[place]);
            }

        if (length == eventsFrom)
            return false;
        steps[stepCount++] = new CoxStep(length, eventsFrom, length - eventsFrom, weight, ends[from], begins);
        return true;
    }

    // The first of the places that share the time of the last before the end.
    int Earliest(int first, int end)
    {
        var place = end - 1;
        while (place > first && ends[place - 1] == ends[end - 1])
            place--;
        return place;
    }

    void AddTruncated(int first, int last)
    {
        // Somebody is at risk at an event time if the latest one up to their end is after their entry.
        var entries = design.Tied.Entries;
        var atRisk = new bool[last - first];
        var latest = double.NegativeInfinity;
        for (int from = first, to; from < last; from = to)
        {
            for (to = from; to < last && ends[to] == ends[from]; to++)
                if (observed[to])
                    latest = ends[to];
            for (var place = from; place < to; place++)
                atRisk[place - first] = latest > entries[order[place]];
        }

        var leaving = LatestEntryFirst(order.AsSpan(first, last - first), atRisk, entries);
        var (left, carried, start) = (0, 0, length);
        var pending = new int[last - first];
        var waiting = 0;
        for (int to = last, from; to > first; to = from)
        {
            from = Earliest(first, to);
            var events = 0;
            for (var place = from; place < to; place++)
                if (observed[place])
                    events++;
                else if (atRisk[place - first])
                    pending[waiting++] = order[place];
            if (events == 0)
                continue;

            var quits = left;
            while (left < leaving.Length && entries[leaving[left]] >= ends[from])
                left++;
            carried -= left - quits;
            var begins = length == start || carried == 0;
            if (!begins)
                foreach (var row in leaving.AsSpan(quits, left - quits))
                    elements[length++] = ~row;
            foreach (var row in pending.AsSpan(0, waiting))
                elements[length++] = row;
            AddEvents(from, to, begins);
            carried += waiting + events;
            waiting = 0;
        }
    }

    static int[] LatestEntryFirst(ReadOnlySpan<int> rows, bool[] atRisk, double[] entries)
    {
        var leaving = new List<int>();
        for (var place = 0; place < rows.Length; place++)
            if (atRisk[place] && entries[rows[place]] > double.NegativeInfinity)
                leaving.Add(rows[place]);
        return [.. leaving.OrderByDescending(row => entries[row])];
    }
}

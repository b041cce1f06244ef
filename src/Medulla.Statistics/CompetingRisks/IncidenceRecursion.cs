using System.Collections.Immutable;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Goes through a cohort in time, with the estimates and their variances at each distinct time.</summary>
/// <remarks>
/// The influence of a participant on a cumulative incidence F is, while at risk, B − B(entry) − C(entry) (F − F(entry)), where
/// C = Σ d / (n (n − d)) and B sums (C − 1/n) dF; once follow-up has ended at X it is U(X) − A (F − F(X)) with A and U of the
/// participant alone. Sums of U², U A and A² therefore step from time to time, and the whole is linear in the participants.
/// </remarks>
sealed class IncidenceRecursion
{
    readonly IReadOnlyList<CompetingFollowUp> cohort;
    readonly int[] causes;
    readonly OrderedTimes ordered;
    readonly int[] latestEntryLast;
    readonly double[] spreads;        // C after each time
    readonly double[] survivals;      // just before each time
    readonly int[] atRisks;
    readonly int[] events;
    readonly double[] incidences;     // F after each time, cause by cause
    readonly double[] commons;        // B after each time, cause by cause

    public IncidenceRecursion(IReadOnlyList<CompetingFollowUp> cohort, int[] causes)
    {
        (this.cohort, this.causes, ordered) = (cohort, causes, OrderedTimes.Of(cohort));
        latestEntryLast = ordered.Entries.Length == 0 ? []
            : [.. Enumerable.Range(0, cohort.Count).OrderBy(index => ordered.Entries[index])];
        (spreads, survivals, atRisks, events) = (new double[Points], new double[Points], new int[Points], new int[Points]);
        (incidences, commons) = (new double[Points * causes.Length], new double[Points * causes.Length]);
    }

    public int Participants => cohort.Count;

    public int Points => ordered.Times.Length;

    public void Run(bool aalen, Action<IncidencePoint> report)
    {
        var point = new IncidencePoint(causes.Length);
        var sums = new InfluenceSums(causes.Length);
        var martingale = new MartingaleSums(causes.Length);
        var started = latestEntryLast.Length == 0 ? cohort.Count : 0;
        double survival = 1, spread = 0, greenwood = 0;
        var (common, changes) = (new double[causes.Length], new double[causes.Length]);
        for (var time = 0; time < Points; time++)
        {
            while (started < cohort.Count && ordered.Entries[latestEntryLast[started]] < ordered.Times[time])
                started++;
            point.Count(ordered.Times[time], started - ordered.Firsts[time]);
            for (var place = ordered.Firsts[time]; place < ordered.Firsts[time + 1]; place++)
                if (CauseOf(ordered.Order[place]) is >= 0 and var cause)
                    point.Add(cause);
            (survivals[time], atRisks[time], events[time]) = (survival, point.AtRisk, point.AllEvents);

            double atRisk = point.AtRisk, surviving = point.AtRisk - point.AllEvents;
            point.Advance(survival);
            var share = surviving > 0 ? point.AllEvents / (atRisk * surviving) : 0; // Nothing changes once nobody survives.
            for (var cause = 0; cause < causes.Length; cause++)
                common[cause] += (spread - 1 / atRisk) * point.Step[cause];
            spread += share;
            greenwood += share;
            Array.Copy(point.Incidence, 0, incidences, time * causes.Length, causes.Length);
            Array.Copy(common, 0, commons, time * causes.Length, causes.Length);
            spreads[time] = spread;

            if (aalen)
                martingale.Advance(point, survival);
            else
                StepInfluence(sums, point, time, survival, share, changes);
            survival = point.EventFree;
            point.EventFreeVariance = survival * survival * (aalen ? greenwood : sums.SelfSquares);
            for (var cause = 0; cause < causes.Length; cause++)
                point.Variance[cause] = aalen ? martingale.Variance(cause) : sums.Variance(cause);
            report(point);
        }
    }

    /// <summary>Mean times in the event-free state and lost to each cause.</summary>
    public ImmutableArray<RestrictedTime> RestrictedTimes(double horizon)
    {
        var count = causes.Length;
        var (areas, commonAreas) = (new double[(Points + 1) * count], new double[(Points + 1) * count]);
        for (var cause = 0; cause < count; cause++)
            for (var time = 0; time < Points; time++)
            {
                var width = Math.Max(0, Math.Min(horizon, time + 1 < Points ? ordered.Times[time + 1] : horizon)
                    - ordered.Times[time]);
                areas[(time + 1) * count + cause] = areas[time * count + cause] + width * incidences[time * count + cause];
                commonAreas[(time + 1) * count + cause] = commonAreas[time * count + cause]
                    + width * commons[time * count + cause];
            }

        var (lost, variances) = (new double[count], new double[count]);
        var eventFreeVariance = 0.0;
        for (var cause = 0; cause < count; cause++)
            lost[cause] = areas[Points * count + cause];
        for (var time = 0; time < Points; time++)
            for (var place = ordered.Firsts[time]; place < ordered.Firsts[time + 1]; place++)
            {
                var all = 0.0;
                for (var cause = 0; cause < count; cause++)
                {
                    var influence = AreaInfluence(ordered.Order[place], time, cause, horizon, areas, commonAreas);
                    variances[cause] += influence * influence;
                    all += influence;
                }

                eventFreeVariance += all * all;
            }

        return
        [
            new RestrictedTime(Cause: null, horizon, horizon - lost.Sum(), Math.Sqrt(eventFreeVariance)),
            .. causes.Select((cause, place) => new RestrictedTime(cause, horizon, lost[place], Math.Sqrt(variances[place]))),
        ];
    }

    // The integral of one participant's influence up to the horizon. Areas at a time reach up to it, not beyond.
    double AreaInfluence(int index, int time, int cause, double horizon, double[] areas, double[] commonAreas)
    {
        var count = causes.Length;
        var entry = LastBefore(index);
        var (entrySpread, entryIncidence, entryCommon) = AtEntry(entry, cause);
        var end = Math.Min(horizon, ordered.Times[time]);
        var (begin, areaAtEntry, commonAtEntry) = (0.0, 0.0, 0.0);
        if (entry >= 0)
        {
            begin = Math.Min(horizon, ordered.Entries[index]);
            var since = begin - Math.Min(horizon, ordered.Times[entry]);
            areaAtEntry = areas[entry * count + cause] + since * entryIncidence;
            commonAtEntry = commonAreas[entry * count + cause] + since * entryCommon;
        }

        var area = areas[time * count + cause];
        var influence = commonAreas[time * count + cause] - commonAtEntry
            - (end - begin) * (entryCommon - entrySpread * entryIncidence) - entrySpread * (area - areaAtEntry);
        if (ordered.Times[time] >= horizon)
            return influence;

        var incidence = incidences[time * count + cause];
        var (change, self) = AfterEnd(index, time, cause, entrySpread, entryIncidence, entryCommon);
        return influence + (horizon - end) * (change + self * incidence) - self * (areas[Points * count + cause] - area);
    }

    (double Change, double Self) AfterEnd(
        int index, int time, int cause, double entrySpread, double entryIncidence, double entryCommon)
    {
        var self = entrySpread - spreads[time];
        var change = commons[time * causes.Length + cause] - entryCommon
            - entrySpread * (incidences[time * causes.Length + cause] - entryIncidence);
        var own = CauseOf(index);
        if (own == cause)
            change += survivals[time] / atRisks[time];
        if (own >= 0 && atRisks[time] > events[time])
            self += 1.0 / (atRisks[time] - events[time]);
        return (change, self);
    }

    void StepInfluence(InfluenceSums sums, IncidencePoint point, int time, double survival, double share, double[] changes)
    {
        sums.Advance(point, share);
        var own = point.AtRisk > point.AllEvents ? 1.0 / (point.AtRisk - point.AllEvents) : 0;
        for (var place = ordered.Firsts[time]; place < ordered.Firsts[time + 1]; place++)
        {
            var index = ordered.Order[place];
            var entry = LastBefore(index);
            for (var cause = 0; cause < changes.Length; cause++)
            {
                var (entrySpread, entryIncidence, entryCommon) = AtEntry(entry, cause);
                changes[cause] = commons[time * changes.Length + cause] - entryCommon
                    - entrySpread * (incidences[time * changes.Length + cause] - entryIncidence);
            }

            sums.Leave((entry < 0 ? 0 : spreads[entry]) - spreads[time], changes, CauseOf(index), survival / point.AtRisk, own);
        }
    }

    (double Spread, double Incidence, double Common) AtEntry(int entry, int cause) => entry < 0 ? (0, 0, 0)
        : (spreads[entry], incidences[entry * causes.Length + cause], commons[entry * causes.Length + cause]);

    // The last time at or before the entry; −1 where there is none.
    int LastBefore(int index)
    {
        if (ordered.Entries.Length == 0 || double.IsNegativeInfinity(ordered.Entries[index]))
            return -1;
        var place = Array.BinarySearch(ordered.Times, ordered.Entries[index]);
        return place >= 0 ? place : ~place - 1;
    }

    int CauseOf(int index) => cohort[index].Cause is { } cause ? Array.IndexOf(causes, cause) : -1;
}

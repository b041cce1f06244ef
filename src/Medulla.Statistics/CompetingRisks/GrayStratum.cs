namespace Medulla.Statistics.CompetingRisks;

/// <summary>Counts of one stratum at its event times, and its part of the score and variance of a
/// <see cref="GrayTest"/>.</summary>
/// <remarks>
/// With h = n / S(t−) of each group, the pooled incidence rises by d / Σh, and a group's risk set is h (1 − F(t−)). The
/// variance is
/// that of the score as an integral over the martingales of the cause and of the other causes in every group, linear in time
/// once
/// the integrals over the times still to come are known.
/// </remarks>
sealed class GrayStratum
{
    readonly int groups;
    readonly int points;
    readonly double[] atRisk;
    readonly double[] events;
    readonly double[] others;

    GrayStratum(int groups, int points)
    {
        (this.groups, this.points) = (groups, points);
        (atRisk, events, others) = (new double[groups * points], new double[groups * points], new double[groups * points]);
    }

    public static GrayStratum Of(IReadOnlyList<CompetingGroup> groups, int cause)
    {
        var cohort = groups.SelectMany(group => group.FollowUps).ToArray();
        var groupOf = groups.SelectMany((group, place) => Enumerable.Repeat(place, group.FollowUps.Count)).ToArray();
        var ordered = OrderedTimes.Of(cohort);
        var stratum = new GrayStratum(groups.Count, ordered.Times.Length);
        var left = groups.Select(group => group.FollowUps.Count).ToArray();
        for (var time = 0; time < ordered.Times.Length; time++)
        {
            var at = time * groups.Count;
            for (var group = 0; group < groups.Count; group++)
                stratum.atRisk[at + group] = left[group];
            for (var place = ordered.Firsts[time]; place < ordered.Firsts[time + 1]; place++)
            {
                var index = ordered.Order[place];
                left[groupOf[index]]--;
                if (cohort[index].Cause is { } own)
                    (own == cause ? stratum.events : stratum.others)[at + groupOf[index]]++;
            }
        }

        return stratum;
    }

    /// <param name="scores">One per group.</param>
    /// <param name="variances">Group by group.</param>
    /// <param name="rho">Power of the weight.</param>
    public void AddTo(double[] scores, double[] variances, double rho)
    {
        // Twice through the times: the variance at a time needs the integrals up to the end.
        var future = new double[groups * groups];
        Walk(rho, state =>
        {
            for (var row = 0; row < groups; row++)
                scores[row] += state.Weight * (state.Events[row] - state.Total * state.RiskShare(row));
            state.AddIntegrals(future, 1);
        });
        var influence = new double[groups];
        Walk(rho, state =>
        {
            state.AddIntegrals(future, -1);
            for (var source = 0; source < groups; source++)
            {
                if (state.AtRisk[source] == 0)
                    continue;
                var before = state.Survival[source];
                var after = before * (1 - (state.Events[source] + state.Others[source]) / state.AtRisk[source]);
                var kept = after > 0 ? (1 - state.PooledAfter) / after : 0;

                if (state.Total > 0)
                {
                    for (var row = 0; row < groups; row++)
                        influence[row] = state.Kernel(row, source) + future[row * groups + source] * (1 - kept);
                    var ties = state.Total > 1 ? 1 - (state.Total - 1) / (state.Sum * before - 1) : 1;
                    Add(variances, influence, ties * before * state.Total / (state.Sum * state.AtRisk[source]));
                }

                if (state.Others[source] == 0)
                    continue;
                for (var row = 0; row < groups; row++)
                    influence[row] = kept * future[row * groups + source];
                Add(variances, influence,
                    before * before * MartingaleSums.Spread(state.Others[source], state.AtRisk[source]));
            }
        });
    }

    void Walk(double rho, Action<GrayState> visit)
    {
        var state = new GrayState(groups);
        for (var time = 0; time < points; time++)
        {
            state.Enter(atRisk.AsSpan(time * groups, groups), events.AsSpan(time * groups, groups),
                others.AsSpan(time * groups, groups), rho);
            visit(state);
            state.Leave();
        }
    }

    void Add(double[] variances, double[] influence, double weight)
    {
        for (var row = 0; row < groups; row++)
            for (var column = 0; column < groups; column++)
                variances[row * groups + column] += weight * influence[row] * influence[column];
    }
}

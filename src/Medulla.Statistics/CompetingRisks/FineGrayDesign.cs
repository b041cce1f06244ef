using Medulla.Statistics.Regression;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>The cohort as the subdistribution likelihood reads it: in the order of its times, columns standardised.</summary>
sealed class FineGrayDesign
{
    readonly bool censoredLast;

    public FineGrayDesign(
        IReadOnlyList<CompetingFollowUp> cohort, int cause, IReadOnlyList<Covariate> covariates, bool censoredLast)
    {
        this.censoredLast = censoredLast;
        var ordered = OrderedTimes.Of(cohort);
        (Times, Firsts, Names) = (ordered.Times, ordered.Firsts, [.. covariates.Select(covariate => covariate.Name)]);
        (Outcomes, Values) = (new FineGrayOutcome[cohort.Count], new double[cohort.Count * covariates.Count]);
        (Means, Scales) = (new double[covariates.Count], new double[covariates.Count]);
        for (var column = 0; column < covariates.Count; column++)
            Standardise(column, covariates[column].Values, ordered.Order);
        for (var row = 0; row < cohort.Count; row++)
            Outcomes[row] = cohort[ordered.Order[row]].Cause is not { } own ? FineGrayOutcome.Censored
                : own == cause ? FineGrayOutcome.Event : FineGrayOutcome.Competing;
        (PointOf, EventOf) = (new int[cohort.Count], new int[Times.Length]);
        (Censoring, AtRiskOfCensoring, Censored) = (new double[Times.Length], new int[Times.Length], new int[Times.Length]);
        EventTimes = CountAlong();
    }

    public string[] Names { get; }

    public int Columns => Names.Length;

    public int Rows => Outcomes.Length;

    /// <summary>Distinct, rising.</summary>
    public double[] Times { get; }

    /// <summary>First row of each time; one more at the end.</summary>
    public int[] Firsts { get; }

    public FineGrayOutcome[] Outcomes { get; }

    /// <summary>Row after row, standardised.</summary>
    public double[] Values { get; }

    public double[] Means { get; }

    /// <summary>Standard deviations of the columns; 1 for a constant column.</summary>
    public double[] Scales { get; }

    /// <summary>Place in <see cref="Times"/> of each row.</summary>
    public int[] PointOf { get; }

    /// <summary>Places in <see cref="Times"/> at which the event happened.</summary>
    public int[] EventTimes { get; }

    /// <summary>How many event times lie before each time.</summary>
    public int[] EventOf { get; }

    /// <summary>Probability of not being censored before each time.</summary>
    public double[] Censoring { get; }

    public int[] AtRiskOfCensoring { get; }

    public int[] Censored { get; }

    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    public int EventCount(int point)
    {
        var events = 0;
        for (var row = Firsts[point]; row < Firsts[point + 1]; row++)
            events += Outcomes[row] == FineGrayOutcome.Event ? 1 : 0;
        return events;
    }

    void Standardise(int column, IReadOnlyList<double> values, int[] order)
    {
        double mean = 0, squares = 0;
        foreach (var value in values)
            mean += value / values.Count;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        var scale = squares > 0 ? Math.Sqrt(squares / values.Count) : 1;
        (Means[column], Scales[column]) = (mean, scale);
        for (var row = 0; row < order.Length; row++)
            Values[row * Columns + column] = (values[order[row]] - mean) / scale;
    }

    int[] CountAlong()
    {
        var eventTimes = new List<int>();
        var uncensored = 1.0;
        for (var point = 0; point < Times.Length; point++)
        {
            var (events, allEvents) = (0, 0);
            for (var row = Firsts[point]; row < Firsts[point + 1]; row++)
            {
                PointOf[row] = point;
                events += Outcomes[row] == FineGrayOutcome.Event ? 1 : 0;
                allEvents += Outcomes[row] == FineGrayOutcome.Censored ? 0 : 1;
            }

            (Censoring[point], EventOf[point]) = (uncensored, eventTimes.Count);
            AtRiskOfCensoring[point] = Rows - Firsts[point] - (censoredLast ? allEvents : 0);
            Censored[point] = Firsts[point + 1] - Firsts[point] - allEvents;
            if (Censored[point] > 0)
                uncensored *= (double)(AtRiskOfCensoring[point] - Censored[point]) / AtRiskOfCensoring[point];
            if (events > 0)
                eventTimes.Add(point);
        }

        return [.. eventTimes];
    }
}

/// <summary>How follow-up ended, seen from the cause of interest.</summary>
enum FineGrayOutcome : byte
{
    Censored,
    Event,
    Competing,
}

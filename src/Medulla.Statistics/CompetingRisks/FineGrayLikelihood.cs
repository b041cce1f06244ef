using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Weighted log partial likelihood of the subdistribution with its derivatives; one object is reused for every
/// step.</summary>
/// <remarks>
/// The risk set at t holds everyone still followed, and participants with another event at X before t with weight G(t−) /
/// G(X−):
/// two running sums, one from the end, one from the start. The second moment needs no sums per time, because each participant
/// meets
/// the baseline hazard of all the times they are at risk: one pass gives Σ exp(β'x) H x x'.
/// Sources: Fine &amp; Gray 1999; ties, Breslow 1974 and Efron 1977.
/// </remarks>
sealed class FineGrayLikelihood
{
    readonly FineGrayDesign design;
    readonly CoxTies ties;
    readonly double[] hazardMeans;
    readonly double[] predictors;

    public FineGrayLikelihood(FineGrayDesign design, CoxTies ties)
    {
        (this.design, this.ties) = (design, ties);
        var (count, columns) = (design.EventTimes.Length, design.Columns);
        predictors = new double[design.Rows];
        (Relative, Score, Information) = (new double[design.Rows], new double[columns], new double[columns * columns]);
        (Totals, hazardMeans) = (new double[count], new double[count * columns]);
        (Hazards, TiedHazards) = (new double[count], new double[count]);
        TiedHazardMeans = new double[count * columns];
        (CumulativeHazard, WeightedHazard) = (new double[count + 1], new double[count + 1]);
        Residuals = new double[count * columns];
    }

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Minus the second derivative, both triangles.</summary>
    public double[] Information { get; }

    /// <summary>exp(β'x) of each row, relative to the largest, whose logarithm is <see cref="Largest"/>.</summary>
    public double[] Relative { get; }

    public double Largest { get; private set; }

    /// <summary>Sum of the relative hazards at risk at each event time.</summary>
    public double[] Totals { get; }

    /// <summary>Increase of the baseline at each event time, for the relative hazards.</summary>
    public double[] Hazards { get; }

    /// <summary>The increase times the mean of the columns at risk.</summary>
    public double[] HazardMeans => hazardMeans;

    /// <summary>The part that participants with the event at this time are spared by Efron's turns.</summary>
    public double[] TiedHazards { get; }

    public double[] TiedHazardMeans { get; }

    /// <summary>Sum of the increases before each event time; all at the end.</summary>
    public double[] CumulativeHazard { get; }

    /// <summary>The same of G(t−) times the increases.</summary>
    public double[] WeightedHazard { get; }

    /// <summary>Columns of those with the event less the mean at risk, summed at each event time.</summary>
    public double[] Residuals { get; }

    public void At(ReadOnlySpan<double> coefficients)
    {
        Predict(coefficients);
        SumAtRisk();
        LogLikelihood = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        var columns = design.Columns;
        Span<double> workspace = new double[3 * columns];
        for (var place = 0; place < design.EventTimes.Length; place++)
            AtEventTime(place, workspace[..columns], workspace.Slice(columns, columns), workspace[(2 * columns)..]);
        AddMoments();
    }

    /// <summary>The baseline hazard that a row meets while at risk.</summary>
    public double Exposure(int row)
    {
        var point = design.PointOf[row];
        var before = design.EventOf[point];
        var through = before < design.EventTimes.Length && design.EventTimes[before] == point ? before + 1 : before;
        var exposure = CumulativeHazard[through];
        if (design.Outcomes[row] == FineGrayOutcome.Competing)
            exposure += (WeightedHazard[^1] - WeightedHazard[through]) / design.Censoring[point];
        else if (design.Outcomes[row] == FineGrayOutcome.Event)
            exposure -= TiedHazards[before];
        return exposure;
    }

    void Predict(ReadOnlySpan<double> coefficients)
    {
        Largest = double.NegativeInfinity;
        for (var row = 0; row < design.Rows; row++)
        {
            var values = design.Row(row);
            var predictor = 0.0;
            for (var column = 0; column < values.Length; column++)
                predictor += coefficients[column] * values[column];
            predictors[row] = predictor;
            Largest = Math.Max(Largest, predictor);
        }

        for (var row = 0; row < design.Rows; row++)
            Relative[row] = Math.Exp(predictors[row] - Largest);
    }

    // Totals and, in the place of the hazard means, the sums of the columns.
    void SumAtRisk()
    {
        var columns = design.Columns;
        Span<double> sums = new double[columns];
        var total = 0.0;
        var place = design.EventTimes.Length - 1;
        for (var row = design.Rows - 1; row >= 0 && place >= 0; row--)
        {
            total += Relative[row];
            AddScaled(sums, design.Row(row), Relative[row]);
            if (row != design.Firsts[design.EventTimes[place]])
                continue;
            Totals[place] = total;
            sums.CopyTo(hazardMeans.AsSpan(place * columns, columns));
            place--;
        }

        total = 0;
        sums.Clear();
        var next = 0;
        for (place = 0; place < design.EventTimes.Length; place++)
        {
            for (; next < design.Firsts[design.EventTimes[place]]; next++)
                if (design.Outcomes[next] == FineGrayOutcome.Competing)
                {
                    var hazard = Relative[next] / design.Censoring[design.PointOf[next]];
                    total += hazard;
                    AddScaled(sums, design.Row(next), hazard);
                }

            var uncensored = design.Censoring[design.EventTimes[place]];
            Totals[place] += uncensored * total;
            AddScaled(hazardMeans.AsSpan(place * columns, columns), sums, uncensored);
        }
    }

    void AtEventTime(int place, Span<double> eventSums, Span<double> means, Span<double> hazardMean)
    {
        var columns = design.Columns;
        var point = design.EventTimes[place];
        var sums = hazardMeans.AsSpan(place * columns, columns);
        var residuals = Residuals.AsSpan(place * columns, columns);
        var tiedMeans = TiedHazardMeans.AsSpan(place * columns, columns);
        eventSums.Clear();
        residuals.Clear();
        tiedMeans.Clear();
        var (events, eventHazard) = (0, 0.0);
        for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
            if (design.Outcomes[row] == FineGrayOutcome.Event)
            {
                events++;
                eventHazard += Relative[row];
                LogLikelihood += predictors[row] - Largest;
                AddScaled(eventSums, design.Row(row), Relative[row]);
                AddScaled(residuals, design.Row(row), 1);
            }

        // Efron: as if the tied events came one after another, each in a risk set thinned by its share.
        var turns = ties == CoxTies.Efron ? events : 1;
        double hazard = 0, tied = 0;
        means.Clear();
        hazardMean.Clear();
        for (var turn = 0; turn < turns; turn++)
        {
            var thinned = (double)turn / turns;
            var total = Totals[place] - thinned * eventHazard;
            var step = (double)events / turns / total;
            LogLikelihood -= (double)events / turns * Math.Log(total);
            hazard += step;
            tied += thinned * step;
            for (var column = 0; column < columns; column++)
            {
                means[column] = (sums[column] - thinned * eventSums[column]) / total;
                residuals[column] -= step * total * means[column];
                tiedMeans[column] += thinned * step * means[column];
                hazardMean[column] += step * means[column];
                for (var other = 0; other <= column; other++)
                    Information[column * columns + other] -= step * total * means[column] * means[other];
            }
        }

        (Hazards[place], TiedHazards[place]) = (hazard, tied);
        CumulativeHazard[place + 1] = CumulativeHazard[place] + hazard;
        WeightedHazard[place + 1] = WeightedHazard[place] + design.Censoring[point] * hazard;
        for (var column = 0; column < columns; column++)
        {
            Score[column] += residuals[column];
            sums[column] = hazardMean[column];
        }
    }

    void AddMoments()
    {
        var columns = design.Columns;
        for (var row = 0; row < design.Rows; row++)
        {
            var exposure = Relative[row] * Exposure(row);
            var values = design.Row(row);
            for (var column = 0; column < columns; column++)
            {
                var scaled = exposure * values[column];
                for (var other = 0; other <= column; other++)
                    Information[column * columns + other] += scaled * values[other];
            }
        }

        for (var column = 0; column < columns; column++)
            for (var other = 0; other < column; other++)
                Information[other * columns + column] = Information[column * columns + other];
    }

    static void AddScaled(Span<double> sums, ReadOnlySpan<double> values, double factor)
    {
        for (var column = 0; column < sums.Length; column++)
            sums[column] += factor * values[column];
    }
}

namespace Medulla.Statistics.CompetingRisks;

/// <summary>What each participant adds to the score, and the sum of the squares: the middle of the sandwich.</summary>
/// <remarks>
/// A participant adds the columns less the mean at risk at their event, less the same over the baseline they are exposed to;
/// and,
/// because the weights rest on an estimated censoring distribution, the integral of q / π over their censoring martingale,
/// where
/// q(u) sums what those with another event before u still add at u and after, and π(u) are at risk of censoring at u. Prefix
/// sums
/// over time give all of them in one pass each.
/// Sources: Fine &amp; Gray 1999; weights as known, Lin &amp; Wei 1989.
/// </remarks>
static class FineGraySandwich
{
    /// <returns>Order × order numbers, for the standardised columns.</returns>
    public static double[] Middle(FineGrayDesign design, FineGrayLikelihood fitted, bool censoringEstimated)
    {
        var columns = design.Columns;
        var count = design.EventTimes.Length;
        var (means, weightedMeans) = (new double[(count + 1) * columns], new double[(count + 1) * columns]);
        for (var place = 0; place < count; place++)
            for (var column = 0; column < columns; column++)
            {
                var mean = fitted.HazardMeans[place * columns + column];
                means[(place + 1) * columns + column] = means[place * columns + column] + mean;
                weightedMeans[(place + 1) * columns + column] = weightedMeans[place * columns + column]
                    + design.Censoring[design.EventTimes[place]] * mean;
            }

        var censoring = censoringEstimated ? CensoringPart(design, fitted, weightedMeans) : null;
        var eventMeans = EventMeans(design, fitted);
        var middle = new double[columns * columns];
        var part = new double[columns];
        for (var row = 0; row < design.Rows; row++)
        {
            var (point, outcome) = (design.PointOf[row], design.Outcomes[row]);
            var before = design.EventOf[point];
            var through = before < count && design.EventTimes[before] == point ? before + 1 : before;
            var (relative, exposure) = (fitted.Relative[row], fitted.Exposure(row));
            var values = design.Row(row);
            for (var column = 0; column < columns; column++)
            {
                var exposureMean = means[through * columns + column];
                if (outcome == FineGrayOutcome.Competing)
                    exposureMean += (weightedMeans[count * columns + column] - weightedMeans[through * columns + column])
                        / design.Censoring[point];
                else if (outcome == FineGrayOutcome.Event)
                    exposureMean -= fitted.TiedHazardMeans[before * columns + column];
                part[column] = relative * (exposureMean - exposure * values[column]);
                if (outcome == FineGrayOutcome.Event)
                    part[column] += values[column] - eventMeans[before * columns + column];
                if (censoring is not null)
                    part[column] += censoring[(2 * point + (outcome == FineGrayOutcome.Censored ? 1 : 0)) * columns + column];
            }

            for (var column = 0; column < columns; column++)
                for (var other = 0; other < columns; other++)
                    middle[column * columns + other] += part[column] * part[other];
        }

        return middle;
    }

    // Mean of the columns at risk over the turns of the tied events: what is left of the sum over those with the event.
    static double[] EventMeans(FineGrayDesign design, FineGrayLikelihood fitted)
    {
        var columns = design.Columns;
        var means = new double[design.EventTimes.Length * columns];
        for (var place = 0; place < design.EventTimes.Length; place++)
        {
            var point = design.EventTimes[place];
            var at = means.AsSpan(place * columns, columns);
            var events = 0;
            for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
                if (design.Outcomes[row] == FineGrayOutcome.Event)
                {
                    events++;
                    for (var column = 0; column < columns; column++)
                        at[column] += design.Row(row)[column];
                }

            for (var column = 0; column < columns; column++)
                at[column] = (at[column] - fitted.Residuals[place * columns + column]) / events;
        }

        return means;
    }

    // For each time, what the censoring martingale adds for those who leave at it: uncensored first, then censored.
    static double[] CensoringPart(FineGrayDesign design, FineGrayLikelihood fitted, double[] weightedMeans)
    {
        var columns = design.Columns;
        var count = design.EventTimes.Length;
        var parts = new double[2 * design.Times.Length * columns];
        var (sums, compensator) = (new double[columns], new double[columns]);
        var total = 0.0;
        for (var point = 0; point < design.Times.Length; point++)
        {
            var from = design.EventOf[point];
            var hazardToCome = fitted.WeightedHazard[count] - fitted.WeightedHazard[from];
            double atRisk = design.AtRiskOfCensoring[point];
            for (var column = 0; column < columns; column++)
            {
                var own = 0.0;
                if (design.Censored[point] > 0)
                {
                    var meansToCome = weightedMeans[count * columns + column] - weightedMeans[from * columns + column];
                    own = (sums[column] * hazardToCome - total * meansToCome) / atRisk;
                    compensator[column] += own * design.Censored[point] / atRisk;
                }

                parts[2 * point * columns + column] = -compensator[column];
                parts[(2 * point + 1) * columns + column] = own - compensator[column];
            }

            for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
                if (design.Outcomes[row] == FineGrayOutcome.Competing)
                {
                    var hazard = fitted.Relative[row] / design.Censoring[point];
                    total += hazard;
                    for (var column = 0; column < columns; column++)
                        sums[column] += hazard * design.Row(row)[column];
                }
        }

        return parts;
    }
}

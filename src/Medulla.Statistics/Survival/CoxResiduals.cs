namespace Medulla.Statistics.Survival;

/// <summary>What each participant contributes to a <see cref="CoxRegression"/>, in the order of the cohort.</summary>
/// <remarks>
/// R: <c>residuals(coxph, type = "martingale")</c>, <c>"score"</c>, <c>"dfbeta"</c>, <c>"schoenfeld"</c>.
/// Sources: Therneau, Grambsch &amp; Fleming 1990; Schoenfeld 1982; robust variance, Lin &amp; Wei 1989.
/// </remarks>
sealed class CoxResiduals
{
    readonly CoxDesign design;
    readonly CoxRiskSets sets;
    readonly CoxIncrements increments;
    readonly int columns;

    public CoxResiduals(CoxDesign design, CoxIncrements increments)
    {
        (this.design, this.increments, sets, columns) = (design, increments, design.RiskSets, design.Columns);
        (Martingale, Scores) = (new double[design.Participants], new double[design.Participants * columns]);
        var (hazard, mean) = (0.0, new double[columns]);
        for (var step = sets.StepCount - 1; step >= 0; step--)
        {
            // Earliest first: everybody meets the hazard that passed between entry and end.
            if (step == sets.StepCount - 1 || sets.Steps[step + 1].Begins)
            {
                hazard = 0;
                Array.Clear(mean);
            }

            hazard += increments.Hazards[step];
            var means = increments.HazardMeans.AsSpan(step * columns, columns);
            for (var column = 0; column < columns; column++)
                mean[column] += means[column];
            for (var element = increments.From(step); element < sets.Steps[step].End; element++)
                Meet(element, Math.Sign(sets.Weights[element]), hazard, mean);
            for (var element = sets.Steps[step].EventsFrom; element < sets.Steps[step].End; element++)
                HaveEvent(element, step);
        }
    }

    /// <summary>Events minus expected events; of rows of weight 0, 0.</summary>
    public double[] Martingale { get; }

    /// <summary>Contributions to the first derivative, columns standardised, unweighted.</summary>
    public double[] Scores { get; }

    /// <summary>Σ over clusters of the outer product of their weighted scores, and the sum of the scores.</summary>
    /// <param name="clusters">One label per participant, or null when each is a cluster of one.</param>
    public (double[] Sum, double[] Spread) ByCluster(IReadOnlyList<string>? clusters)
    {
        var (sum, spread) = (new double[columns], new double[columns * columns]);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var clusterOf = new int[design.Participants];
        for (var row = 0; row < clusterOf.Length; row++)
            if (clusters is null)
                clusterOf[row] = row;
            else if (!places.TryGetValue(clusters[row], out clusterOf[row]))
                places[clusters[row]] = clusterOf[row] = places.Count;
        var scores = new double[(clusters is null ? clusterOf.Length : places.Count) * columns];
        for (var row = 0; row < clusterOf.Length; row++)
            for (var column = 0; column < columns; column++)
                scores[clusterOf[row] * columns + column] += design.Weight(row) * Scores[row * columns + column];

        for (var cluster = 0; cluster < scores.Length; cluster += columns)
            for (var row = 0; row < columns; row++)
            {
                sum[row] += scores[cluster + row];
                for (var column = 0; column < columns; column++)
                    spread[row * columns + column] += scores[cluster + row] * scores[cluster + column];
            }

        return (sum, spread);
    }

    void HaveEvent(int element, int step)
    {
        var row = sets.Rows[element];
        Martingale[row]++;
        for (var column = 0; column < columns; column++)
            Scores[row * columns + column] +=
                sets.Values[column * sets.Stride + element] - increments.Means[step * columns + column];
        Meet(element, -1, increments.TiedHazards[step], increments.TiedHazardMeans.AsSpan(step * columns, columns));
    }

    void Meet(int element, int sign, double hazard, ReadOnlySpan<double> mean)
    {
        var row = sets.Rows[element];
        var relative = sign * Math.Exp(increments.Predictors[element]);
        Martingale[row] -= relative * hazard;
        for (var column = 0; column < columns; column++)
            Scores[row * columns + column] -=
                relative * (hazard * sets.Values[column * sets.Stride + element] - mean[column]);
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.Survival;

/// <summary>What each participant contributes to a <see cref="CoxRegression"/>, in the order of the cohort.</summary>
/// <remarks>
/// R: <c>residuals(coxph, type = "martingale")</c>, <c>"score"</c>, <c>"dfbeta"</c>, <c>"schoenfeld"</c>.
/// Sources: Therneau, Grambsch &amp; Fleming 1990; Schoenfeld 1982; robust variance, Lin &amp; Wei 1989.
/// </remarks>
sealed class CoxResiduals
{
    readonly CoxDesign design;
    readonly double[] predictors;
    readonly double[] martingale;
    readonly Vector<double>[] scores;

    CoxResiduals(CoxDesign design, Vector<double> coefficients)
    {
        this.design = design;
        predictors = design.LinearPredictors(coefficients);
        martingale = new double[predictors.Length];
        scores = [.. predictors.Select(_ => Vector<double>.Build.Dense(design.Columns))];
    }

    /// <summary>Events minus expected events; of rows of weight 0, 0.</summary>
    public IReadOnlyList<double> Martingale => martingale;

    /// <summary>Contributions to the first derivative, columns standardised, weight not applied.</summary>
    public IReadOnlyList<Vector<double>> Scores => scores;

    public static CoxResiduals Of(CoxDesign design, Vector<double> coefficients)
    {
        var residuals = new CoxResiduals(design, coefficients);
        foreach (var stratum in design.Strata)
            residuals.AddStratum(stratum, CoxLikelihood.ByEventTime(design, stratum, residuals.predictors)
                .ToDictionary(part => part.Time, part => part.Baseline!));
        return residuals;
    }

    /// <summary>Σ over clusters of the outer product of their weighted scores.</summary>
    /// <param name="clusters">One label per participant, or null when each is a cluster of one.</param>
    public (Vector<double> Sum, Matrix<double> Spread) ByCluster(IReadOnlyList<string>? clusters)
    {
        var sum = Vector<double>.Build.Dense(design.Columns);
        var spread = Matrix<double>.Build.Dense(design.Columns, design.Columns);
        var rows = Enumerable.Range(0, scores.Length);
        var groups = clusters is null
            ? rows.Select(row => new[] { row })
            : rows.GroupBy(row => clusters[row], StringComparer.Ordinal).Select(cluster => cluster.ToArray());
        foreach (var cluster in groups)
        {
            var score = Vector<double>.Build.Dense(design.Columns);
            foreach (var row in cluster)
                score += design.Weight(row) * scores[row];
            sum += score;
            spread += score.OuterProduct(score);
        }

        return (sum, spread);
    }

    // Earliest first: everybody meets the hazard that passed between entry and end.
    void AddStratum(CoxDesign.TimePoint[] stratum, Dictionary<double, HazardIncrement> increments)
    {
        var hazard = 0.0;
        var mean = Vector<double>.Build.Dense(design.Columns);
        foreach (var point in stratum.Reverse())
        {
            var increment = increments.GetValueOrDefault(point.Time);
            if (increment is not null)
            {
                hazard += increment.Hazard;
                mean += increment.HazardMean;
            }

            foreach (var row in point.Leaving)
                Meet(row, 1, hazard, mean);
            if (increment is null)
                continue;
            foreach (var row in point.WithEvent)
            {
                martingale[row]++;
                scores[row] += Values(row) - increment.Mean;
                Meet(row, -1, increment.TiedHazard, increment.TiedHazardMean);
            }
        }

        TakeOffBeforeEntry(stratum, increments);
    }

    void TakeOffBeforeEntry(CoxDesign.TimePoint[] stratum, Dictionary<double, HazardIncrement> increments)
    {
        var hazard = 0.0;
        var mean = Vector<double>.Build.Dense(design.Columns);
        foreach (var point in stratum.Reverse())
        {
            if (increments.GetValueOrDefault(point.Time) is { } increment)
            {
                hazard += increment.Hazard;
                mean += increment.HazardMean;
            }

            // Seen backwards they quit the risk set here: this time and all before were not theirs.
            foreach (var row in point.NotYetEntered)
                Meet(row, -1, hazard, mean);
        }
    }

    void Meet(int row, int sign, double hazard, Vector<double> mean)
    {
        var relative = sign * Math.Exp(predictors[row]);
        martingale[row] -= relative * hazard;
        scores[row] -= relative * (hazard * Values(row) - mean);
    }

    Vector<double> Values(int row) => Vector<double>.Build.Dense(design.Row(row));
}

using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.Survival;

/// <summary>
/// The cohort as the partial likelihood reads it: stratum by stratum, latest time first, columns standardised.
/// </summary>
/// <remarks>
/// Columns are centred and divided by their standard deviation, so that age in days beside a proportion of 1 leaves the
/// information matrix well conditioned. Coefficients return to the column's own unit through <see cref="Scales"/>.
/// </remarks>
sealed class CoxDesign
{
    readonly double[][] rows;
    readonly double[] weights;
    readonly double[] offsets;
    readonly bool[] events;

    public CoxDesign(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        Names = [.. covariates.Select(covariate => covariate.Name)];
        var means = covariates.Select(covariate => covariate.Values.Average()).ToArray();
        Scales = [.. covariates.Select((covariate, column) => Spread(covariate.Values, means[column]))];

        var times = TiedTimes.Merge(followUps);
        rows = [.. Enumerable.Range(0, followUps.Count).Select(row =>
            covariates.Select((covariate, column) => (covariate.Values[row] - means[column]) / Scales[column]).ToArray())];
        weights = [.. Enumerable.Range(0, followUps.Count).Select(row => options.CaseWeights?[row] ?? 1)];
        offsets = [.. Enumerable.Range(0, followUps.Count).Select(row => options.Offset?[row] ?? 0)];
        events = [.. followUps.Select(followUp => followUp.EventObserved)];
        Ties = options.Ties;
        Strata = [.. Enumerable.Range(0, followUps.Count)
            .Where(row => weights[row] > 0)
            .GroupBy(row => options.Strata?[row] ?? "", StringComparer.Ordinal)
            .Select(stratum => stratum.GroupBy(row => times[row]).OrderByDescending(time => time.Key)
                .Select(time => new TimePoint(time.Key, [.. time], [.. time.Where(row => events[row])])).ToArray())];
    }

    public string[] Names { get; }

    /// <summary>Standard deviations of the columns; 1 for a constant column.</summary>
    public double[] Scales { get; }

    public CoxTies Ties { get; }

    /// <summary>Latest time first within each stratum.</summary>
    public TimePoint[][] Strata { get; }

    public int Columns => Names.Length;

    public double[] Row(int row) => rows[row];

    public double Weight(int row) => weights[row];

    /// <summary>Linear predictors: offset and standardised columns.</summary>
    public double[] LinearPredictors(Vector<double> coefficients)
    {
        var predictors = new double[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            predictors[row] = offsets[row];
            for (var column = 0; column < Columns; column++)
                predictors[row] += coefficients[column] * rows[row][column];
        }

        return predictors;
    }

    static double Spread(IReadOnlyList<double> values, double mean)
    {
        var variance = values.Sum(value => (value - mean) * (value - mean)) / values.Count;
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }

    /// <summary>Who leaves follow-up at a time, and who of them with the event.</summary>
    public sealed record TimePoint(double Time, int[] Leaving, int[] WithEvent);
}

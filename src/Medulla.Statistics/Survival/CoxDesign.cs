using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Regression;

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

        var tied = TiedTimes.Merge(followUps);
        rows = [.. Enumerable.Range(0, followUps.Count).Select(row =>
            covariates.Select((covariate, column) => (covariate.Values[row] - means[column]) / Scales[column]).ToArray())];
        weights = [.. Enumerable.Range(0, followUps.Count).Select(row => options.CaseWeights?[row] ?? 1)];
        offsets = [.. Enumerable.Range(0, followUps.Count).Select(row => options.Offset?[row] ?? 0)];
        events = [.. followUps.Select(followUp => followUp.EventObserved)];
        Ties = options.Ties;
        Strata = [.. Enumerable.Range(0, followUps.Count)
            .Where(row => weights[row] > 0)
            .GroupBy(row => options.Strata?[row] ?? "", StringComparer.Ordinal)
            .Select(stratum => TimePoints([.. stratum], tied))];
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

    TimePoint[] TimePoints(int[] stratum, TiedTimes tied)
    {
        var latestEntryFirst = new Queue<int>(stratum
            .Where(row => tied.Entries[row] > double.NegativeInfinity).OrderByDescending(row => tied.Entries[row]));
        return [.. stratum.GroupBy(row => tied.Times[row]).OrderByDescending(time => time.Key).Select(time =>
        {
            var notYetEntered = new List<int>();
            while (latestEntryFirst.TryPeek(out var row) && tied.Entries[row] >= time.Key)
                notYetEntered.Add(latestEntryFirst.Dequeue());
            return new TimePoint(time.Key, [.. time], [.. time.Where(row => events[row])], [.. notYetEntered]);
        })];
    }

    static double Spread(IReadOnlyList<double> values, double mean)
    {
        var variance = values.Sum(value => (value - mean) * (value - mean)) / values.Count;
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }

    /// <summary>Who is at risk at a time but not later, who of them has the event, and who was at risk only later.</summary>
    /// <param name="Time">Going back from the latest.</param>
    /// <param name="Leaving">Join the risk set, seen backwards.</param>
    /// <param name="WithEvent">Of those leaving.</param>
    /// <param name="NotYetEntered">Quit the risk set, seen backwards: their observation began at this time or later.</param>
    public sealed record TimePoint(double Time, int[] Leaving, int[] WithEvent, int[] NotYetEntered);
}

using System.Collections.Immutable;

namespace Medulla.Statistics.Regression;

/// <summary>Columns made uncorrelated, for models whose own columns are nearly dependent, and the way back.</summary>
/// <remarks>
/// Columns of a spline may correlate to seven nines; the information of such columns loses twice as many digits as they
/// share. Uncorrelated columns of one spread lose none. Gram and Schmidt's method, twice, so that nothing is left over.
/// Sources: Golub &amp; Van Loan 2013.
/// </remarks>
sealed class OrthogonalColumns
{
    readonly double[] transform;

    /// <param name="covariates">Finite, of one length; a column that follows from others stays nearly 0 beside them.</param>
    public OrthogonalColumns(IReadOnlyList<Covariate> covariates)
    {
        Count = covariates.Count;
        transform = new double[Count * Count];
        var columns = new double[Count][];
        for (var column = 0; column < Count; column++)
        {
            var mean = covariates[column].Values.Average();
            double[] values = [.. covariates[column].Values.Select(value => value - mean)];
            transform[column * Count + column] = 1;
            var whole = Length(values);
            for (var pass = 0; pass < 2; pass++)
                for (var before = 0; before < column; before++)
                {
                    var share = values.Zip(columns[before], (one, other) => one * other).Sum() / values.Length;
                    for (var row = 0; row < values.Length; row++)
                        values[row] -= share * columns[before][row];
                    for (var place = 0; place <= before; place++)
                        transform[place * Count + column] -= share * transform[place * Count + before];
                }

            var length = Length(values);
            if (length > 1e-12 * whole)
            {
                for (var row = 0; row < values.Length; row++)
                    values[row] /= length;
                for (var place = 0; place <= column; place++)
                    transform[place * Count + column] /= length;
            }

            columns[column] = values;
        }

        Covariates = [.. columns.Select((values, column) => new Covariate(covariates[column].Name, values))];
    }

    public int Count { get; }

    /// <summary>Mean 0, spread 1, uncorrelated; each spans with those before it what the columns given span.</summary>
    public ImmutableArray<Covariate> Covariates { get; }

    /// <summary>Of the columns given.</summary>
    public ImmutableArray<double> Coefficients(IReadOnlyList<double> orthogonal) =>
        [.. Enumerable.Range(0, Count).Select(row =>
            Enumerable.Range(row, Count - row).Sum(column => transform[row * Count + column] * orthogonal[column]))];

    /// <summary>Of the coefficients of the columns given, row after row.</summary>
    public double[] Covariance(Func<int, int, double> orthogonal)
    {
        var covariance = new double[Count * Count];
        for (var row = 0; row < Count; row++)
            for (var column = 0; column < Count; column++)
                for (var one = row; one < Count; one++)
                    for (var other = column; other < Count; other++)
                        covariance[row * Count + column] +=
                            transform[row * Count + one] * orthogonal(one, other) * transform[column * Count + other];
        return covariance;
    }

    static double Length(double[] values) => Math.Sqrt(values.Sum(value => value * value) / values.Length);
}

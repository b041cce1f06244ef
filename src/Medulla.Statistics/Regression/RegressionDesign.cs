namespace Medulla.Statistics.Regression;

/// <summary>The columns of a regression with an intercept, row after row in one array, standardised.</summary>
/// <remarks>
/// Columns are centred and divided by their standard deviation, so that age in days beside a proportion of 1 leaves the
/// information matrix well conditioned. Coefficients and covariances return to the columns' own units on the way out.
/// </remarks>
sealed class RegressionDesign
{
    public const string InterceptName = "(Intercept)";

    readonly double[] means;
    readonly double[] scales;

    /// <param name="rows">Number of participants.</param>
    /// <param name="covariates">Finite, of that length; perhaps none.</param>
    /// <param name="centred">False where the intercept itself is to be held at values of its own unit.</param>
    public RegressionDesign(int rows, IReadOnlyList<Covariate> covariates, bool centred = true)
    {
        (Rows, Columns) = (rows, covariates.Count + 1);
        Names = [InterceptName, .. covariates.Select(covariate => covariate.Name)];
        means = new double[Columns];
        scales = new double[Columns];
        Values = new double[rows * Columns];
        scales[0] = 1;
        for (var row = 0; row < rows; row++)
            Values[row * Columns] = 1;
        for (var column = 1; column < Columns; column++)
        {
            var values = covariates[column - 1].Values;
            var mean = values.Average();
            scales[column] = Spread(values, mean);
            means[column] = centred ? mean : 0;
            for (var row = 0; row < rows; row++)
                Values[row * Columns + column] = (values[row] - means[column]) / scales[column];
        }
    }

    public int Rows { get; }

    /// <summary>Intercept included; it is the first.</summary>
    public int Columns { get; }

    public string[] Names { get; }

    /// <summary>Standardised, rows × columns, row after row.</summary>
    public double[] Values { get; }

    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>Sum of the row's standardised values times these.</summary>
    public double Dot(int row, ReadOnlySpan<double> coefficients)
    {
        var here = Row(row);
        var sum = 0.0;
        for (var column = 0; column < here.Length; column++)
            sum += coefficients[column] * here[column];
        return sum;
    }

    /// <summary>X' diag(weights) X, lower triangle.</summary>
    public double[] Products(Func<int, double> weight)
    {
        var products = new double[Columns * Columns];
        for (var row = 0; row < Rows; row++)
        {
            var here = Row(row);
            var own = weight(row);
            for (var column = 0; column < Columns; column++)
                for (var other = 0; other <= column; other++)
                    products[column * Columns + other] += own * here[column] * here[other];
        }

        return products;
    }

    /// <summary>X' times one number per row.</summary>
    public double[] Projected(Func<int, double> value)
    {
        var sums = new double[Columns];
        for (var row = 0; row < Rows; row++)
        {
            var own = value(row);
            for (var column = 0; column < Columns; column++)
                sums[column] += own * Row(row)[column];
        }

        return sums;
    }

    /// <summary>Σ log of the scales: half of what standardising takes from the log determinant of the information.</summary>
    public double LogScale => scales.Sum(Math.Log);

    /// <summary>How many of its own units one standardised unit of the column is.</summary>
    public double Scale(int column) => scales[column];

    /// <summary>Per unit of the column itself.</summary>
    public double[] Coefficients(ReadOnlySpan<double> standardised)
    {
        var coefficients = new double[Columns];
        coefficients[0] = standardised[0];
        for (var column = 1; column < Columns; column++)
        {
            coefficients[column] = standardised[column] / scales[column];
            coefficients[0] -= coefficients[column] * means[column];
        }

        return coefficients;
    }

    /// <summary>The way back: per standardised unit.</summary>
    public double[] Standardised(ReadOnlySpan<double> coefficients)
    {
        var standardised = coefficients.ToArray();
        for (var column = 1; column < Columns; column++)
        {
            standardised[0] += coefficients[column] * means[column];
            standardised[column] = coefficients[column] * scales[column];
        }

        return standardised;
    }

    /// <summary>Covariance of the coefficients in the columns' own units.</summary>
    /// <param name="standardised">Of order <see cref="Columns"/> or one more; a further parameter keeps its unit.</param>
    /// <param name="order">Of the matrix.</param>
    public double[] Covariance(ReadOnlySpan<double> standardised, int order)
    {
        var half = new double[order * order];
        for (var row = 0; row < order; row++)
            ToOwnUnits(standardised.Slice(row * order, order), half.AsSpan(row * order, order));

        var covariance = new double[order * order];
        Span<double> line = new double[order], transformed = new double[order];
        for (var column = 0; column < order; column++)
        {
            for (var row = 0; row < order; row++)
                line[row] = half[row * order + column];
            ToOwnUnits(line, transformed);
            for (var row = 0; row < order; row++)
                covariance[row * order + column] = transformed[row];
        }

        return covariance;
    }

    void ToOwnUnits(ReadOnlySpan<double> standardised, Span<double> own)
    {
        standardised.CopyTo(own);
        for (var column = 1; column < Columns; column++)
        {
            own[column] = standardised[column] / scales[column];
            own[0] -= own[column] * means[column];
        }
    }

    static double Spread(IReadOnlyList<double> values, double mean)
    {
        var sum = 0.0;
        for (var row = 0; row < values.Count; row++)
            sum += (values[row] - mean) * (values[row] - mean);
        return sum > 0 ? Math.Sqrt(sum / values.Count) : 1;
    }
}

using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Refuses columns whose coefficients no outcome could determine: constant, or following from others.</summary>
static class RegressionEstimability
{
    // Share of a column's spread left after the columns before it; rounding leaves 1e-15, real data 1e-5.
    const double Collinear = 1e-10;

    // Of the other columns' parts in a collinear one, those above this are named.
    const double Named = 1e-4;

    /// <exception cref="NotEstimableException">A constant or collinear column, or more columns than rows.</exception>
    public static void Require(RegressionDesign design)
    {
        var columns = design.Columns;
        if (design.Rows < columns)
            throw new NotEstimableException(NotEstimableCause.Collinear, [.. design.Names],
                $"Found {columns} coefficients for {design.Rows} participants. Expected fewer: leave columns out.");

        var products = design.Products(_ => 1);
        for (var column = 1; column < columns; column++)
        {
            RequireSpread(design, column);
            RequireOwnInformation(design, column, products);
        }
    }

    static void RequireSpread(RegressionDesign design, int column)
    {
        for (var row = 1; row < design.Rows; row++)
            if (design.Row(row)[column] != design.Row(0)[column])
                return;
        throw new NotEstimableException(NotEstimableCause.Constant, [design.Names[column]],
            $"Found one value of {design.Names[column]} in all participants. Expected at least two: leave the column out.");
    }

    static void RequireOwnInformation(RegressionDesign design, int column, double[] products)
    {
        var columns = design.Columns;
        var before = new double[column * column];
        var dependence = new double[column];
        for (var one = 0; one < column; one++)
        {
            products.AsSpan(one * columns, column).CopyTo(before.AsSpan(one * column, column));
            dependence[one] = products[column * columns + one];
        }

        if (!Cholesky.TryFactor(before, column))
            return;
        Cholesky.Solve(before, column, dependence);
        var own = products[column * columns + column];
        var left = own;
        for (var one = 0; one < column; one++)
            left -= dependence[one] * products[column * columns + one];
        if (left > Collinear * own)
            return;

        string[] others = [.. Enumerable.Range(1, column - 1)
            .Where(other => Math.Abs(dependence[other]) > Named).Select(other => design.Names[other])];
        throw new NotEstimableException(NotEstimableCause.Collinear, [design.Names[column], .. others],
            $"Found that {design.Names[column]} follows from {string.Join(", ", others)}. "
                + "Expected columns that each add something: leave one of them out.");
    }
}

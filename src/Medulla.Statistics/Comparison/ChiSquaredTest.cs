using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Are two categories independent? Pearson's test.</summary>
/// <param name="ChiSquare">Its statistic.</param>
/// <param name="DegreesOfFreedom">(rows − 1)(columns − 1).</param>
/// <param name="Probability">Upper tail.</param>
/// <param name="SmallestExpected">Smallest expected count: below 5, prefer <see cref="FisherExact"/>.</param>
/// <param name="ContinuityCorrected">Yates 1934; of 2 × 2 tables only.</param>
/// <remarks>Sources: Pearson 1900. R: <c>chisq.test(table, correct = )</c>.</remarks>
public sealed record ChiSquaredTest(
    double ChiSquare, int DegreesOfFreedom, double Probability, double SmallestExpected, bool ContinuityCorrected)
{
    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"Pearson chi-square {(ContinuityCorrected ? "with" : "without")} Yates' correction; "
        + $"R: chisq.test(correct = {(ContinuityCorrected ? "TRUE" : "FALSE")})";

    /// <param name="table">Any size.</param>
    /// <param name="continuityCorrection">Without effect on tables larger than 2 × 2, as in R.</param>
    public static ChiSquaredTest Of(ContingencyTable table, bool continuityCorrection = false)
    {
        var corrected = continuityCorrection && table is { Rows: 2, Columns: 2 };
        double chiSquare = 0, smallest = double.PositiveInfinity;
        for (var row = 0; row < table.Rows; row++)
            for (var column = 0; column < table.Columns; column++)
            {
                var expected = (double)table.RowTotals[row] * table.ColumnTotals[column] / table.Total;
                var distance = Math.Abs(table[row, column] - expected);
                if (corrected)
                    distance -= Math.Min(0.5, distance);
                chiSquare += distance * distance / expected;
                smallest = Math.Min(smallest, expected);
            }

        var degrees = (table.Rows - 1) * (table.Columns - 1);
        return new ChiSquaredTest(chiSquare, degrees, ChiSquared.UpperTail(chiSquare, degrees), smallest, corrected);
    }
}

using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Did the same participants change category more in one direction than back?</summary>
/// <param name="ChiSquare">Null where nobody changed between two of the categories: 0 / 0.</param>
/// <param name="DegreesOfFreedom">Pairs of categories; 1 for two.</param>
/// <param name="Probability">Upper tail of chi-square; null with the statistic.</param>
/// <param name="ExactProbability">Binomial, of two categories only: the one to report when few changed.</param>
/// <param name="ContinuityCorrected">Edwards 1948; of two categories only.</param>
/// <remarks>
/// More than two categories: Bowker's test of symmetry. Sources: McNemar 1947; Bowker 1948; correction, Edwards 1948.
/// R: <c>mcnemar.test(table, correct = )</c>; exact, <c>binom.test(b, b + c)</c>.
/// </remarks>
public sealed record McNemarTest(
    double? ChiSquare, int DegreesOfFreedom, double? Probability, double? ExactProbability, bool ContinuityCorrected)
{
    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"McNemar's test {(ContinuityCorrected ? "with" : "without")} continuity correction; "
        + $"R: mcnemar.test(correct = {(ContinuityCorrected ? "TRUE" : "FALSE")})";

    /// <param name="table">As many rows as columns, the same categories in the same order.</param>
    /// <param name="continuityCorrection">Without effect on more than two categories, as in R.</param>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    public static McNemarTest Of(ContingencyTable table, bool continuityCorrection = true)
    {
        if (table.Rows != table.Columns)
            throw new ArgumentException(
                $"Found {table.Rows} rows and {table.Columns} columns. Expected the same categories in both.", nameof(table));
        if (table.Rows == 2)
            return Of(table[0, 1], table[1, 0], continuityCorrection);

        double chiSquare = 0;
        for (var row = 0; row < table.Rows; row++)
            for (var column = row + 1; column < table.Columns; column++)
            {
                double changed = table[row, column] + table[column, row];
                double difference = table[row, column] - table[column, row];
                chiSquare += difference * difference / changed;
            }

        var degrees = table.Rows * (table.Rows - 1) / 2;
        return double.IsNaN(chiSquare)
            ? new McNemarTest(null, degrees, null, null, false)
            : new McNemarTest(chiSquare, degrees, ChiSquared.UpperTail(chiSquare, degrees), null, false);
    }

    /// <summary>Of two categories, from the participants who changed alone.</summary>
    /// <param name="forth">Changed from the first category to the second.</param>
    /// <param name="back">Changed from the second to the first.</param>
    /// <param name="continuityCorrection">True, as in R, unless said otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0.</exception>
    public static McNemarTest Of(int forth, int back, bool continuityCorrection = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(forth);
        ArgumentOutOfRangeException.ThrowIfNegative(back);
        if (forth + back == 0)
            return new McNemarTest(null, 1, null, null, continuityCorrection);

        double distance = Math.Abs(forth - back);
        if (continuityCorrection)
            distance = Math.Max(0, distance - 1);
        var chiSquare = distance * distance / (forth + back);
        return new McNemarTest(
            chiSquare, 1, ChiSquared.UpperTail(chiSquare, 1),
            new BinomialProportion(forth, forth + back).ProbabilityIfShareWere(0.5), continuityCorrection);
    }
}

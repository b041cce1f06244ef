using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Comparison;

/// <summary>Do two categories go together within strata? With the common odds ratio of 2 × 2 tables.</summary>
/// <param name="ChiSquare">Its statistic.</param>
/// <param name="DegreesOfFreedom">(rows − 1)(columns − 1).</param>
/// <param name="Probability">Upper tail.</param>
/// <param name="OddsRatio">
/// Mantel and Haenszel's, of 2 × 2 tables: row 1 against row 2, column 1 against column 2. Null for larger tables, or where
/// it divides by 0.
/// </param>
/// <param name="LogOddsRatioStandardError">Robins, Breslow and Greenland's; null with the odds ratio, or where that is
/// 0.</param>
/// <param name="ContinuityCorrected">Of 2 × 2 tables only.</param>
/// <remarks>
/// Sources: Cochran 1954; Mantel &amp; Haenszel 1959; standard error, Robins, Breslow &amp; Greenland 1986; larger tables,
/// Landis, Heyman &amp; Koch 1978. R: <c>mantelhaen.test(table, correct = )</c>.
/// </remarks>
public sealed record CochranMantelHaenszel(
    double ChiSquare, int DegreesOfFreedom, double Probability, double? OddsRatio, double? LogOddsRatioStandardError,
    bool ContinuityCorrected)
{
    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"Cochran–Mantel–Haenszel {(ContinuityCorrected ? "with" : "without")} continuity correction; "
        + $"R: mantelhaen.test(correct = {(ContinuityCorrected ? "TRUE" : "FALSE")})";

    /// <param name="tables">One per stratum.</param>
    /// <param name="continuityCorrection">True, as in R, unless said otherwise; without effect on tables larger than 2 ×
    /// 2.</param>
    /// <exception cref="NotEstimableException">In no stratum can the counts vary with the margins given.</exception>
    public static CochranMantelHaenszel Of(StratifiedTables tables, bool continuityCorrection = true) =>
        tables is { Rows: 2, Columns: 2 } ? TwoByTwo(tables, continuityCorrection) : General(tables);

    /// <summary>Of <see cref="OddsRatio"/>; null with its standard error.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (OddsRatio is not { } ratio || LogOddsRatioStandardError is not { } error)
            return null;
        var reach = ConfidenceLevel.NormalQuantile(confidenceLevel) * error;
        return new Interval(ratio * Math.Exp(-reach), ratio * Math.Exp(reach));
    }

    static CochranMantelHaenszel TwoByTwo(StratifiedTables tables, bool corrected)
    {
        double distance = 0, variance = 0, r = 0, s = 0, pr = 0, mixed = 0, qs = 0;
        for (var stratum = 0; stratum < tables.Strata; stratum++)
        {
            double a = tables[stratum, 0, 0], b = tables[stratum, 0, 1], c = tables[stratum, 1, 0], d = tables[stratum, 1, 1];
            var n = a + b + c + d;
            distance += a - (a + b) * (a + c) / n;
            variance += (a + b) * (c + d) / n * (a + c) / n * (b + d) / (n - 1);
            var (alike, unlike) = ((a + d) / n, (b + c) / n);
            var (product, opposite) = (a * d / n, b * c / n);
            r += product;
            s += opposite;
            pr += alike * product;
            mixed += alike * opposite + unlike * product;
            qs += unlike * opposite;
        }

        if (!(variance > 0))
            throw Undetermined();
        var away = Math.Abs(distance);
        var taken = corrected && away >= 0.5 ? 0.5 : 0;
        var chiSquare = (away - taken) * (away - taken) / variance;
        double? error = r > 0 && s > 0 ? Math.Sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)) : null;
        return new CochranMantelHaenszel(
            chiSquare, 1, ChiSquared.UpperTail(chiSquare, 1), s > 0 ? r / s : null, error, corrected);
    }

    // All cells but those of the last row and column: the rest follows from the margins.
    static CochranMantelHaenszel General(StratifiedTables tables)
    {
        var (rows, columns) = (tables.Rows - 1, tables.Columns - 1);
        var degrees = rows * columns;
        var distances = new double[degrees];
        var covariance = new double[degrees * degrees];
        for (var stratum = 0; stratum < tables.Strata; stratum++)
        {
            var (rowTotals, columnTotals, n) = Margins(tables, stratum);
            for (var cell = 0; cell < degrees; cell++)
            {
                var (row, column) = (cell / columns, cell % columns);
                distances[cell] += tables[stratum, row, column] - rowTotals[row] * columnTotals[column] / n;
                for (var other = 0; other < degrees; other++)
                {
                    var (otherRow, otherColumn) = (other / columns, other % columns);
                    covariance[cell * degrees + other] +=
                        rowTotals[row] * ((row == otherRow ? n : 0) - rowTotals[otherRow]) / n
                        * columnTotals[column] * ((column == otherColumn ? n : 0) - columnTotals[otherColumn]) / n / (n - 1);
                }
            }
        }

        if (!Cholesky.TryFactor(covariance, degrees))
            throw Undetermined();
        Cholesky.SolveLower(covariance, degrees, distances);
        var chiSquare = distances.Sum(distance => distance * distance);
        return new CochranMantelHaenszel(chiSquare, degrees, ChiSquared.UpperTail(chiSquare, degrees), null, null, false);
    }

    static (double[] Rows, double[] Columns, double All) Margins(StratifiedTables tables, int stratum)
    {
        var (rows, columns) = (new double[tables.Rows], new double[tables.Columns]);
        for (var row = 0; row < tables.Rows; row++)
            for (var column = 0; column < tables.Columns; column++)
            {
                rows[row] += tables[stratum, row, column];
                columns[column] += tables[stratum, row, column];
            }

        return (rows, columns, rows.Sum());
    }

    static NotEstimableException Undetermined() => new(NotEstimableCause.Constant, [],
        "Found a row or column that every stratum lacks, or holds alone. Expected both categories to vary within strata: merge "
            + "strata or categories.");
}

using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Are two categories independent? Fisher's exact test, margins fixed.</summary>
/// <param name="Probability">Of a table as unlikely as this one, or more so.</param>
/// <param name="OddsRatio">
/// Of a 2 × 2 table, conditional maximum likelihood: row 1 against row 2, column 1 against column 2. 0 or ∞ when the
/// table is as extreme as its margins allow. Null for larger tables.
/// </param>
/// <param name="Confidence">
/// Exact interval of <paramref name="OddsRatio"/>; its upper end may be ∞. Null for larger tables.
/// </param>
/// <remarks>Sources: Fisher 1935; interval, Cornfield 1956. R: <c>fisher.test(table)</c>.</remarks>
public sealed record FisherExact(double Probability, double? OddsRatio, Interval? Confidence)
{
    /// <summary>Larger tables with more arrangements than this are refused.</summary>
    public const int MostTables = 20_000_000;

    // Tables that are as unlikely but for rounding count too, as in R.
    const double EquallyUnlikely = 1 + 1e-7;

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Fisher's exact test, two-sided by probability; conditional odds ratio with exact interval; R: fisher.test";

    /// <param name="table">2 × 2, or larger with at most <see cref="MostTables"/> arrangements.</param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <exception cref="NotSupportedException">The table has too many arrangements.</exception>
    public static FisherExact Of(ContingencyTable table, double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        if (table is not { Rows: 2, Columns: 2 })
            return new FisherExact(new Enumeration(table).Probability(), null, null);

        var distribution = new FixedMargins(table);
        var count = table[0, 0];
        var probabilities = distribution.Probabilities(1);
        var observed = probabilities[count - distribution.Least];
        return new FisherExact(
            Math.Min(1, probabilities.Where(one => one <= observed * EquallyUnlikely).Sum()),
            count == distribution.Least ? 0
            : count == distribution.Most ? double.PositiveInfinity
            : MonotoneRoot.Positive(odds => distribution.Mean(odds) - count),
            new Interval(
                count == distribution.Least ? 0 : MonotoneRoot.Positive(odds => distribution.AtLeast(count, odds) - tail),
                count == distribution.Most
                    ? double.PositiveInfinity
                    : MonotoneRoot.Positive(odds => tail - (1 - distribution.AtLeast(count + 1, odds)))));
    }

    /// <summary>The first cell of a 2 × 2 table whose margins and odds ratio are given (noncentral hypergeometric).</summary>
    sealed class FixedMargins(ContingencyTable table)
    {
        public int Least { get; } = Math.Max(0, table.RowTotals[0] - table.ColumnTotals[1]);

        public int Most { get; } = Math.Min(table.RowTotals[0], table.ColumnTotals[0]);

        public double[] Probabilities(double odds)
        {
            // Logarithms of the ratios of neighbours, so that no term overflows.
            var logarithms = new double[Most - Least + 1];
            for (var place = 1; place < logarithms.Length; place++)
            {
                double count = Least + place;
                logarithms[place] = logarithms[place - 1] + Math.Log(odds
                    * (table.RowTotals[0] - count + 1) / count
                    * (table.ColumnTotals[0] - count + 1) / (table.ColumnTotals[1] - table.RowTotals[0] + count));
            }

            var largest = logarithms.Max();
            var terms = logarithms.Select(logarithm => Math.Exp(logarithm - largest)).ToArray();
            var sum = terms.Sum();
            return [.. terms.Select(term => term / sum)];
        }

        public double Mean(double odds) =>
            Probabilities(odds).Select((probability, place) => probability * (Least + place)).Sum();

        public double AtLeast(int count, double odds) => Probabilities(odds).Skip(count - Least).Sum();
    }

    /// <summary>All tables with the margins of one, each with its probability.</summary>
    sealed class Enumeration(ContingencyTable table)
    {
        readonly double[] logFactorials = LogFactorials(table.Total);
        readonly int[] rowsLeft = [.. table.RowTotals];
        double limit;
        double constant;
        double sum;
        long tables;

        public double Probability()
        {
            constant = table.RowTotals.Concat(table.ColumnTotals).Sum(total => logFactorials[total])
                - logFactorials[table.Total];
            var observed = constant;
            for (var row = 0; row < table.Rows; row++)
                for (var column = 0; column < table.Columns; column++)
                    observed -= logFactorials[table[row, column]];
            limit = observed + Math.Log(EquallyUnlikely);

            Fill(row: 0, column: 0, table.ColumnTotals[0], constant);
            return Math.Min(1, sum);
        }

        void Fill(int row, int column, int columnLeft, double logProbability)
        {
            if (column == table.Columns - 1)
            {
                Finish(logProbability);
            }
            else if (row == table.Rows - 1)
            {
                if (columnLeft > rowsLeft[row])
                    return;
                rowsLeft[row] -= columnLeft;
                Fill(0, column + 1, table.ColumnTotals[column + 1], logProbability - logFactorials[columnLeft]);
                rowsLeft[row] += columnLeft;
            }
            else
            {
                for (var count = Math.Min(rowsLeft[row], columnLeft); count >= 0; count--)
                {
                    rowsLeft[row] -= count;
                    Fill(row + 1, column, columnLeft - count, logProbability - logFactorials[count]);
                    rowsLeft[row] += count;
                }
            }
        }

        // What the rows have left fills the last column.
        void Finish(double logProbability)
        {
            if (++tables > MostTables)
                throw new NotSupportedException(
                    $"Found more than {MostTables} tables with these margins. Expected fewer: merge categories, or use the "
                        + "chi-square test.");
            foreach (var left in rowsLeft)
                logProbability -= logFactorials[left];
            if (logProbability <= limit)
                sum += Math.Exp(logProbability);
        }

        static double[] LogFactorials(int most)
        {
            var logarithms = new double[most + 1];
            for (var number = 2; number <= most; number++)
                logarithms[number] = logarithms[number - 1] + Math.Log(number);
            return logarithms;
        }
    }
}

using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;

namespace Medulla.Qualification.Statistics;

/// <summary>Contingency tables of the topic <c>association_tests</c>.</summary>
static class TableCases
{
    public static Answer Counts(CaseInput input)
    {
        var table = Table(input);
        return new Answer()
            .Set("rows", Labels(input, "row"))
            .Set("cols", Labels(input, "column"))
            .Set("counts", Enumerable.Range(0, table.Rows).Select(row =>
                Enumerable.Range(0, table.Columns).Select(column => (double)table[row, column])));
    }

    public static Answer Fisher(CaseInput input)
    {
        var test = FisherExact.Of(Table(input), TestCases.Level(input));
        var answer = new Answer().Set("p", test.Probability);
        return test.OddsRatio is null
            ? answer
            : answer.Set("estimate", test.OddsRatio).Set("ci", TestCases.Limits(test.Confidence));
    }

    public static Answer ChiSquare(CaseInput input)
    {
        var test = ChiSquaredTest.Of(Table(input), input.Flag("correct"));
        return new Answer()
            .Set("statistic", test.ChiSquare)
            .Set("parameter", test.DegreesOfFreedom)
            .Set("p", test.Probability);
    }

    public static Answer McNemar(CaseInput input)
    {
        var test = McNemarTest.Of(Table(input), input.Flag("correct"));
        return new Answer()
            .Set("statistic", test.ChiSquare)
            .Set("parameter", test.DegreesOfFreedom)
            .Set("p", test.Probability);
    }

    public static Answer Proportions(CaseInput input)
    {
        var table = Table(input);
        var test = ProportionsTest.Of(
            [.. Enumerable.Range(0, table.Rows).Select(row => table[row, 0])], table.RowTotals, input.Flag("correct"));
        return new Answer()
            .Set("statistic", test.ChiSquare)
            .Set("parameter", test.DegreesOfFreedom)
            .Set("p", test.Probability)
            .Set("estimate", test.Shares)
            .Set("ci", TestCases.Limits(test.Confidence(TestCases.Level(input))));
    }

    public static Answer RiskRatio(CaseInput input)
    {
        var table = Table(input);
        var risks = RiskComparison.Of(table);
        var risk = risks.RiskRatio ?? Infinite(table[1, 1]);
        var odds = risks.OddsRatio ?? Infinite((double)table[0, 0] * table[1, 1]);
        return new Answer()
            .Set("rr", risk)
            .Set("ci", LogWald(risk, risks.RiskRatioConfidence(TestCases.Level(input))))
            .Set("or", odds)
            .Set("or_woolf_ci", LogWald(odds, risks.OddsRatioConfidence(TestCases.Level(input))));
    }

    // R divides by zero, and carries the logarithm of 0 or of infinity through the interval.
    static double? Infinite(double numerator) => numerator > 0 ? double.PositiveInfinity : null;

    static double?[] LogWald(double? ratio, Interval? interval) => interval is null
        ? ratio == 0 ? [0, null] : double.IsInfinity(ratio ?? 0) ? [null, ratio] : [null, null]
        : TestCases.Limits(interval);

    public static Answer MantelHaenszel(CaseInput input)
    {
        var strata = input.Texts("strata").Select(column => TestCases.Categories(input, column).Places).ToArray();
        string[] stratumOf = [.. Enumerable.Range(0, input.Count).Select(row =>
            string.Join('/', strata.Select(places => places[row])))];
        var test = CochranMantelHaenszel.Of(
            StratifiedTables.Of<int, int, string>(
                TestCases.Categories(input, input.Text("row")).Places, TestCases.Categories(input, input.Text("column")).Places,
                stratumOf),
            input.Flag("correct"));
        return new Answer()
            .Set("statistic", test.ChiSquare)
            .Set("parameter", test.DegreesOfFreedom)
            .Set("p", test.Probability)
            .Set("estimate", test.OddsRatio)
            .Set("ci", TestCases.Limits(test.Confidence(TestCases.Level(input))));
    }

    public static Answer Trend(CaseInput input)
    {
        var table = Table(input);
        var test = ProportionTrend.Of([.. Enumerable.Range(0, table.Rows).Select(row => table[row, 1])], table.RowTotals);
        return new Answer()
            .Set("statistic", test.ChiSquare)
            .Set("parameter", 1)
            .Set("p", test.Probability);
    }

    static ContingencyTable Table(CaseInput input) => ContingencyTable.Of<int, int>(
        TestCases.Categories(input, input.Text("row")).Places, TestCases.Categories(input, input.Text("column")).Places);

    // Numbers where the categories are numbers: the labels' spelling does not matter.
    static IEnumerable<double?> Labels(CaseInput input, string side)
    {
        var column = input.Text(side);
        return input.Groups(column).Select(group => input.Rows.IsNumeric(column)
            ? input.Rows.Number(column, group.Rows[0])
            : (double?)null);
    }
}

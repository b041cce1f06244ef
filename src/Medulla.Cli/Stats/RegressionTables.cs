using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Cli.Stats;

/// <summary>One coefficient as tables and figures show it.</summary>
sealed record RatioRow(string Name, double Ratio, Interval? Confidence, double? Probability);

/// <summary>Tables and forests of ratios.</summary>
static class RegressionTables
{
    public static StatsTable Of(Bilingual ratio, double level, IEnumerable<RatioRow> rows)
    {
        var interval = StatsNumbers.Interval(level);
        return new StatsTable(
            [new("TERM", "变量"), new($"{ratio.En} ({interval.En})", $"{ratio.Zh}（{interval.Zh}）"), new("P", "P")],
            [.. rows.Select(row => (string[])
                [row.Name, StatsNumbers.With(row.Ratio, row.Confidence, StatsNumbers.Ratio),
                    StatsNumbers.P(row.Probability)])]);
    }

    public static Func<Language, Figure> Forest(
        string formula, Bilingual ratio, Bilingual shortName, ImmutableArray<RatioRow> rows, IReadOnlyList<Covariate> columns,
        Func<int, bool> isEvent) => language => ForestFigure.Draw(new ForestInput
        {
            Key = "forest",
            Title = Bilingual.Same(formula),
            RatioName = ratio,
            RatioShortName = shortName,
            BelowOne = new("lower", "较低"),
            AboveOne = new("higher", "较高"),
            Rows = [.. rows.Select((row, place) => (ForestRow)new ForestRow.Term(
                Bilingual.Same(row.Name), Count(columns[place], _ => true), Count(columns[place], isEvent),
                new Estimate(row.Ratio, row.Confidence?.Lower, row.Confidence?.Upper, row.Probability), IsLevel: false))],
        }, FigureWidth.Page, language);

    // Of a column of 0 and 1, those with 1; of a quantity, everybody.
    static int Count(Covariate column, Func<int, bool> counts) =>
        column.Values.All(value => value is 0 or 1)
            ? Enumerable.Range(0, column.Values.Count).Count(row => column.Values[row] == 1 && counts(row))
            : Enumerable.Range(0, column.Values.Count).Count(counts);

    public static Bilingual Test(string en, string zh, double chiSquare, double degrees, double? probability) => new(
        $"{en}: chi-square {StatsNumbers.Number(chiSquare)} on {StatsNumbers.Whole(degrees)} df, {StatsNumbers.PEquals(probability)}.",
        $"{zh}：χ² = {StatsNumbers.Number(chiSquare)}，自由度 {StatsNumbers.Whole(degrees)}，{StatsNumbers.PEquals(probability)}。");
}

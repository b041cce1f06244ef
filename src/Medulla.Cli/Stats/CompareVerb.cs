using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Description;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats compare</c></summary>
static class CompareVerb
{
    public static Verb Compare()
    {
        var test = StatsInputs.OneOf("--test", "Which test", "检验方法", true,
            "wilcoxon", "t", "welch", "kruskal", "anova", "fisher", "chisq");
        return StatsVerb.OnTable("compare", "A column between groups: 'marker ~ group', or 'category ~ group'", "比较各组的某一列：'marker ~ group' 或 'category ~ group'",
            "medulla stats compare \"n_nonsyn ~ flt3\" --data tcga_laml.csv --test wilcoxon", [test],
            (call, frame, level) => call.Of(test) switch
            {
                "fisher" or "chisq" => Categories(frame, call.Of(test) == "fisher", level),
                "t" or "welch" => Means(frame, call.Of(test) == "t", level),
                "kruskal" or "anova" => Many(frame, call.Of(test)),
                _ => Wilcoxon(frame, level),
            });
    }

    static StatsAnswer Means(ModelFrame frame, bool equalVariances, double level)
    {
        var (first, second) = Two(frame);
        var test = StudentTTest.Compare(first.Values, second.Values, equalVariances);
        var interval = StatsNumbers.Interval(level);
        return Answer(frame, [first, second],
            [
                new($"t {StatsNumbers.Number(test.Statistic)} on {StatsNumbers.Whole(test.DegreesOfFreedom)} df, {StatsNumbers.PEquals(test.Probability)}.",
                    $"t = {StatsNumbers.Number(test.Statistic)}，自由度 {StatsNumbers.Whole(test.DegreesOfFreedom)}，{StatsNumbers.PEquals(test.Probability)}。"),
                new($"Mean of {first.Name} less that of {second.Name}: {StatsNumbers.With(test.Difference, test.Confidence(level), StatsNumbers.Number)}, {interval.En}.",
                    $"{first.Name} 与 {second.Name} 的均数之差：{StatsNumbers.With(test.Difference, test.Confidence(level), StatsNumbers.Number)}，{interval.Zh}。"),
            ],
            test.Convention, test.Probability,
            StatsJson.Of(test).With("test", equalVariances ? "t" : "welch").With("confidence", StatsJson.Of(test.Confidence(level))));
    }

    static StatsAnswer Many(ModelFrame frame, string name)
    {
        var groups = Groups(frame);
        IReadOnlyList<double>[] values = [.. groups.Select(group => (IReadOnlyList<double>)group.Values)];
        if (name == "kruskal")
        {
            var ranks = KruskalWallis.Compare(values);
            return Answer(frame, groups,
                [RegressionTables.Test("Kruskal–Wallis", "Kruskal–Wallis 检验", ranks.ChiSquare, ranks.DegreesOfFreedom, ranks.Probability)],
                KruskalWallis.Convention, ranks.Probability, StatsJson.Of(ranks).With("test", name));
        }
        var test = OneWayAnova.Compare(values, equalVariances: true);
        return Answer(frame, groups,
            [new($"F {StatsNumbers.Number(test.Statistic)} on {test.NumeratorDegrees} and {StatsNumbers.Whole(test.DenominatorDegrees)} df, {StatsNumbers.PEquals(test.Probability)}.",
                $"F = {StatsNumbers.Number(test.Statistic)}，自由度 {test.NumeratorDegrees} 与 {StatsNumbers.Whole(test.DenominatorDegrees)}，{StatsNumbers.PEquals(test.Probability)}。")],
            test.Convention, test.Probability, StatsJson.Of(test).With("test", name));
    }

    static (MarkerOfGroup First, MarkerOfGroup Second) Two(ModelFrame frame) => Groups(frame) is [var first, var second]
        ? (first, second)
        : throw new StatsQuestionException($"Found {Groups(frame).Length} groups in '{frame.Formula.Source}'. Expected two.");

    static StatsAnswer Wilcoxon(ModelFrame frame, double level)
    {
        var (first, second) = Two(frame);
        ImmutableArray<MarkerOfGroup> groups = [first, second];
        var test = WilcoxonRankSum.Compare(first.Values, second.Values);
        var shift = test.Shift(level);
        var interval = StatsNumbers.Interval(level);
        return Answer(frame, groups,
            [
                new($"W {StatsNumbers.Number(test.Statistic)}, {StatsNumbers.PEquals(test.Probability)}.", $"W = {StatsNumbers.Number(test.Statistic)}，{StatsNumbers.PEquals(test.Probability)}。"),
                new($"Shift of {first.Name} against {second.Name}: {StatsNumbers.With(shift.Estimate, shift.Confidence, StatsNumbers.Number)}, {interval.En}.",
                    $"{first.Name} 相对 {second.Name} 的位移：{StatsNumbers.With(shift.Estimate, shift.Confidence, StatsNumbers.Number)}，{interval.Zh}。"),
            ],
            test.Convention, test.Probability,
            new JsonObject
            {
                ["test"] = "wilcoxon",
                ["statistic"] = StatsJson.Of(test.Statistic),
                ["z"] = StatsJson.Of(test.Z),
                ["tied"] = test.Tied,
                ["method"] = StatsJson.Of(test.Method),
                ["probability"] = StatsJson.Of(test.Probability),
                ["shift"] = StatsJson.Of(shift),
            });
    }

    public static StatsAnswer Answer(
        ModelFrame frame, ImmutableArray<MarkerOfGroup> groups, ImmutableArray<Bilingual> remarks, string convention,
            double? probability, JsonObject result)
    {
        var summaries = groups.Select(group => Summary.Of(group.Values.Select(value => (double?)value))).ToArray();
        return new StatsAnswer(
            new($"Comparison of {groups.Length} groups, {frame.Count} rows", $"{groups.Length} 组比较，{frame.Count} 行"),
            [new StatsTable(
                [new("GROUP", "组别"), new("N", "人数"), new("MEDIAN (QUARTILES)", "中位数（四分位数）"), new("MEAN (SD)", "均数（标准差）")],
                [.. groups.Select((group, place) => (string[])
                [
                    group.Name, StatsNumbers.Whole(group.Values.Length),
                    StatsNumbers.With(summaries[place].Median, summaries[place].LowerQuartile,
                        summaries[place].UpperQuartile, StatsNumbers.Number),
                    $"{StatsNumbers.Number(summaries[place].Mean)} ({StatsNumbers.Number(summaries[place].StandardDeviation)})",
                ])])],
            remarks, [convention, Summary.Convention],
            result.With("groups", new JsonArray([.. groups.Select((group, place) =>
                (JsonNode)new JsonObject { ["name"] = group.Name, ["summary"] = StatsJson.Of(summaries[place]) })])))
        {
            Figure = groups.All(group => group.Values.All(value => value > 0)) ? language => Draw(frame, groups, summaries,
                probability, language) : null,
        };
    }

    static StatsAnswer Categories(ModelFrame frame, bool exact, double level)
    {
        var (rows, columns) = (frame.Groups(), frame.ResponseLabels());
        ImmutableArray<string> names = [.. columns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var groups = frame.GroupOrder();
        var table = ContingencyTable.Of([.. groups.Select(group => (IReadOnlyList<int>)[.. names.Select(name =>
            Enumerable.Range(0, frame.Count).Count(row => rows[row] == group && columns[row] == name))])]);
        var counts = new StatsTable(
            [new("GROUP", "组别"), .. names.Select(Bilingual.Same)],
            [.. groups.Select((group, row) => (string[])[group, .. names.Select((_, column) =>
                $"{table[row, column]} ({StatsNumbers.Percent((double)table[row, column] / table.RowTotals[row])} %)")])]);
        var members = new JsonObject
        {
            ["test"] = exact ? "fisher" : "chisq",
            ["rows"] = StatsJson.List(groups),
            ["columns"] = StatsJson.List(names),
            ["counts"] = StatsJson.List(groups.Select((_, row) => names.Select((_, column) => table[row, column]).ToArray())),
        };
        Bilingual title = new($"Contingency table, {frame.Count} rows", $"列联表，{frame.Count} 行");
        if (!exact)
        {
            var chiSquare = ChiSquaredTest.Of(table);
            return new StatsAnswer(title, [counts],
                [RegressionTables.Test("Pearson", "Pearson 检验", chiSquare.ChiSquare, chiSquare.DegreesOfFreedom, chiSquare.Probability),
                    .. chiSquare.SmallestExpected < 5 ? [new Bilingual("An expected count is below 5: prefer --test fisher.", "有期望频数小于 5，宜用 --test fisher。")] : Array.Empty<Bilingual>()],
                [chiSquare.Convention], members.With("result", StatsJson.Of(chiSquare)));
        }
        var fisher = FisherExact.Of(table, level);
        var interval = StatsNumbers.Interval(level);
        return new StatsAnswer(title, [counts],
            [new($"Fisher's exact {StatsNumbers.PEquals(fisher.Probability)}"
                    + $"{(fisher.OddsRatio is null ? "" : $"; odds ratio {StatsNumbers.With(fisher.OddsRatio, fisher.Confidence, StatsNumbers.Ratio)}, {interval.En}")}.",
                $"Fisher 精确检验 {StatsNumbers.PEquals(fisher.Probability)}"
                    + $"{(fisher.OddsRatio is null ? "" : $"；比值比 {StatsNumbers.With(fisher.OddsRatio, fisher.Confidence, StatsNumbers.Ratio)}，{interval.Zh}")}。")],
            [FisherExact.Convention], members.With("result", StatsJson.Of(fisher)));
    }

    public static ImmutableArray<MarkerOfGroup> Groups(ModelFrame frame)
    {
        if (frame.Formula.Terms.IsEmpty)
            throw new StatsQuestionException($"Found no groups in '{frame.Formula.Source}'. Expected a column right of ~, such as arm.");
        var (labels, values) = (frame.Groups(), frame.Response());
        return [.. frame.GroupOrder().Select(name =>
            new MarkerOfGroup(name, [.. values.Where((_, row) => labels[row] == name)]))];
    }

    static Figure Draw(ModelFrame frame, ImmutableArray<MarkerOfGroup> groups, Summary[] summaries, double? probability,
        Language language) =>
        MarkerByGroupFigure.Draw(new MarkerByGroupInput
        {
            Key = "marker-by-group",
            Title = Bilingual.Same(frame.Formula.Source),
            Marker = Bilingual.Same(frame.Formula.Source.Split('~')[0].Trim()),
            Unit = "as recorded",
            Groups = [.. groups.Select((group, place) => new MarkerGroup
            {
                Name = Bilingual.Same(group.Name),
                Values = [.. group.Values.Select(value => new MarkerValue(value))],
                Quartiles = new MarkerQuartiles(summaries[place].LowerQuartile, summaries[place].Median,
                    summaries[place].UpperQuartile),
            })],
            Comparison = probability is { } p ? new MarkerComparison(new("Comparison", "比较"), null, p) : null,
        }, FigureWidth.Column, language);
}

/// <summary>The values of one group.</summary>
sealed record MarkerOfGroup(string Name, ImmutableArray<double> Values);

using System.Collections.Immutable;
using Medulla.Figures.Recipes;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests.Layout;

public class CollisionTests
{
    static readonly Bilingual LongLatin = new(
        "Donaudampfschifffahrtsgesellschaft-Leukaemia-Risk-Category-Above", "瘦素水平高于队列中位数并且伴有 FLT3 内部串联重复突变的受试者亚组");

    [Fact]
    public void Nothing_collides_in_the_gallery()
    {
        var figures = Gallery.Figures.ToList();

        Assert.Equal(54, figures.Count);
        Assert.All(figures, ExpectNone);
    }

    [Fact]
    public void A_planted_collision_is_found()
    {
        var figure = KaplanMeierFigure.Draw(SurvivalExample.ByLeptin(), FigureWidth.Column, Language.English);
        var planted = figure.Drawing.Labels.First() with { At = figure.Drawing.Labels.Last().At };
        var spoiled = figure with
        {
            Drawing = figure.Drawing with
            {
                Layers = figure.Drawing.Layers.Add(
                    new("planted", "note", [planted], ImmutableSortedDictionary<string, string>.Empty)),
            },
        };

        Assert.NotEmpty(Collisions.Of(spoiled));
    }

    public static TheoryData<string> SurvivalCases => [.. Survival.Keys];

    internal static readonly Dictionary<string, KaplanMeierInput> Survival = new(StringComparer.Ordinal)
    {
        ["one group"] = SurvivalExample.Of(SurvivalExample.Group(new("All participants", "全部受试者"), 86, 700, 3)),
        ["two groups"] = Groups(2),
        ["four groups"] = Groups(4),
        ["six groups"] = Groups(6),
        ["long names"] = SurvivalExample.Of(
            SurvivalExample.Group(LongLatin, 40, 900, 4) with { HazardRatio = null },
            SurvivalExample.Group(new("W" + LongLatin.En[..^1], "不" + LongLatin.Zh), 40, 500, 5) with
            {
                HazardRatio = new(1.5, 0.9, 2.6),
            }),
        ["no event"] = SurvivalExample.Of(
            SurvivalExample.Group(new("Low", "低"), 20, 1e9, 6), SurvivalExample.Group(new("High", "高"), 20, 1e9, 7)),
        ["one person each"] = SurvivalExample.Of(
            SurvivalExample.Estimate(new("One died", "死亡一例"), [(100, true)]),
            SurvivalExample.Estimate(new("One censored", "删失一例"), [(200, false)])),
        ["everybody died on one day"] =
            SurvivalExample.Of(SurvivalExample.Estimate(new("All", "全部"), [(30, true), (30, true), (30, true)])),
        ["the same curve twice"] = SurvivalExample.Of(
            SurvivalExample.Group(new("First copy", "第一份"), 30, 500, 8),
            SurvivalExample.Group(new("Second copy", "第二份"), 30, 500, 8)),
        ["thousands"] = SurvivalExample.Of(
            SurvivalExample.Group(new("Low", "低"), 4000, 3000, 9, censoredFrom: 5000),
            SurvivalExample.Group(new("High", "高"), 3874, 1500, 10, censoredFrom: 5000)),
        ["ended on day 0"] = SurvivalExample.Of(SurvivalExample.Estimate(new("All", "全部"), [(0, true), (0, false)])),
    };

    [Theory]
    [MemberData(nameof(SurvivalCases))]
    public void Survival_labels_keep_clear_of_everything(string name)
    {
        foreach (var width in Gallery.Widths)
            foreach (var language in Gallery.Languages)
                foreach (var simulated in (bool[])[false, true])
                    ExpectNone(KaplanMeierFigure.Draw(Survival[name] with { Simulated = simulated }, width, language));
    }

    [Theory]
    [InlineData(1, 1e-6)]
    [InlineData(1, 1e9)]
    [InlineData(2, 1)]
    [InlineData(4, 1e-3)]
    [InlineData(6, 100)]
    public void Marker_labels_keep_clear_of_everything(int groups, double factor)
    {
        var input = StudyExamples.MarkerByGroup() with
        {
            LowerLimit = 2 * factor,
            Groups = [.. Enumerable.Range(0, groups).Select(place => Scaled(StudyExamples.Group(
                place == 1 ? LongLatin : new($"Group {place}", $"第 {place} 组"), count: place == 3 ? 1 : 30,
                logMean: 3, seed: (uint)(40 + place), below: place), factor))],
        };
        foreach (var width in Gallery.Widths)
            foreach (var language in Gallery.Languages)
                ExpectNone(MarkerByGroupFigure.Draw(input, width, language));
    }

    [Fact]
    public void A_forest_with_long_labels_drops_columns_before_it_overlaps()
    {
        var input = ModelExamples.Forest();
        input = input with
        {
            Rows = [.. input.Rows, new ForestRow.Heading(LongLatin),
                new ForestRow.Term(LongLatin, 1234, 1000, new(0.0004, 0.00001, null, 1e-9))],
        };
        foreach (var width in Gallery.Widths)
            foreach (var language in Gallery.Languages)
                ExpectNone(ForestFigure.Draw(input, width, language));
    }

    [Fact]
    public void A_flow_with_long_reasons_and_many_arms_grows_downward()
    {
        var flow = StudyExamples.Flow();
        var input = flow with
        {
            Stages = [flow.Stages[0] with { Excluded = flow.Stages[0].Excluded! with { Reasons = [new(LongLatin, 17)] } },
                .. flow.Stages.Skip(1)],
            Arms = [.. Enumerable.Range(0, 4).Select(arm => new FlowArm(LongLatin, arm == 0 ? 79 : 1, []))],
        };
        foreach (var width in Gallery.Widths)
            foreach (var language in Gallery.Languages)
                ExpectNone(FlowFigure.Draw(input, width, language));
    }

    static void ExpectNone(Figure figure)
    {
        var problems = Collisions.Of(figure);
        Assert.True(problems.Count == 0,
            $"{figure.Key} {figure.Width} {figure.Language}:\n{string.Join('\n', problems.Take(5))}");
    }

    static KaplanMeierInput Groups(int count) => SurvivalExample.Of([.. Enumerable.Range(0, count).Select(place =>
        SurvivalExample.Group(new($"Quantile {place + 1}", $"第 {place + 1} 分位"), 20, 300 * (place + 1), (uint)(20 + place)) with
        {
            HazardRatio = place == 0 ? null : new(1.1 + place, 0.8, 9.9),
        })]);

    static MarkerGroup Scaled(MarkerGroup group, double factor) => group with
    {
        Values = [.. group.Values.Select(value => value with { Value = value.Value * factor })],
        Quartiles = new(group.Quartiles.Lower * factor, group.Quartiles.Median * factor, group.Quartiles.Upper * factor),
        Whiskers = group.Whiskers is var (low, high) ? (low * factor, high * factor) : null,
    };
}

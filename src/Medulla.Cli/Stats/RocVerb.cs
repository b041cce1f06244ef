using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats roc</c></summary>
static class RocVerb
{
    public static Verb Roc()
    {
        var positive = TwoOutcomes.Positive();
        positive.Required = true;
        var direction = TwoOutcomes.Direction();
        return StatsVerb.OnTable("roc", "ROC curve and its area; two markers are compared by DeLong's test", "ROC 曲线及其面积；两个标志物用 DeLong 检验比较",
            "medulla stats roc \"os_event ~ n_nonsyn\" --data tcga_laml.csv --positive 1 --direction higher --plot roc.svg",
            [positive, direction],
            (call, frame, level) => Answer(
                frame, TwoOutcomes.Cases(frame, call.Given(positive), mustBeNamed: true), TwoOutcomes.Of(call.Of(direction)),
                call.Given(positive)!, level));
    }

    static StatsAnswer Answer(ModelFrame frame, bool[] cases, MarkerDirection direction, string positive, double level)
    {
        var markers = frame.Covariates();
        if (markers.Length is 0 or > 2)
            throw new StatsQuestionException($"Found {markers.Length} markers in '{frame.Formula.Source}'. Expected one, or two to compare.");
        ImmutableArray<RocCurve> curves = [.. markers.Select(marker => RocCurve.Of(marker.Values, cases, direction))];
        var comparison = curves is [var first, var second] ? DeLongTest.Paired(first, second, level) : null;
        var interval = StatsNumbers.Interval(level);
        return new StatsAnswer(
            new($"ROC, {curves[0].Cases} cases, {curves[0].Controls} controls", $"ROC 曲线，病例 {curves[0].Cases} 例，对照 {curves[0].Controls} 例"),
            [
                new StatsTable(
                    [new("MARKER", "标志物"), new($"AUC ({interval.En})", $"AUC（{interval.Zh}）"), new("P (AGAINST 0.5)", "P（对 0.5）")],
                    [.. markers.Select((marker, place) => (string[])
                        [marker.Name, StatsNumbers.With(curves[place].Auc, curves[place].AucConfidence(level),
                            StatsNumbers.Share), StatsNumbers.P(curves[place].ProbabilityAgainstHalf)])]),
            ],
            [
                .. comparison is null ? [] : new[] { new Bilingual(
                    $"Difference of areas {StatsNumbers.With(comparison.Difference, comparison.Confidence, StatsNumbers.Share)}, {StatsNumbers.PEquals(comparison.Probability)}.",
                    $"面积之差 {StatsNumbers.With(comparison.Difference, comparison.Confidence, StatsNumbers.Share)}，{StatsNumbers.PEquals(comparison.Probability)}。") },
                new("For a cut, with what the choice of it costs: medulla stats cutpoint.", "如需截断值及其校正，请用 medulla stats cutpoint。"),
            ],
            [.. curves.Select(curve => curve.Convention), .. comparison is null ? [] : new[] { comparison.Convention }],
            new JsonObject
            {
                ["curves"] = new JsonArray([.. markers.Select((marker, place) => Json(marker.Name, curves[place], level))]),
                ["comparison"] = StatsJson.Of(comparison),
            })
        {
            Figure = curves.Length > 1 ? null : language => Draw(frame, curves[0], positive, level, language),
        };
    }

    static JsonNode Json(string marker, RocCurve curve, double level) => new JsonObject
    {
        ["marker"] = marker,
        ["direction"] = StatsJson.Of(curve.Direction),
        ["cases"] = curve.Cases,
        ["controls"] = curve.Controls,
        ["auc"] = StatsJson.Of(curve.Auc),
        ["aucStandardError"] = StatsJson.Of(curve.AucStandardError),
        ["aucConfidence"] = StatsJson.Of(curve.AucConfidence(level)),
        ["probabilityAgainstHalf"] = StatsJson.Of(curve.ProbabilityAgainstHalf),
        ["points"] = new JsonArray([.. curve.Points.Select(point => (JsonNode)new JsonObject
        {
            ["threshold"] = StatsJson.Of(point.Threshold),
            ["sensitivity"] = StatsJson.Of(point.Sensitivity),
            ["specificity"] = StatsJson.Of(point.Specificity),
        })]),
    };

    public static Figure Draw(ModelFrame frame, RocCurve curve, string positive, double level, Language language)
    {
        var outcome = frame.Formula.Source.Split('~')[0].Trim();
        return RocFigure.Draw(new RocInput
        {
            Key = "roc",
            Title = Bilingual.Same(frame.Formula.Source),
            Curve = [.. curve.Points.Reverse().Select(point => new Figures.Recipes.RocPoint(1 - point.Specificity,
                point.Sensitivity))],
            Area = curve.AucConfidence(level) is { } confidence ? new Estimate(curve.Auc, confidence.Lower,
                confidence.Upper) : new Estimate(curve.Auc),
            PositiveName = Bilingual.Same($"{outcome} = {positive}"),
            Positives = curve.Cases,
            NegativeName = new("others", "其余"),
            Negatives = curve.Controls,
        }, FigureWidth.Column, language);
    }
}

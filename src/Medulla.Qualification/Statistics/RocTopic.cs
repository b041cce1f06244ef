using Medulla.Statistics.Description;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Resampling;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>roc</c>.</summary>
static class RocTopic
{
    public static Topic Topic { get; } = Topic.Of("roc",
        ("roc", Curve),
        ("cutpointr", ObservedCut),
        ("roc_paired", Paired),
        ("roc_unpaired", Unpaired),
        ("roc_boot", Resampled));

    static Answer Curve(CaseInput input)
    {
        var curve = CurveOf(input, input.Text("marker"), input.Text("direction"));
        var level = Level(input);
        var at = input.Numbers("at");
        return new Answer()
            .Set("n_cases", curve.Cases)
            .Set("n_controls", curve.Controls)
            .Set("auc", curve.Auc)
            .Set("delong_var", curve.AucVariance)
            .Set("delong_se", curve.AucStandardError)
            .Set("delong_ci95", Ends(curve.AucConfidence(level)))
            .Set("logit_ci95", Ends(curve.AucLogitConfidence(level)))
            .Set("hanley_mcneil_se", curve.HanleyMcNeilStandardError)
            .Set("p_vs_half_delong", curve.ProbabilityAgainstHalf)
            .Set("mannwhitney_U_cases", curve.MannWhitney)
            .Set("roc", Coordinates(curve.Points)
                .Set("tp", curve.Points.Select(point => (double)point.Accuracy.TruePositives))
                .Set("fp", curve.Points.Select(point => (double)point.Accuracy.FalsePositives))
                .Set("tn", curve.Points.Select(point => (double)point.Accuracy.TrueNegatives))
                .Set("fn", curve.Points.Select(point => (double)point.Accuracy.FalseNegatives))
                .Set("ppv", curve.Points.Select(point => point.Accuracy.PositivePredictiveValue?.Estimate))
                .Set("npv", curve.Points.Select(point => point.Accuracy.NegativePredictiveValue?.Estimate)))
            .Set("youden", Coordinates(curve.YoudenPoints))
            .Set("topleft", Coordinates(curve.ClosestToTopLeft))
            .Set("partial", Partial(input, curve))
            .Set("sens_at_spec", new Answer().Set("spec", at).Set("sens", at.Select(curve.SensitivityAt)))
            .Set("spec_at_sens", new Answer().Set("sens", at).Set("spec", at.Select(curve.SpecificityAt)))
            .Set("at_youden", DiagnosticTable.Of(curve.YoudenPoints[0], level));
    }

    static Answer Coordinates(IEnumerable<RocPoint> points) => new Answer()
        .Set("threshold", points.Select(point => point.Threshold))
        .Set("sensitivity", points.Select(point => point.Sensitivity))
        .Set("specificity", points.Select(point => point.Specificity));

    // In the order asked for; their names hold the ends as R prints them.
    static IEnumerable<Answer> Partial(CaseInput input, RocCurve curve) =>
        !input.Has("partial") ? [] : input.Argument("partial").EnumerateArray().Select(range =>
        {
            var ends = new[] { range.GetProperty("from").GetDouble(), range.GetProperty("to").GetDouble() };
            var area = PartialArea.Between(
                curve, range.GetProperty("focus").GetString() == "specificity" ? RocAxis.Specificity : RocAxis.Sensitivity,
                ends.Min(), ends.Max());
            return new Answer().Set("raw", area.Area).Set("mcclish", area.Standardised);
        }).ToArray();

    static Answer ObservedCut(CaseInput input)
    {
        var curve = CurveOf(input, input.Text("marker"), input.Text("direction"));
        RocPoint[] best = [.. curve.YoudenPoints.Reverse()];
        var cuts = best.Select(point => input.Flag("use_midpoints") ? point.Threshold : Observed(curve, point)).ToArray();
        double[] chosen = (input.Has("break_ties") ? input.Text("break_ties") : "all") switch
        {
            "mean" => [cuts.Average()],
            "median" => [Quantiles.Of(cuts, 0.5)],
            _ => cuts,
        };
        return new Answer()
            .Set("cutpoint", chosen)
            .Set("youden", best.Take(chosen.Length).Select(point => point.Accuracy.YoudenIndex));
    }

    // Beyond every observed value where no test is positive.
    static double Observed(RocCurve curve, RocPoint point) => point.PositiveFrom
        ?? (curve.Direction == MarkerDirection.HigherInCases ? double.PositiveInfinity : double.NegativeInfinity);

    static Answer Paired(CaseInput input)
    {
        var (markers, directions) = (input.Texts("markers"), input.Texts("directions"));
        var (first, second) = (CurveOf(input, markers[0], directions[0]), CurveOf(input, markers[1], directions[1]));
        var paired = DeLongTest.Paired(first, second, Level(input));
        var unpaired = DeLongTest.Unpaired(first, second, Level(input));
        return new Answer()
            .Set("n", input.Count)
            .Set("auc1", first.Auc)
            .Set("auc2", second.Auc)
            .Set("var1", first.AucVariance)
            .Set("var2", second.AucVariance)
            .Set("cov", paired.Covariance)
            .Set("paired_z", paired.Statistic)
            .Set("paired_p", paired.Probability)
            .Set("diff_ci95", Ends(paired.Confidence))
            .Set("unpaired_D", unpaired.Statistic)
            .Set("unpaired_df", unpaired.DegreesOfFreedom)
            .Set("unpaired_p", unpaired.Probability);
    }

    static Answer Unpaired(CaseInput input)
    {
        var (marker, direction) = (input.Text("marker"), input.Text("direction"));
        var first = CurveOf(input.Where(input.Text("subset1")), marker, direction);
        var second = CurveOf(input.Where(input.Text("subset2")), marker, direction);
        var test = DeLongTest.Unpaired(first, second, Level(input));
        return new Answer()
            .Set("auc1", first.Auc)
            .Set("auc2", second.Auc)
            .Set("D", test.Statistic)
            .Set("df", test.DegreesOfFreedom)
            .Set("p", test.Probability);
    }

    static Answer Resampled(CaseInput input)
    {
        var bootstrap = AucBootstrap.Of(
            input.Values(input.Text("marker")), IsCase(input), BootstrapIndices.Given(input.Places("indices")),
            Direction(input.Text("direction")));
        return new Answer()
            .Set("auc_b", bootstrap.Areas)
            .Set("mean", bootstrap.Mean)
            .Set("sd", bootstrap.StandardDeviation)
            .Set("percentile95", Ends(bootstrap.Percentiles(
                Level(input), (QuantileType)input.Whole("quantile_type", absent: 7))));
    }

    static RocCurve CurveOf(CaseInput input, string marker, string direction) =>
        RocCurve.Of(input.Values(marker), IsCase(input), Direction(direction));

    static MarkerDirection Direction(string sign) =>
        sign == "<" ? MarkerDirection.HigherInCases : MarkerDirection.LowerInCases;

    // The second of the two levels, a number or a text, is the case.
    static bool[] IsCase(CaseInput input)
    {
        var outcome = input.Text("outcome");
        if (!input.Has("levels"))
            return [.. input.Values(outcome).Select(value => value == 1)];
        var level = input.Argument("levels")[1];
        return level.ValueKind == System.Text.Json.JsonValueKind.String
            ? [.. input.Labels(outcome).Select(label => label == level.GetString())]
            : [.. input.Values(outcome).Select(value => value == level.GetDouble())];
    }

    static double Level(CaseInput input) => input.Number("level", absent: 0.95);

    internal static double?[] Ends(Interval? interval) => [interval?.Lower, interval?.Upper];
}

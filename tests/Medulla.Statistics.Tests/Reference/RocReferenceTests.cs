using System.Globalization;
using System.Text.Json;
using Medulla.Statistics.Description;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Tests.Reference;

public sealed class RocReferenceTests
{
    [Fact]
    public void Agrees_with_R_on_curves_areas_cut_points_and_comparisons()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("roc"))
            agreement.Case(reference, reference.Method switch
            {
                "roc" => check => CompareCurve(check, reference),
                "cutpointr" => check => CompareCutPoint(check, reference),
                "roc_paired" => check => ComparePaired(check, reference),
                "roc_unpaired" => check => CompareUnpaired(check, reference),
                _ => check => CompareResamples(check, reference),
            });

        agreement.Report("roc");
        Assert.Equal(["cutpointr 11", "roc 11", "roc_boot 2", "roc_paired 5", "roc_unpaired 2"],
            agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Empty(agreement.NotCovered);
        Assert.Empty(agreement.Untouched);
    }

    static void CompareCurve(Agreement check, ReferenceCase reference)
    {
        var curve = Curve(Cohort.Of(reference), reference, reference.Text("marker"), reference.Text("direction"));
        check.Number("n_cases", curve.Cases);
        check.Number("n_controls", curve.Controls);
        check.Number("auc", curve.Auc);
        check.Number("delong_var", curve.AucVariance);
        check.Number("delong_se", curve.AucStandardError);
        Pair(check, "delong_ci95", curve.AucConfidence());
        Pair(check, "logit_ci95", curve.AucLogitConfidence());
        check.Number("hanley_mcneil_se", curve.HanleyMcNeilStandardError);
        check.Number("p_vs_half_delong", curve.ProbabilityAgainstHalf);
        check.Number("mannwhitney_U_cases", curve.MannWhitney);

        check.List("roc/threshold", curve.Points.Select(point => point.Threshold));
        check.List("roc/sensitivity", curve.Points.Select(point => point.Sensitivity));
        check.List("roc/specificity", curve.Points.Select(point => point.Specificity));
        check.List("roc/tp", curve.Points.Select(point => (double)point.Accuracy.TruePositives));
        check.List("roc/fp", curve.Points.Select(point => (double)point.Accuracy.FalsePositives));
        check.List("roc/tn", curve.Points.Select(point => (double)point.Accuracy.TrueNegatives));
        check.List("roc/fn", curve.Points.Select(point => (double)point.Accuracy.FalseNegatives));
        check.List("roc/ppv", curve.Points.Select(point => point.Accuracy.PositivePredictiveValue?.Estimate));
        check.List("roc/npv", curve.Points.Select(point => point.Accuracy.NegativePredictiveValue?.Estimate));

        foreach (var (member, points) in new[] { ("youden", curve.YoudenPoints), ("topleft", curve.ClosestToTopLeft) })
        {
            check.List($"{member}/threshold", points.Select(point => point.Threshold));
            check.List($"{member}/sensitivity", points.Select(point => point.Sensitivity));
            check.List($"{member}/specificity", points.Select(point => point.Specificity));
        }

        foreach (var range in reference.Arguments.GetProperty("partial").EnumerateArray())
        {
            var focus = range.GetProperty("focus").GetString()!;
            var lowest = range.GetProperty("to").GetDouble();
            var area = PartialArea.Above(curve, focus == "specificity" ? RocAxis.Specificity : RocAxis.Sensitivity, lowest);
            var path = $"partial/{focus}_1_{lowest.ToString(CultureInfo.InvariantCulture)}";
            check.Number($"{path}/raw", area.Area);
            check.Number($"{path}/mcclish", area.Standardised);
        }

        var at = reference.Numbers("at");
        check.Echo("sens_at_spec/spec", "spec_at_sens/sens");
        check.List("sens_at_spec/sens", at.Select(curve.SensitivityAt));
        check.List("spec_at_sens/spec", at.Select(curve.SpecificityAt));
        CompareTable(check, curve);
    }

    static void CompareTable(Agreement check, RocCurve curve)
    {
        var best = curve.YoudenPoints[0];
        var table = curve.At(best.Threshold);
        Assert.Equal(best.Accuracy, table);
        check.Number("at_youden/threshold", best.Threshold);
        check.Number("at_youden/tp", table.TruePositives);
        check.Number("at_youden/fp", table.FalsePositives);
        check.Number("at_youden/fn", table.FalseNegatives);
        check.Number("at_youden/tn", table.TrueNegatives);
        CompareProportion(check, "at_youden/sens", table.Sensitivity);
        CompareProportion(check, "at_youden/spec", table.Specificity);
        CompareProportion(check, "at_youden/ppv", table.PositivePredictiveValue!);
        CompareProportion(check, "at_youden/npv", table.NegativePredictiveValue!);
        CompareRatio(check, "at_youden/lr_pos", "at_youden/lr_pos_ci", table.PositiveLikelihoodRatio());
        CompareRatio(check, "at_youden/lr_neg", "at_youden/lr_neg_ci", table.NegativeLikelihoodRatio());
        CompareRatio(check, "at_youden/dor", "at_youden/dor_ci_woolf", table.DiagnosticOddsRatio());
        check.Number("at_youden/accuracy", table.Accuracy);
        check.Number("at_youden/kappa", table.Kappa);

        // R multiplied the four margins as 32-bit integers in the largest cohort and lost the value to an overflow.
        var margins = (double)table.Cases * table.Controls
            * table.PositivePredictiveValue!.Total * table.NegativePredictiveValue!.Total;
        if (margins > int.MaxValue && check.Find("at_youden/mcc").ValueKind == JsonValueKind.Null)
            Assert.NotNull(table.MatthewsCorrelation);
        else
            check.Number("at_youden/mcc", table.MatthewsCorrelation);
    }

    static void CompareProportion(Agreement check, string path, BinomialProportion proportion)
    {
        check.Number($"{path}/x", proportion.Count);
        check.Number($"{path}/n", proportion.Total);
        check.Number($"{path}/est", proportion.Estimate);
        Pair(check, $"{path}/clopper_pearson", proportion.ClopperPearson());
        Pair(check, $"{path}/wilson", proportion.Wilson());
        Pair(check, $"{path}/agresti_coull", proportion.AgrestiCoull());
        Pair(check, $"{path}/jeffreys", proportion.Jeffreys());
        Pair(check, $"{path}/wald", proportion.Wald());
    }

    static void CompareRatio(Agreement check, string estimate, string interval, RatioEstimate? ratio)
    {
        check.Number(estimate, ratio?.Estimate);
        Pair(check, interval, ratio?.Confidence);
    }

    static void CompareCutPoint(Agreement check, ReferenceCase reference)
    {
        var best = Curve(Cohort.Of(reference), reference, reference.Text("marker"), reference.Text("direction")).YoudenPoints;
        check.List("cutpoint", best.Select(point => point.PositiveFrom));
        check.List("youden", best.Select(point => point.Accuracy.YoudenIndex));
    }

    static void ComparePaired(Agreement check, ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        var (markers, directions) = (reference.Texts("markers"), reference.Texts("directions"));
        var first = Curve(cohort, reference, markers[0], directions[0]);
        var second = Curve(cohort, reference, markers[1], directions[1]);
        var paired = DeLongTest.Paired(first, second, reference.Number("level", 0.95));
        var unpaired = DeLongTest.Unpaired(first, second);
        check.Number("n", cohort.Count);
        check.Number("auc1", first.Auc);
        check.Number("auc2", second.Auc);
        check.Number("var1", first.AucVariance);
        check.Number("var2", second.AucVariance);
        check.Number("cov", (first.AucVariance + second.AucVariance - paired.StandardError * paired.StandardError) / 2);
        check.Number("paired_z", paired.Statistic);
        check.Number("paired_p", paired.Probability);
        Pair(check, "diff_ci95", paired.Confidence);
        check.Number("unpaired_D", unpaired.Statistic);
        check.Number("unpaired_df", unpaired.DegreesOfFreedom);
        check.Number("unpaired_p", unpaired.Probability);
    }

    static void CompareUnpaired(Agreement check, ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        var (marker, direction) = (reference.Text("marker"), reference.Text("direction"));
        var first = Curve(cohort.Where(reference.Text("subset1")), reference, marker, direction);
        var second = Curve(cohort.Where(reference.Text("subset2")), reference, marker, direction);
        var test = DeLongTest.Unpaired(first, second);
        check.Number("auc1", first.Auc);
        check.Number("auc2", second.Auc);
        check.Number("D", test.Statistic);
        check.Number("df", test.DegreesOfFreedom);
        check.Number("p", test.Probability);
    }

    static void CompareResamples(Agreement check, ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        double[] areas = [.. reference.Arguments.GetProperty("indices").EnumerateArray().Select(resample =>
            Curve(cohort.At(resample.EnumerateArray().Select(index => index.GetInt32())),
                reference, reference.Text("marker"), reference.Text("direction")).Auc)];
        var summary = Summary.Of(areas.Select(area => (double?)area));
        check.Echo("B", "indices");
        check.List("auc_b", areas);
        check.Number("mean", summary.Mean);
        check.Number("sd", summary.StandardDeviation);
        check.List("percentile95", [Quantiles.Of(areas, 0.025), Quantiles.Of(areas, 0.975)]);
    }

    static RocCurve Curve(Cohort cohort, ReferenceCase reference, string marker, string direction) => RocCurve.Of(
        cohort.Values(marker),
        [.. cohort.Values(reference.Text("outcome")).Select(outcome => outcome == reference.Numbers("levels")[1])],
        direction == "<" ? MarkerDirection.HigherInCases : MarkerDirection.LowerInCases);

    static void Pair(Agreement check, string path, Interval? interval)
    {
        if (check.Find(path).ValueKind == JsonValueKind.Array)
            check.List(path, [interval?.Lower, interval?.Upper]);
        else
            check.Number(path, interval?.Lower);
    }
}

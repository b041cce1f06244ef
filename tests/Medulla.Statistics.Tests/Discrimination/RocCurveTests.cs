using Medulla.Statistics.Discrimination;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class RocCurveTests
{
    [Fact]
    public void Worked_by_hand_for_five_participants()
    {
        var curve = RocCurve.Of([1, 2, 3, 2, 4], [false, false, true, true, true]);

        // Six pairs: five won by the case, one tied.
        Assert.Equal(5.5 / 6, curve.Auc, 1e-15);
        Assert.Equal(
            [double.NegativeInfinity, 1.5, 2.5, 3.5, double.PositiveInfinity], curve.Points.Select(point => point.Threshold));
        Assert.Equal([1, 1, 2.0 / 3, 1.0 / 3, 0], curve.Points.Select(point => point.Sensitivity));
        Assert.Equal([0, 0.5, 1, 1, 1], curve.Points.Select(point => point.Specificity));
        Assert.Equal(2.5, Assert.Single(curve.YoudenPoints).Threshold);
        Assert.Equal(new DiagnosticAccuracy(2, 0, 2, 1), curve.At(threshold: 2.5));
        Assert.Equal(new DiagnosticAccuracy(3, 1, 1, 0), curve.At(threshold: 2));
    }

    [Fact]
    public void Area_and_variance_agree_with_counting_every_pair()
    {
        var random = new Random(21);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            var cases = Enumerable.Range(0, random.Next(2, 30)).Select(_ => random.Next(10) + 1.0).ToArray();
            var controls = Enumerable.Range(0, random.Next(2, 30)).Select(_ => (double)random.Next(10)).ToArray();
            var ofCases = cases.Select(one => controls.Average(other => Win(one, other))).ToArray();
            var ofControls = controls.Select(other => cases.Average(one => Win(one, other))).ToArray();
            var curve = RocCurve.Of([.. cases, .. controls], [.. cases.Select(_ => true), .. controls.Select(_ => false)]);

            Assert.Equal(ofCases.Average(), curve.Auc, 1e-12);
            Assert.Equal(
                Variance(ofCases) / cases.Length + Variance(ofControls) / controls.Length, curve.AucVariance!.Value, 1e-12);
        }

        static double Win(double one, double other) => one > other ? 1 : one == other ? 0.5 : 0;

        static double Variance(double[] values) =>
            values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
    }

    [Theory]
    [InlineData(MarkerDirection.HigherInCases, 1)]
    [InlineData(MarkerDirection.LowerInCases, 1_000)]
    [InlineData(MarkerDirection.HigherInCases, 1_000_000_000)]
    public void Large_cohorts_of_both_signs_agree_with_counting_every_pair(MarkerDirection direction, int grain)
    {
        // Above the length from which values are sorted by their bits; −0 and 0 are one value.
        var random = new Random(grain);
        var marker = Enumerable.Range(0, 1_500).Select(_ => Math.Round((random.NextDouble() - 0.5) * grain)).ToArray();
        var isCase = marker.Select(value => random.NextDouble() < 0.5 + 0.3 * Math.Sign(value)).ToArray();
        (marker[0], marker[1], isCase[0], isCase[1]) = (0.0, -0.0, true, false);
        var cases = marker.Where((_, place) => isCase[place]).ToArray();
        var controls = marker.Where((_, place) => !isCase[place]).ToArray();
        var won = cases.Sum(one => controls.Sum(other => one == other ? 0.5
            : one > other == (direction == MarkerDirection.HigherInCases) ? 1 : 0));
        var curve = RocCurve.Of(marker, isCase, direction);

        Assert.Equal(won / cases.Length / controls.Length, curve.Auc, 1e-14);
        Assert.Equal(marker.Distinct().Count() + 1, curve.Points.Length);
        var signs = direction == MarkerDirection.HigherInCases ? 1 : -1;
        Assert.Equal(
            marker.Distinct().OrderBy(value => signs * value), curve.Points[..^1].Select(point => point.PositiveFrom!.Value));
        foreach (var point in curve.Points.Where((_, place) => place % 97 == 0))
            Assert.Equal(cases.Count(value => signs * value >= signs * (point.PositiveFrom ?? signs * double.PositiveInfinity)),
                point.Accuracy.TruePositives);
    }

    [Fact]
    public void The_direction_is_kept_even_when_the_marker_tells_the_other_way()
    {
        double[] marker = [1, 2, 3, 4, 5];
        bool[] isCase = [true, true, false, false, true];
        var higher = RocCurve.Of(marker, isCase);
        var lower = RocCurve.Of(marker, isCase, MarkerDirection.LowerInCases);

        Assert.Equal(1.0 / 3, higher.Auc, 1e-15);
        Assert.Equal(1 - higher.Auc, lower.Auc, 1e-15);
        Assert.Equal(higher.AucVariance!.Value, lower.AucVariance!.Value, 1e-15);
        Assert.Equal(higher.MannWhitney, lower.MannWhitney, 1e-12);
        Assert.Equal(new DiagnosticAccuracy(2, 0, 2, 1), lower.At(threshold: 2.5));
    }

    [Fact]
    public void A_perfect_marker_leaves_no_variance_and_no_probability()
    {
        var curve = RocCurve.Of([1, 2, 3, 4], [false, false, true, true]);

        Assert.Equal((1, 0), (curve.Auc, curve.AucVariance));
        Assert.Null(curve.ProbabilityAgainstHalf);
        Assert.Null(curve.AucLogitConfidence());
        Assert.Null(RocCurve.Of([1, 2], [false, true]).AucVariance);
    }

    [Fact]
    public void Partial_areas_of_the_whole_range_approach_the_area()
    {
        var curve = RocCurve.Of([1, 3, 2, 4, 6, 5, 8, 7], [false, false, true, false, true, false, true, true]);

        Assert.Equal(curve.Auc, PartialArea.Above(curve, RocAxis.Specificity, 1e-12).Area, 1e-9);
        Assert.Equal(curve.Auc, PartialArea.Above(curve, RocAxis.Sensitivity, 1e-12).Area, 1e-9);
    }

    [Fact]
    public void Ten_thousand_participants_take_no_pair_by_pair_time()
    {
        var random = new Random(1);
        var marker = Enumerable.Range(0, 10_000).Select(_ => random.NextDouble()).ToArray();

        Assert.InRange(RocCurve.Of(marker, [.. marker.Select(value => value + random.NextDouble() > 1)]).Auc, 0.7, 0.95);
    }

    [Fact]
    public void Names_what_is_missing()
    {
        var oneSided = Assert.Throws<ArgumentException>(() => RocCurve.Of([1, 2], [true, true]));
        var missing = Assert.Throws<ArgumentException>(() => RocCurve.Of([1, double.NaN], [true, false]));

        Assert.StartsWith("Found 2 cases and 0 controls. Expected at least one of each.", oneSided.Message);
        Assert.StartsWith("Found the marker value NaN at index 1.", missing.Message);
    }
}

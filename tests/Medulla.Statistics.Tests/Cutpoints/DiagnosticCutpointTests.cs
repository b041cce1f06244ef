using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Cutpoints;

public sealed class DiagnosticCutpointTests
{
    static readonly CutpointOptions Quick = new() { Permutations = 999, Replicates = 200, Seed = 3 };

    // Positive from 3 on: 3 of 4 cases, 1 of 4 controls. From 5 on: 2 of 4, none. From 2 on: 4 of 4, 2 of 4.
    static readonly double[] Marker = [1, 1.5, 2.5, 3.5, 2, 3, 5, 6];
    static readonly bool[] IsCase = [false, false, false, false, true, true, true, true];

    [Fact]
    public void Each_criterion_worked_by_hand()
    {
        // Sensitivity and specificity at 2: 1, 1/2; at 2.5: 3/4, 1/2; at 3: 3/4, 3/4; at 3.5: 1/2, 3/4; at 5: 1/2, 1;
        // at 6: 1/4, 1.
        Assert.Equal([2, 3, 5], Find(new CutpointCriterion.Youden()).EquallyGood);
        Assert.Equal(3, Find(new CutpointCriterion.Youden()).Cut);
        Assert.Equal(3, Find(new CutpointCriterion.ClosestToTopLeft()).Cut);
        Assert.Equal(3, Find(new CutpointCriterion.Product()).Cut);
        Assert.Equal(5, Find(new CutpointCriterion.SensitivityAtSpecificity(0.9)).Cut);
        Assert.Equal(2, Find(new CutpointCriterion.SpecificityAtSensitivity(0.9)).Cut);
        Assert.Equal(2, Find(new CutpointCriterion.LowestCost(MissedCase: 5)).Cut);
        Assert.Equal(5, Find(new CutpointCriterion.LowestCost(MissedCase: 5, Prevalence: 0.05)).Cut);

        var found = Find(new CutpointCriterion.Product());
        Assert.Equal(2.75, found.Threshold);
        Assert.Equal(new DiagnosticAccuracy(3, 1, 3, 1), found.Apparent);
        Assert.Equal(9, found.OddsRatio!.Apparent, 1e-12);
        Assert.True(found.IsPositive(3) && !found.IsPositive(2.9));
    }

    [Fact]
    public void The_best_point_is_that_of_the_curve_in_either_direction()
    {
        var random = new Random(9);
        foreach (var direction in new[] { MarkerDirection.HigherInCases, MarkerDirection.LowerInCases })
            for (var repeat = 0; repeat < 20; repeat++)
            {
                var isCase = Enumerable.Range(0, 40).Select(place => place < 15).ToArray();
                var sign = direction == MarkerDirection.HigherInCases ? 1 : -1;
                double[] marker = [.. isCase.Select(one => (double)random.Next(10) + (one ? 3 * sign : 0))];
                var found = DiagnosticCutpoint.Find(marker, isCase, direction, options: Quick with { Replicates = 5 });
                var points = RocCurve.Of(marker, isCase, direction).YoudenPoints;

                Assert.Equal(points.Select(point => point.PositiveFrom!.Value).Order(), found.EquallyGood);
                Assert.Contains(found.Cut, found.EquallyGood);
                Assert.Equal(isCase.Where((one, place) => one && found.IsPositive(marker[place])).Count(),
                    found.Apparent.TruePositives);
            }
    }

    [Fact]
    public void A_marker_that_tells_nothing_looks_better_where_the_cut_was_chosen()
    {
        var random = new Random(10);
        var isCase = Enumerable.Range(0, 60).Select(place => place % 2 == 0).ToArray();
        double[] marker = [.. isCase.Select(_ => random.NextDouble())];
        var found = DiagnosticCutpoint.Find(marker, isCase, MarkerDirection.HigherInCases, options: Quick);

        Assert.True(found.Apparent.YoudenIndex > found.OutOfBag!.YoudenIndex);
        Assert.InRange(found.OutOfBag.YoudenIndex, -0.2, 0.2);
        Assert.True(found.CorrectedProbability > 0.1);
        Assert.Equal(200, found.ResampledCuts.Length);
        Assert.True(found.CutConfidence.Upper - found.CutConfidence.Lower > 0.3);
    }

    [Fact]
    public void Out_of_bag_accuracy_of_a_perfect_marker_is_perfect_and_a_count_of_0_leaves_no_odds_ratio()
    {
        var isCase = Enumerable.Range(0, 40).Select(place => place >= 20).ToArray();
        double[] marker = [.. isCase.Select((one, place) => one ? 100.0 + place % 3 : place % 3)];
        var found = DiagnosticCutpoint.Find(marker, isCase, MarkerDirection.HigherInCases, options: Quick);

        Assert.Equal((100.0, 51.0), (found.Cut, found.Threshold));
        Assert.Null(found.OddsRatio);
        Assert.Equal(1, found.OutOfBag!.Specificity);
        Assert.InRange(found.OutOfBag.Sensitivity, 0.99, 1);
        Assert.Equal(0.001, found.CorrectedProbability, 1e-12);
    }

    [Fact]
    public void A_criterion_that_nothing_meets_is_named()
    {
        double[] marker = [1, 2, 3, 3];
        bool[] isCase = [false, true, true, false];
        var error = Assert.Throws<NotEstimableException>(() => DiagnosticCutpoint.Find(
            marker, isCase, MarkerDirection.HigherInCases, new CutpointCriterion.SensitivityAtSpecificity(0.9), Quick));

        Assert.StartsWith("Found no cut with the highest sensitivity at a specificity of at least 0.9.", error.Message);
    }

    static DiagnosticCutpoint Find(CutpointCriterion criterion) =>
        DiagnosticCutpoint.Find(Marker, IsCase, MarkerDirection.HigherInCases, criterion, Quick);
}

using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Cutpoints;

public sealed class SurvivalCutpointTests
{
    static readonly CutpointOptions Quick = new() { Permutations = 999, Replicates = 60, Seed = 3 };

    static (double[] Marker, FollowUp[] FollowUps) Cohort(int participants, double effect, int seed)
    {
        var random = new Random(seed);
        double[] marker = [.. Enumerable.Range(0, participants).Select(_ => Math.Round(10 * random.NextDouble(), 1))];
        return (marker, [.. marker.Select(value =>
            new FollowUp(-Math.Log(random.NextDouble()) * Math.Exp(value > 6 ? -effect : 0), random.NextDouble() < 0.7))]);
    }

    [Fact]
    public void A_marker_without_effect_is_not_believed()
    {
        var (marker, followUps) = Cohort(80, effect: 0, seed: 1);
        var cut = SurvivalCutpoint.Find(marker, followUps, MarkerDirection.HigherInCases, Quick);

        Assert.True(cut.CorrectedProbability > 0.1, $"p = {cut.CorrectedProbability}");
        Assert.True(cut.CorrectedProbability > 3 * StandardNormal.TwoSided(cut.Test.Statistic));
        Assert.True(cut.HazardRatio!.Factor < 0.7);
        Assert.InRange(Math.Log(cut.HazardRatio.Estimate) / Math.Log(cut.HazardRatio.Apparent), 0, 0.7);
        Assert.True(cut.HazardRatio.Confidence!.Value.Contains(1));
        Assert.True(cut.CutConfidence.Upper - cut.CutConfidence.Lower > 3);
    }

    [Fact]
    public void A_strong_step_is_found_where_it_is_and_the_direction_is_the_callers()
    {
        var (marker, followUps) = Cohort(300, effect: 2, seed: 2);
        var higher = SurvivalCutpoint.Find(marker, followUps, MarkerDirection.HigherInCases, Quick);
        var lower = SurvivalCutpoint.Find(marker, followUps, MarkerDirection.LowerInCases, Quick);

        Assert.InRange(higher.Cut, 5.5, 6.5);
        Assert.True(higher.CutConfidence.Contains(higher.Cut));
        Assert.Equal(0.001, higher.CorrectedProbability, 1e-12);
        Assert.Equal(higher.CorrectedProbability, lower.CorrectedProbability);

        // The ratio of one group to the other, and the other way round.
        Assert.Equal(1, higher.HazardRatio!.Apparent * lower.HazardRatio!.Apparent, 1e-9);
        Assert.True(higher.IsPositive(9) && lower.IsPositive(higher.Cut) && !higher.IsPositive(higher.Cut));
    }

    [Fact]
    public void Each_resampled_cut_is_that_of_the_resampled_cohort()
    {
        var (marker, followUps) = Cohort(60, effect: 1, seed: 4);
        var found = SurvivalCutpoint.Find(marker, followUps, MarkerDirection.LowerInCases, Quick).ResampledCuts;
        var resamples = BootstrapIndices.Drawn(60, Quick.Replicates, Quick.Seed);
        var places = new int[60];
        var cuts = new List<double>();
        for (var replicate = 0; replicate < Quick.Replicates; replicate++)
        {
            resamples.Fill(replicate, places);
            cuts.Add(MaximallySelectedStatistic.OfSurvival(
                [.. places.Select(place => marker[place])], [.. places.Select(place => followUps[place])]).Cut);
        }

        Assert.Equal(cuts.Order(), found);
    }

    [Fact]
    public void Altmans_correction_stays_near_the_permutations_where_it_was_made_for()
    {
        var (marker, followUps) = Cohort(200, effect: 0.75, seed: 12);
        var cut = SurvivalCutpoint.Find(marker, followUps, MarkerDirection.HigherInCases, Quick);
        var smallest = StandardNormal.TwoSided(cut.Test.Statistic);

        Assert.InRange(smallest, 0.0001, 0.1);
        Assert.Equal(-1.63 * smallest * (1 + 2.35 * Math.Log(smallest)), cut.AltmanProbability!.Value, 1e-15);
        Assert.InRange(cut.AltmanProbability.Value / cut.Test.AsymptoticProbability, 0.5, 2);
        Assert.Null(SurvivalCutpoint.Find(marker, followUps, MarkerDirection.HigherInCases,
            Quick with { Range = new(0.2, 0.8) }).AltmanProbability);
    }

    [Fact]
    public void A_group_without_events_leaves_no_hazard_ratio()
    {
        double[] marker = [1, 2, 3, 4, 5, 6, 7, 8];
        FollowUp[] followUps = [.. marker.Select(value => new FollowUp(value > 4 ? 20 + value : value, value <= 4))];

        Assert.Null(SurvivalCutpoint.Find(marker, followUps, MarkerDirection.LowerInCases, Quick).HazardRatio);
    }

    [Fact]
    public void Refuses_no_permutations()
    {
        var error = Assert.Throws<ArgumentException>(() => SurvivalCutpoint.Find(
            [1, 2], [new(1, true), new(2, true)], MarkerDirection.HigherInCases, Quick with { Permutations = 0 }));

        Assert.StartsWith("Found 0 permutations and 60 replicates. Expected at least 1 of each.", error.Message);
    }
}

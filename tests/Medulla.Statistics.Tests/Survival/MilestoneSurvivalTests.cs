using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class MilestoneSurvivalTests
{
    [Fact]
    public void Worked_by_hand_for_two_groups_of_four()
    {
        // S = 1/2 with variance 1/2 × 1/2 / 4, and 3/4 with variance (3/4)² × 1/(4 × 3).
        var contrast = Compare("1 2 3 4", "1 2+ 3+ 4+", 2);

        Assert.Equal(-0.25, contrast.Difference, 1e-15);
        Assert.Equal(-0.25 / Math.Sqrt(1.0 / 16 + 3.0 / 64), contrast.PlainZ!.Value, 1e-14);
        var (one, other) = (Math.Log(2), Math.Log(4.0 / 3));
        Assert.Equal(
            (Math.Log(one) - Math.Log(other)) / Math.Sqrt(0.25 / (one * one) + 1.0 / 12 / (other * other)),
            contrast.LogLogZ!.Value, 1e-14);
        Assert.Equal(StandardNormal.TwoSided(contrast.LogLogZ.Value), contrast.LogLogProbability);
        Assert.Equal(-0.25 - 1.959963984540054 * Math.Sqrt(7.0 / 64), contrast.Confidence!.Value.Lower, 1e-14);
    }

    [Fact]
    public void Turning_the_groups_round_turns_the_signs()
    {
        var random = new Random(3);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var one = KaplanMeier.Estimate(Cohorts.Draw(random, 30, 20));
            var other = KaplanMeier.Estimate(Cohorts.Draw(random, 30, 20));
            var (there, back) = (MilestoneSurvival.Compare(one, other, 8), MilestoneSurvival.Compare(other, one, 8));

            Assert.Equal(there.PlainZ!.Value, -back.PlainZ!.Value, 1e-12);
            Assert.Equal(there.LogLogZ!.Value, -back.LogLogZ!.Value, 1e-12);
        }
    }

    [Fact]
    public void Where_nobody_or_everybody_survives_the_scale_has_no_end()
    {
        Assert.Null(Compare("1 2", "5 6", 3).LogLogZ);
        Assert.Null(Compare("1 2", "5 6", 3).PlainZ);
        Assert.Null(Compare("5 6", "7 8", 3).PlainZ);
    }

    [Fact]
    public void Refuses_a_milestone_beyond_follow_up_unless_told_to_carry_forward()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Compare("1 4+", "1 9+", 6));

        Assert.StartsWith("Found the last follow-up at 4, before the milestone at 6. "
            + "Expected follow-up to the milestone: choose an earlier one, or carry the curve forward.", refusal.Message);
        Assert.Equal(0, MilestoneSurvival.Compare(
            KaplanMeier.Estimate(Cohorts.Read("1 4+")), KaplanMeier.Estimate(Cohorts.Read("1 9+")), 6, carryForward: true).Difference);
    }

    static MilestoneSurvival Compare(string group, string reference, double time) => MilestoneSurvival.Compare(
        KaplanMeier.Estimate(Cohorts.Read(group)), KaplanMeier.Estimate(Cohorts.Read(reference)), time);
}

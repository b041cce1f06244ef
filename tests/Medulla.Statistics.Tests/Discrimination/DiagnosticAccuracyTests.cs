using Medulla.Statistics.Discrimination;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class DiagnosticAccuracyTests
{
    static readonly DiagnosticAccuracy Table =
        new(TruePositives: 40, FalsePositives: 10, TrueNegatives: 70, FalseNegatives: 20);

    [Fact]
    public void Worked_by_hand_for_140_participants()
    {
        Assert.Equal(40.0 / 60 / (10.0 / 80), Table.PositiveLikelihoodRatio()!.Estimate, 1e-14);
        Assert.Equal(20.0 / 60 / (70.0 / 80), Table.NegativeLikelihoodRatio()!.Estimate, 1e-14);
        Assert.Equal(40.0 * 70 / (10 * 20), Table.DiagnosticOddsRatio()!.Estimate, 1e-13);

        // √(1/40 − 1/60 + 1/10 − 1/80) and √(1/40 + 1/10 + 1/70 + 1/20).
        Assert.Equal(5.333333333333333 * Math.Exp(1.959963984540054 * Math.Sqrt(1 / 40.0 - 1 / 60.0 + 1 / 10.0 - 1 / 80.0)),
            Table.PositiveLikelihoodRatio()!.Confidence.Upper, 1e-12);
        Assert.Equal(14 * Math.Exp(-1.959963984540054 * Math.Sqrt(1 / 40.0 + 1 / 10.0 + 1 / 70.0 + 1 / 20.0)),
            Table.DiagnosticOddsRatio()!.Confidence.Lower, 1e-12);

        // Chance agrees in 60/140 × 50/140 + 80/140 × 90/140 of all.
        const double Chance = (60.0 * 50 + 80.0 * 90) / (140.0 * 140);
        Assert.Equal((110.0 / 140 - Chance) / (1 - Chance), Table.Kappa!.Value, 1e-14);
        Assert.Equal((40.0 * 70 - 10 * 20) / Math.Sqrt(60.0 * 80 * 50 * 90), Table.MatthewsCorrelation!.Value, 1e-14);
    }

    [Fact]
    public void Likelihood_ratios_divide_into_the_odds_ratio_and_change_places_with_the_test_turned()
    {
        var random = new Random(3);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            int Count() => random.Next(1, 200);
            var table = new DiagnosticAccuracy(Count(), Count(), Count(), Count());
            var turned = new DiagnosticAccuracy(
                table.FalseNegatives, table.TrueNegatives, table.FalsePositives, table.TruePositives);
            Assert.Equal(table.DiagnosticOddsRatio()!.Estimate,
                table.PositiveLikelihoodRatio()!.Estimate / table.NegativeLikelihoodRatio()!.Estimate, 1e-9);
            Assert.Equal(table.PositiveLikelihoodRatio(), turned.NegativeLikelihoodRatio());
            Assert.Equal(table.MatthewsCorrelation!.Value, -turned.MatthewsCorrelation!.Value, 1e-14);
        }
    }

    [Fact]
    public void The_margins_of_a_large_cohort_do_not_overflow() =>
        Assert.InRange(new DiagnosticAccuracy(40_000, 30_000, 50_000, 20_000).MatthewsCorrelation!.Value, 0.2, 0.4);

    [Fact]
    public void What_needs_a_count_that_is_0_does_not_exist()
    {
        var everybodyPositive = new DiagnosticAccuracy(5, 7, 0, 0);

        Assert.Null(everybodyPositive.NegativePredictiveValue);
        Assert.Null(everybodyPositive.NegativeLikelihoodRatio());
        Assert.Null(everybodyPositive.DiagnosticOddsRatio());
        Assert.Null(everybodyPositive.MatthewsCorrelation);
        Assert.Equal(1, everybodyPositive.PositiveLikelihoodRatio()!.Estimate);
    }
}

using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class WeightedConcordanceTests
{
    [Fact]
    public void Uno_worked_by_hand()
    {
        // G is 1 until somebody is censored at 2; the event at 3 then has G(3−) = 1 × (1 − 1/3) = 2/3 and weighs 9/4.
        // Pairs of the event at 1 (marker 3): all three later, 2+, 3, 4 with markers 1, 5, 2: two concordant of 3.
        // Pairs of the event at 3 (marker 5): the one at 4: concordant, weight 9/4.
        var concordance = Concordance.Of(
            Cohorts.Read("1 2+ 3 4"), [3, 1, 5, 2], timeWeight: ConcordanceTimeWeight.InverseCensoring);

        Assert.Equal((2 + 2.25) / (3 + 2.25), concordance.Estimate!.Value, 1e-14);
        Assert.Equal(1, concordance.Discordant);
    }

    [Fact]
    public void Without_censoring_Uno_is_Harrell()
    {
        var random = new Random(3);
        FollowUp[] cohort = [.. Enumerable.Range(0, 30).Select(_ => new FollowUp(random.Next(20), EventObserved: true))];
        double[] markers = [.. cohort.Select(_ => (double)random.Next(8))];

        Assert.Equal(
            Concordance.Of(cohort, markers).Estimate!.Value,
            Concordance.Of(cohort, markers, timeWeight: ConcordanceTimeWeight.InverseCensoring).Estimate!.Value, 1e-14);
    }

    [Fact]
    public void Influence_is_the_change_with_a_participants_weight()
    {
        const double change = 1e-5;
        var random = new Random(4);
        var cohort = Cohorts.Draw(random, 25, 15);
        double[] markers = [.. cohort.Select(_ => (double)random.Next(6))];
        var squares = 0.0;
        for (var row = 0; row < cohort.Length; row++)
        {
            double At(double weight) => Concordance.Of(
                cohort, markers, [.. cohort.Select((_, other) => other == row ? weight : 1)]).Estimate!.Value;
            squares += Math.Pow((At(1 + change) - At(1 - change)) / (2 * change), 2);
        }

        Assert.Equal(Math.Sqrt(squares), Concordance.Of(cohort, markers).StandardError!.Value, 1e-8);
    }

    [Theory]
    [InlineData(ConcordanceTimeWeight.Survival)]
    [InlineData(ConcordanceTimeWeight.SurvivalOverCensoring)]
    [InlineData(ConcordanceTimeWeight.InverseCensoring)]
    [InlineData(ConcordanceTimeWeight.EveryEvent)]
    public void A_marker_that_orders_perfectly_has_one_whatever_the_weights(ConcordanceTimeWeight weight)
    {
        var concordance = Concordance.Of(Cohorts.Read("1 2+ 3 4 5+ 6"), [6, 5, 4, 3, 2, 1], timeWeight: weight);

        Assert.Equal(1, concordance.Estimate!.Value, 1e-15);
        Assert.Equal(0, concordance.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Events_after_the_limit_open_no_pair()
    {
        var cohort = Cohorts.Read("1 2 3 4");

        Assert.Equal(1, Concordance.Of(cohort, [9, 1, 2, 3], until: 1).Estimate);
        Assert.Equal(3, Concordance.Of(cohort, [9, 1, 2, 3], until: 1).Concordant);
    }

    [Fact]
    public void Difference_of_a_marker_with_itself_is_zero_without_error()
    {
        var cohort = Cohorts.Draw(new Random(5), 20, 30);
        double[] markers = [.. cohort.Select((_, row) => (double)(row * 7 % 11))];
        var difference = ConcordanceDifference.Of(cohort, markers, markers)!;

        Assert.Equal(0, difference.Estimate);
        Assert.Equal(0, difference.StandardError, 1e-9);
        Assert.Equal(Concordance.Of(cohort, markers).StandardError!.Value, Math.Sqrt(difference.FirstVariance), 1e-14);
    }

    [Fact]
    public void The_three_conventions_of_Uno_part_at_the_limit_and_in_ties()
    {
        // At τ = 2 only the first convention takes the event at 2; markers tied count half, half, nothing.
        var cohort = Cohorts.Read("1 2 3 4");
        double Of(double[] markers, UnoConvention ties) => UnoConcordance.Of(cohort, markers, 2, ties).Estimate!.Value;

        Assert.Equal(3.0 / 5, Of([9, 1, 2, 3], UnoConvention.Survival));
        Assert.Equal(1, Of([9, 1, 2, 3], UnoConvention.SurvC1));
        Assert.Equal(0.5, Of([2, 2, 2, 2], UnoConvention.SurvC1));
        Assert.Equal(0, Of([2, 2, 2, 2], UnoConvention.SurvAuc));
    }

    [Fact]
    public void Says_what_it_found_and_expected()
    {
        FollowUp[] late = [new FollowUp(2, true, 1), new FollowUp(3, true)];

        Assert.Contains("Found 1 markers. Expected 2", Assert.Throws<ArgumentException>(
            () => Concordance.Of(late, [1])).Message, StringComparison.Ordinal);
        Assert.Contains("Found entry times with weights by censoring", Assert.Throws<ArgumentException>(
            () => Concordance.Of(late, [1, 2], timeWeight: ConcordanceTimeWeight.InverseCensoring)).Message,
                StringComparison.Ordinal);
        Assert.Contains("Found no number as marker at index 1", Assert.Throws<ArgumentException>(
            () => Concordance.Of(late, [1, double.NaN])).Message, StringComparison.Ordinal);
    }
}

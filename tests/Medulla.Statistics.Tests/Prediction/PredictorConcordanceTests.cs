using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;
using Medulla.Statistics.Tests.Survival;

namespace Medulla.Statistics.Tests.Prediction;

public sealed class PredictorConcordanceTests
{
    [Fact]
    public void Gonen_Heller_worked_by_hand()
    {
        // Differences log 2 (2 of 3 odds: 2/3), log 4 (4/5), log 2 (2/3) over 3 pairs.
        var concordance = GonenHeller.Of([0, Math.Log(2), Math.Log(4)]);

        Assert.Equal((2.0 / 3 + 4.0 / 5 + 2.0 / 3) / 3, concordance.Estimate, 1e-15);
    }

    [Fact]
    public void Gonen_Heller_of_equal_predictors_is_nothing_or_one_half()
    {
        var concordance = GonenHeller.Of([1, 1, 1]);

        Assert.Equal((0, 0.5), (concordance.Estimate, concordance.WithTiesHalf));
        Assert.Contains("Expected at least two", Assert.Throws<ArgumentException>(() => GonenHeller.Of([1])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Somers_rank_agrees_with_concordance_and_counts_every_ordered_pair()
    {
        var random = new Random(8);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var cohort = Cohorts.Draw(random, random.Next(3, 30), 12);
            double[] predictors = [.. cohort.Select(_ => (double)random.Next(5))];
            var somers = SomersRank.Of(predictors, cohort);
            var concordance = Concordance.Of(cohort, [.. predictors.Select(one => -one)]);
            var tiedEvents = 2 * (concordance.TiedTime + concordance.TiedBoth);

            if (concordance.Estimate is { } estimate)
                Assert.Equal(estimate, somers.C!.Value, 1e-14);
            else
                Assert.Null(somers.C);
            Assert.Equal(cohort.Length * (cohort.Length - 1.0), somers.Relevant + somers.Uncertain + tiedEvents);
        }
    }

    [Fact]
    public void Somers_rank_without_a_pair_does_not_exist() =>
        Assert.Null(SomersRank.Of([1, 2], Cohorts.Read("1+ 2+")).Dxy);
}

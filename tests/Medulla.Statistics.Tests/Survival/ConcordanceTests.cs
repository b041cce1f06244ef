using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class ConcordanceTests
{
    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        // Pairs that can be compared: 1 with each later, 2 with both later. The one censored at 3 is never the earlier.
        var concordance = Concordance.Of(Cohorts.Read("1 2 3+ 4"), [9, 2, 2, 3]);

        Assert.Equal((3, 1, 1), (concordance.Concordant, concordance.Discordant, concordance.TiedMarker));
        Assert.Equal(3.5 / 5, concordance.Estimate);
    }

    [Fact]
    public void Agrees_with_counting_every_pair()
    {
        var random = new Random(12);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            var cohort = Cohorts.Draw(random, random.Next(2, 40), 12);
            var markers = cohort.Select(_ => (double)random.Next(6)).ToArray();
            double concordant = 0, discordant = 0, tied = 0;
            for (var early = 0; early < cohort.Length; early++)
                for (var late = 0; late < cohort.Length; late++)
                {
                    var (one, other) = (cohort[early], cohort[late]);
                    if (early == late || !one.EventObserved
                        || !(one.Time < other.Time || (one.Time == other.Time && !other.EventObserved)))
                        continue;
                    concordant += markers[early] > markers[late] ? 1 : 0;
                    discordant += markers[early] < markers[late] ? 1 : 0;
                    tied += markers[early] == markers[late] ? 1 : 0;
                }

            var result = Concordance.Of(cohort, markers);
            Assert.Equal((concordant, discordant, tied), (result.Concordant, result.Discordant, result.TiedMarker));
        }
    }

    [Fact]
    public void Without_a_pair_to_compare_there_is_none()
    {
        var concordance = Concordance.Of(Cohorts.Read("1+ 2+"), [1, 2]);

        Assert.Null(concordance.Estimate);
        Assert.Null(concordance.StandardError);
        Assert.Null(concordance.Confidence());
    }
}

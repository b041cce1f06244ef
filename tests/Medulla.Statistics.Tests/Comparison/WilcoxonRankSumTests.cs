using Medulla.Statistics.Comparison;

namespace Medulla.Statistics.Tests.Comparison;

public sealed class WilcoxonRankSumTests
{
    [Fact]
    public void Worked_by_hand_for_two_against_three()
    {
        var test = WilcoxonRankSum.Compare([4, 5], [1, 2, 3], RankSumMethod.Exact);

        // One of the ten ways to choose two of five ranks is as high, one as low.
        Assert.Equal(6, test.Statistic);
        Assert.Equal(2.0 / 10, test.Probability, 1e-15);
        Assert.Equal(2.5, test.Shift().Estimate);
    }

    [Fact]
    public void Exact_probability_with_ties_agrees_with_listing_every_choice()
    {
        var random = new Random(31);
        for (var repeat = 0; repeat < 60; repeat++)
        {
            var values = Enumerable.Range(0, random.Next(4, 10)).Select(_ => (double)random.Next(5)).ToArray();
            var chosen = random.Next(1, values.Length);
            var observed = Distance(values, Enumerable.Range(0, chosen).ToHashSet());
            var choices = Enumerable.Range(0, 1 << values.Length)
                .Where(mask => int.PopCount(mask) == chosen)
                .Select(mask => Enumerable.Range(0, values.Length).Where(index => (mask & (1 << index)) != 0).ToHashSet())
                .Select(choice => Distance(values, choice))
                .ToList();

            var test = WilcoxonRankSum.Compare([.. values.Take(chosen)], [.. values.Skip(chosen)], RankSumMethod.Exact);
            Assert.Equal(
                choices.Count(distance => distance >= observed - 1e-9) / (double)choices.Count, test.Probability, 1e-12);
        }

        // Of the wins of the chosen over the others from one half of all.
        static double Distance(double[] values, HashSet<int> first)
        {
            var others = Enumerable.Range(0, values.Length).Where(index => !first.Contains(index)).ToList();
            var wins = first.Sum(one => others.Sum(other => Math.Sign(values[one] - values[other]) / 2.0 + 0.5));
            return Math.Abs(wins - first.Count * others.Count / 2.0);
        }
    }

    [Fact]
    public void Moving_a_group_moves_the_shift()
    {
        double[] first = [3.1, 4.7, 2.2, 9.8, 5.5, 6.1], second = [1.4, 2.9, 8.3, 0.6, 4.4];
        foreach (var method in Enum.GetValues<RankSumMethod>())
        {
            var shift = WilcoxonRankSum.Compare(first, second, method).Shift();
            var moved = WilcoxonRankSum.Compare([.. first.Select(value => value + 10)], second, method).Shift();

            Assert.Equal(shift.Estimate + 10, moved.Estimate, 1e-12);
            Assert.Equal(shift.Confidence!.Value.Lower + 10, moved.Confidence!.Value.Lower, 1e-12);
            Assert.True(shift.Confidence!.Value.Contains(shift.Estimate));
        }
    }

    [Fact]
    public void Where_all_values_are_equal_nothing_is_found()
    {
        var test = WilcoxonRankSum.Compare([1, 1], [1, 1, 1]);

        Assert.Equal(1, test.Probability);
        Assert.Null(test.Z);
    }

    [Fact]
    public void The_exact_method_says_when_there_are_too_many()
    {
        var many = Enumerable.Range(0, 150).Select(value => (double)value).ToArray();
        var error = Assert.Throws<ArgumentException>(() => WilcoxonRankSum.Compare(many, many, RankSumMethod.Exact));

        Assert.StartsWith(
            "Found 300 participants. Expected at most 200 for the exact method: use the normal one.", error.Message);
    }
}

using Medulla.Statistics.Discrimination;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class DeLongTestTests
{
    static readonly bool[] IsCase = [false, false, false, false, true, true, true, true];

    [Fact]
    public void A_marker_and_its_rank_do_not_differ_and_are_refused()
    {
        double[] marker = [1, 5, 2, 3, 4, 6, 8, 7];
        var error = Assert.Throws<ArgumentException>(() => DeLongTest.Paired(
            RocCurve.Of(marker, IsCase), RocCurve.Of([.. marker.Select(Math.Exp)], IsCase)));

        Assert.StartsWith("Found no variance between the two curves.", error.Message);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(900)]
    public void The_covariance_is_that_of_the_placements_counted_pair_by_pair(int participants)
    {
        var random = new Random(participants);
        var isCase = Enumerable.Range(0, participants).Select(place => place % 3 == 0).ToArray();
        double[] one = [.. isCase.Select(label => (double)random.Next(12) + (label ? 2 : 0))];
        double[] other = [.. one.Select(value => value / 2 - random.Next(9))];
        var test = DeLongTest.Paired(
            RocCurve.Of(one, isCase), RocCurve.Of(other, isCase, MarkerDirection.LowerInCases));

        var (ofOne, ofOther) = (Placements(one, 1), Placements(other, -1));
        Assert.Equal(
            Covariance(ofOne.Cases, ofOther.Cases) / ofOne.Cases.Length
                + Covariance(ofOne.Controls, ofOther.Controls) / ofOne.Controls.Length,
            test.Covariance, 1e-14);
        Assert.Equal(ofOne.Cases.Average() - ofOther.Cases.Average(), test.Difference, 1e-14);

        (double[] Cases, double[] Controls) Placements(double[] marker, int sign)
        {
            var cases = marker.Where((_, place) => isCase[place]).ToArray();
            var controls = marker.Where((_, place) => !isCase[place]).ToArray();
            double Win(double high, double low) => (Math.Sign(sign * (high - low)) + 1) / 2.0;
            return ([.. cases.Select(high => controls.Average(low => Win(high, low)))],
                [.. controls.Select(low => cases.Average(high => Win(high, low)))]);
        }

        static double Covariance(double[] first, double[] second) =>
            first.Zip(second, (a, b) => (a - first.Average()) * (b - second.Average())).Sum() / (first.Length - 1);
    }

    [Fact]
    public void Exchanging_the_markers_turns_the_sign_only()
    {
        var first = RocCurve.Of([1, 5, 2, 3, 4, 6, 8, 7], IsCase);
        var second = RocCurve.Of([3, 1, 4, 1.5, 5, 9, 2, 6], IsCase);
        var (there, back) = (DeLongTest.Paired(first, second), DeLongTest.Paired(second, first));

        Assert.Equal(there.Statistic, -back.Statistic, 1e-14);
        Assert.Equal(there.Probability, back.Probability, 1e-14);
        Assert.Equal(there.Confidence.Lower, -back.Confidence.Upper, 1e-14);
    }

    [Fact]
    public void Paired_curves_come_from_the_same_participants()
    {
        var error = Assert.Throws<ArgumentException>(() => DeLongTest.Paired(
            RocCurve.Of([1, 2, 3], [false, true, true]), RocCurve.Of([1, 2, 3], [false, false, true])));

        Assert.Contains("leave out those who lack either", error.Message);
    }
}

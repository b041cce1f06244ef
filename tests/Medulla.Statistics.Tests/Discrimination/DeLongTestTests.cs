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

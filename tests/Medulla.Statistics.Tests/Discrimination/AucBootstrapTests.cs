using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class AucBootstrapTests
{
    static readonly double[] Marker = [1, 2, 3, 2, 4];
    static readonly bool[] IsCase = [false, false, true, true, true];

    [Fact]
    public void Given_resamples_worked_by_hand()
    {
        var bootstrap = AucBootstrap.Of(
            Marker, IsCase, BootstrapIndices.Given([[0, 1, 2, 3, 4], [1, 1, 3, 3, 3], [0, 1, 0, 1, 0], [0, 0, 1, 2, 3]]),
            MarkerDirection.HigherInCases);

        // The cohort: 5.5 of 6. All 2 against 2: one half. No case: none. Cases 3 and 2 against 1, 1, 2: 3 + 2.5 of 6.
        Assert.Equal([5.5 / 6, 0.5, null, 5.5 / 6], bootstrap.Areas);
        Assert.Equal((11.0 / 6 + 0.5) / 3, bootstrap.Mean!.Value, 1e-15);
        Assert.Equal(0.5 + 0.05 * (5.5 / 6 - 0.5), bootstrap.Percentiles()!.Value.Lower, 1e-15);
    }

    [Theory]
    [InlineData(MarkerDirection.HigherInCases)]
    [InlineData(MarkerDirection.LowerInCases)]
    public void Each_area_is_that_of_the_curve_of_the_resampled_cohort(MarkerDirection direction)
    {
        var random = new Random(4);
        var marker = Enumerable.Range(0, 60).Select(_ => (double)random.Next(-5, 15)).ToArray();
        var isCase = marker.Select(value => random.Next(20) < value + 8).ToArray();
        var resamples = BootstrapIndices.Drawn(60, replicates: 40, seed: 2);
        var areas = AucBootstrap.Of(marker, isCase, resamples, direction).Areas;
        var places = new int[60];
        for (var replicate = 0; replicate < 40; replicate++)
        {
            resamples.Fill(replicate, places);
            var curve = RocCurve.Of(
                [.. places.Select(place => marker[place])], [.. places.Select(place => isCase[place])], direction);
            Assert.Equal(curve.Auc, areas[replicate]!.Value, 1e-14);
        }
    }

    [Fact]
    public void Stratified_replicates_scatter_as_DeLong_says_and_repeat_themselves()
    {
        var random = new Random(5);
        var isCase = Enumerable.Range(0, 300).Select(place => place % 3 == 0).ToArray();
        double[] marker = [.. isCase.Select(one => random.NextDouble() + random.NextDouble() + (one ? 0.4 : 0))];
        var curve = RocCurve.Of(marker, isCase);
        var bootstrap = AucBootstrap.Stratified(curve, replicates: 4_000, seed: 11);

        Assert.Equal(4_000, bootstrap.Areas.Length);
        Assert.InRange(bootstrap.StandardDeviation!.Value / curve.AucStandardError!.Value, 0.95, 1.05);
        Assert.InRange(bootstrap.Mean!.Value - curve.Auc, -0.003, 0.003);
        Assert.Equal(bootstrap.Areas, AucBootstrap.Stratified(curve, replicates: 4_000, seed: 11).Areas);
        Assert.NotEqual(bootstrap.Areas, AucBootstrap.Stratified(curve, replicates: 4_000, seed: 12).Areas);
    }

    [Fact]
    public void Replicates_of_another_cohort_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            AucBootstrap.Of(Marker, IsCase, BootstrapIndices.Drawn(6, 10, 1), MarkerDirection.HigherInCases));

        Assert.StartsWith("Found replicates of 6 participants and 5 marker values. Expected one cohort.", error.Message);
    }
}

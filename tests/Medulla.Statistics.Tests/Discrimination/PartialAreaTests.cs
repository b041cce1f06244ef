using Medulla.Statistics.Discrimination;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class PartialAreaTests
{
    static readonly RocCurve Curve = RocCurve.Of([1, 2, 3, 2, 4], [false, false, true, true, true]);

    [Fact]
    public void Worked_by_hand_for_five_participants()
    {
        // Sensitivity falls from 1 at a specificity of one half to 2/3 at 1: at 3/4 it is 5/6.
        var upper = PartialArea.Between(Curve, RocAxis.Specificity, 0.75, 1);
        Assert.Equal(0.25 * (5.0 / 6 + 2.0 / 3) / 2, upper.Area, 1e-15);

        // Chance encloses (1 − 0.75)² / 2 = 1/32, a perfect marker 1/4.
        Assert.Equal((1 + (0.1875 - 1.0 / 32) / (0.25 - 1.0 / 32)) / 2, upper.Standardised!.Value, 1e-15);
        Assert.Equal(upper, PartialArea.Above(Curve, RocAxis.Specificity, 0.75));
        Assert.Equal(0.5, PartialArea.Between(Curve, RocAxis.Specificity, 0, 0.5).Area, 1e-15);
    }

    [Fact]
    public void Neighbouring_ranges_add_up_to_the_area_on_both_axes()
    {
        var random = new Random(8);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var isCase = Enumerable.Range(0, 30).Select(place => place < 12).ToArray();
            var curve = RocCurve.Of([.. isCase.Select(one => (double)random.Next(8) + (one ? 1 : 0))], isCase);
            foreach (var axis in new[] { RocAxis.Specificity, RocAxis.Sensitivity })
            {
                double[] ends = [0, .. Enumerable.Range(0, 3).Select(_ => random.NextDouble()).Order(), 1];
                Assert.Equal(curve.Auc, ends.Skip(1).Select((end, place) =>
                    PartialArea.Between(curve, axis, ends[place], end).Area).Sum(), 1e-13);
            }
        }
    }

    [Fact]
    public void Worse_than_chance_has_no_standardised_area_and_bad_ranges_are_refused()
    {
        var worse = RocCurve.Of([4, 3, 2, 1], [false, false, true, true]);

        Assert.Null(PartialArea.Above(worse, RocAxis.Specificity, 0.5).Standardised);
        Assert.StartsWith("Expected above the lower end", Assert.Throws<ArgumentOutOfRangeException>(() =>
            PartialArea.Between(Curve, RocAxis.Sensitivity, 0.8, 0.8)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialArea.Above(Curve, RocAxis.Sensitivity, 1));
    }
}

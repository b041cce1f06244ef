using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

public sealed class RestrictedCubicSplineTests
{
    [Fact]
    public void Basis_worked_by_hand()
    {
        // Knots 0, 1, 3 at x = 2: (2³ − 1³ · 3/2 + 0) / 9 = 6.5/9; at x = 4: (64 − 27 · 3/2 + 1 · 1/2) / 9 = 24/9.
        var spline = RestrictedCubicSpline.At(0, 1, 3);

        Assert.Equal(6.5 / 9, spline.Basis(2)[1], 1e-15);
        Assert.Equal(24 / 9.0, spline.Basis(4)[1], 1e-14);
        Assert.Equal([-1, 0], spline.Basis(-1));
    }

    [Fact]
    public void Every_column_is_a_straight_line_beyond_the_outer_knots_and_smooth_between()
    {
        var spline = RestrictedCubicSpline.At(1, 2.5, 4, 7, 8);
        for (var column = 0; column < spline.Columns; column++)
        {
            double At(double x) => spline.Basis(x)[column];
            Assert.Equal(At(9) - At(8.5), At(20.5) - At(20), 1e-11);
            Assert.Equal(At(0) - At(-1), At(-3) - At(-4), 1e-12);
            foreach (var knot in spline.Knots)
                Assert.Equal((At(knot + 1e-4) - 2 * At(knot) + At(knot - 1e-4)) / 1e-8,
                    (At(knot + 2e-4) - 2 * At(knot + 1e-4) + At(knot)) / 1e-8, 1e-2);
        }
    }

    [Fact]
    public void Knots_lie_at_quantiles_and_beside_a_crowded_end()
    {
        double[] even = [.. Enumerable.Range(0, 201).Select(value => value / 2.0)];
        double[] limit = [.. Enumerable.Repeat(0.0, 50), .. Enumerable.Range(1, 150).Select(value => (double)value)];

        Assert.Equal([10, 50, 90], RestrictedCubicSpline.AtQuantiles(even, 3).Knots.Select(knot => Math.Round(knot, 10)));
        Assert.Equal(1, RestrictedCubicSpline.AtQuantiles(limit, 4).Knots[0]);
        Assert.Equal(4, RestrictedCubicSpline.AtQuantiles(limit, 4).Knots.Length);
    }

    [Fact]
    public void The_curve_is_zero_at_its_reference_and_antisymmetric()
    {
        var spline = RestrictedCubicSpline.At(0, 1, 2, 4);
        var effect = new SplineEffect(spline, [0.5, -1, 2], (row, column) => row == column ? 0.04 : 0.01);

        Assert.Equal((0, 0, 1), (effect.At(1.5, 1.5).LogRatio, effect.At(1.5, 1.5).StandardError, effect.At(1.5, 1.5).Ratio));
        Assert.Equal(effect.At(3, 1).LogRatio, -effect.At(1, 3).LogRatio, 1e-14);
        Assert.Equal(2, effect.NonLinear.DegreesOfFreedom);
        Assert.Contains("Found 2 coefficients. Expected 3", Assert.Throws<ArgumentException>(
            () => new SplineEffect(spline, [1, 2], (_, _) => 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_wrong_with_knots_and_values()
    {
        Assert.Contains("Found 2 knots. Expected at least 3", Assert.Throws<ArgumentException>(
            () => RestrictedCubicSpline.At(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Found the knot 1 at index 2", Assert.Throws<ArgumentException>(
            () => RestrictedCubicSpline.At(1, 2, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("different knots among 2 different values", Assert.Throws<NotEstimableException>(
            () => RestrictedCubicSpline.AtQuantiles([0, 0, 0, 0, 1, 1, 1], 3)).Message, StringComparison.Ordinal);
    }
}

using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

public sealed class ThreeParameterLogisticTests
{
    [Fact]
    public void Finds_the_curve_that_points_lie_on()
    {
        var curve = new FourParameterLogistic(0, 1.25, 8, 2.4);
        var fit = Assert.IsType<ThreeParameterLogisticFit.Identified>(ThreeParameterLogisticFit.Fit(
            [.. new double[] { 0.1, 0.5, 1, 4, 8, 30, 90 }.Select(dose => new DoseResponsePoint(dose, curve.ResponseAt(dose)))]));

        Assert.Equal(2.4, fit.Asymptote, 1e-9);
        Assert.Equal(Math.Log(8), fit.Midpoint, 1e-9);
        Assert.Equal(0.8, fit.Scale, 1e-9);
        Assert.Equal(4, fit.DegreesOfFreedom);
        Assert.InRange(fit.ResidualSumOfSquares, 0, 1e-20);
    }

    [Fact]
    public void The_gradient_of_the_sum_of_squares_is_zero_at_the_fit()
    {
        var random = new Random(41);
        var curve = new FourParameterLogistic(0, 1.1, 5, 3);
        DoseResponsePoint[] points = [.. new double[] { 0.2, 0.6, 2, 5, 12, 40 }.SelectMany(dose => Enumerable.Range(0, 3),
            (dose, _) => new DoseResponsePoint(dose, curve.ResponseAt(dose) + 0.05 * (random.NextDouble() - 0.5)))];
        var fit = (ThreeParameterLogisticFit.Identified)ThreeParameterLogisticFit.Fit(points);

        double Squares(double asymptote, double midpoint, double scale) => points.Sum(point =>
            Math.Pow(point.Response - asymptote / (1 + Math.Exp((midpoint - Math.Log(point.Dose)) / scale)), 2));
        const double Step = 1e-5;
        Assert.Equal(0, (Squares(fit.Asymptote + Step, fit.Midpoint, fit.Scale)
            - Squares(fit.Asymptote - Step, fit.Midpoint, fit.Scale)) / Step, 1e-7);
        Assert.Equal(0, (Squares(fit.Asymptote, fit.Midpoint + Step, fit.Scale)
            - Squares(fit.Asymptote, fit.Midpoint - Step, fit.Scale)) / Step, 1e-7);
        Assert.Equal(0, (Squares(fit.Asymptote, fit.Midpoint, fit.Scale + Step)
            - Squares(fit.Asymptote, fit.Midpoint, fit.Scale - Step)) / Step, 1e-7);
    }

    [Fact]
    public void Weights_of_the_callers_own_are_those_of_the_weighting_when_equal()
    {
        var random = new Random(42);
        var curve = new FourParameterLogistic(0.1, 1.1, 5, 3);
        DoseResponsePoint[] points = [.. new double[] { 0.2, 0.6, 2, 5, 12, 40, 90 }.SelectMany(dose => Enumerable.Range(0, 2),
            (dose, _) => new DoseResponsePoint(dose, curve.ResponseAt(dose) * (1 + 0.04 * (random.NextDouble() - 0.5))))];
        var byPower = (FourParameterLogisticFit.Identified)FourParameterLogisticFit.Fit(points, ResponseWeighting.InverseSquared);
        var own = (FourParameterLogisticFit.Identified)FourParameterLogisticFit.Fit(
            points, [.. points.Select(point => 1 / (point.Response * point.Response))]);

        Assert.Equal(byPower.Curve.C, own.Curve.C, 1e-9);
        var onLog = own.OnLogConcentration();
        Assert.Equal(own.StandardErrors.A, onLog.StandardErrors[0], 1e-12);
        Assert.Equal(own.StandardErrors.B / (own.Curve.B * own.Curve.B), onLog.StandardErrors[3], 1e-12);
        Assert.Throws<ArgumentException>(() => FourParameterLogisticFit.Fit(points, [1.0]));
        Assert.StartsWith("Found the weight 0 at index 0.", Assert.Throws<ArgumentException>(() =>
            FourParameterLogisticFit.Fit(points, new double[points.Length])).Message);
    }

    [Fact]
    public void Says_why_there_is_no_curve()
    {
        var few = Assert.IsType<ThreeParameterLogisticFit.NotIdentifiable>(ThreeParameterLogisticFit.Fit([new(1, 2), new(2, 3)]));
        var flat = Assert.IsType<ThreeParameterLogisticFit.NotIdentifiable>(
            ThreeParameterLogisticFit.Fit([new(1, 2), new(2, 2), new(3, 2), new(4, 2)]));

        Assert.Equal(NotIdentifiableReason.TooFewPoints, few.Reason);
        Assert.Equal(NotIdentifiableReason.FlatResponse, flat.Reason);
    }

    [Fact]
    public void Replicates_scatter_worked_by_hand()
    {
        var doses = ReplicateVariation.Of([new(2, 5), new(1, 1), new(1, 3), new(3, 1), new(3, -1)]);

        // 1 and 3: √2 over 2. One replicate, or a mean of 0, has no coefficient.
        Assert.Equal([1, 2, 3], doses.Select(dose => dose.Dose));
        Assert.Equal(100 * Math.Sqrt(2) / 2, doses[0].CoefficientOfVariationPercent!.Value, 1e-12);
        Assert.Null(doses[1].StandardDeviation);
        Assert.Null(doses[2].CoefficientOfVariationPercent);
        Assert.Throws<ArgumentException>(() => ReplicateVariation.Of([]));
    }
}

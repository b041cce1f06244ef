using MathNet.Numerics.Distributions;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

public sealed class FourParameterLogisticFitLawTests
{
    static readonly double[] Doses = [0, 0, 0.5, 0.5, 1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32];

    [Fact]
    public void Points_on_a_curve_give_that_curve()
    {
        var truth = new FourParameterLogistic(A: 0.05, B: 1.2, C: 8, D: 3);
        var fit = Identified([.. Doses.Select(dose => new DoseResponsePoint(dose, truth.ResponseAt(dose)))]);

        Assert.Equal(truth.A, fit.Curve.A, tolerance: 1e-12);
        Assert.Equal(truth.B, fit.Curve.B, tolerance: 1e-12);
        Assert.Equal(truth.C, fit.Curve.C, tolerance: 1e-11);
        Assert.Equal(truth.D, fit.Curve.D, tolerance: 1e-12);
        Assert.Equal(0, fit.ResidualSumOfSquares, tolerance: 1e-25);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1e-9, 1)]
    [InlineData(1, 1e6)]
    [InlineData(1, 1e-7)]
    [InlineData(0.3, 7)]
    public void Other_units_give_the_same_curve_in_those_units(double doseFactor, double responseFactor)
    {
        var plain = Identified(Noisy(seed: 20250801));
        var scaled = Identified(
            [.. Noisy(seed: 20250801)
                .Select(point => new DoseResponsePoint(point.Dose * doseFactor, point.Response * responseFactor))]);

        Near(plain.Curve.A * responseFactor, scaled.Curve.A);
        Near(plain.Curve.B, scaled.Curve.B);
        Near(plain.Curve.C * doseFactor, scaled.Curve.C);
        Near(plain.Curve.D * responseFactor, scaled.Curve.D);
        Near(plain.StandardErrors.C * doseFactor, scaled.StandardErrors.C);
        Near(plain.ResidualStandardDeviation * responseFactor, scaled.ResidualStandardDeviation);
        Near(plain.ConditionNumber, scaled.ConditionNumber);
        Near(plain.Predict(1)!.Dose, scaled.Predict(responseFactor)!.Dose / doseFactor);
    }

    [Fact]
    public void No_curve_nearby_has_a_lower_sum_of_squares()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var points = Noisy(seed);
            var fit = Identified(points);
            foreach (var factor in new[] { 0.999, 1.001 })
            {
                Assert.True(SumOfSquares(fit.Curve with { A = fit.Curve.A * factor }, points) > fit.ResidualSumOfSquares);
                Assert.True(SumOfSquares(fit.Curve with { B = fit.Curve.B * factor }, points) > fit.ResidualSumOfSquares);
                Assert.True(SumOfSquares(fit.Curve with { C = fit.Curve.C * factor }, points) > fit.ResidualSumOfSquares);
                Assert.True(SumOfSquares(fit.Curve with { D = fit.Curve.D * factor }, points) > fit.ResidualSumOfSquares);
            }
        }
    }

    [Fact]
    public void A_falling_curve_is_the_rising_one_turned_over()
    {
        var rising = Identified(Noisy(seed: 7));
        var falling = Identified([.. Noisy(seed: 7).Select(point => point with { Response = 4 - point.Response })]);

        Near(4 - rising.Curve.A, falling.Curve.A);
        Near(4 - rising.Curve.D, falling.Curve.D);
        Near(rising.Curve.C, falling.Curve.C);
        Near(rising.Predict(1)!.StandardErrorOfLogDose, falling.Predict(3)!.StandardErrorOfLogDose);
    }

    [Fact]
    public void More_replicates_narrow_the_interval_down_to_the_share_of_the_curve()
    {
        var fit = Identified(Noisy(seed: 3));
        var one = fit.Predict(1)!;
        var many = fit.Predict(1, replicates: 1e12)!;

        Assert.True(one.StandardErrorOfLogDose > many.StandardErrorOfLogDose);
        Assert.Equal(one.CurveStandardErrorOfLogDose, many.StandardErrorOfLogDose, tolerance: 1e-9);
        Assert.Null(fit.Predict(fit.Curve.A));
    }

    // The certified inverse predictions are all of unweighted fits: here the definition itself is put in.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_variance_of_a_new_response_follows_the_weights(double power)
    {
        const double response = 0.6;
        const double replicates = 2;
        var fit = Assert.IsType<FourParameterLogisticFit.Identified>(
            FourParameterLogisticFit.Fit(Noisy(seed: 5), new ResponseWeighting(power)));
        var prediction = fit.Predict(response, replicates)!;
        var ofResponse = VarianceAt(response) / Math.Pow(SlopeAt(prediction.Dose), 2);

        var ofCurve = Math.Pow(prediction.CurveStandardErrorOfLogDose, 2);
        Near(ofCurve + ofResponse, Math.Pow(prediction.StandardErrorOfLogDose, 2), relative: 1e-7);
        foreach (var end in new[] { prediction.Inversion.Lower!.Value, prediction.Inversion.Upper!.Value })
        {
            var expected = fit.Curve.ResponseAt(end);
            var deviation = Math.Sqrt(VarianceAt(expected) + CurveVarianceAt(end));
            Near(StudentT.InvCDF(0, 1, fit.DegreesOfFreedom, 0.975) * deviation, Math.Abs(response - expected));
        }

        double VarianceAt(double at) => Math.Pow(fit.ResidualStandardDeviation, 2) * Math.Pow(at, power) / replicates;

        double SlopeAt(double dose) =>
            (fit.Curve.ResponseAt(dose * Math.Exp(1e-6)) - fit.Curve.ResponseAt(dose * Math.Exp(-1e-6))) / 2e-6;

        double CurveVarianceAt(double dose)
        {
            var gradient = new double[4];
            fit.Curve.GradientAt(dose, gradient);
            return fit.Covariance.Select((element, index) => gradient[index / 4] * element * gradient[index % 4]).Sum();
        }
    }

    [Fact]
    public void With_the_right_weights_95_of_100_intervals_hold_the_dose()
    {
        var random = new Random(20250801);
        var truth = new FourParameterLogistic(A: 0.05, B: 1.2, C: 8, D: 3);
        var held = 0;
        for (var plate = 0; plate < 1000; plate++)
        {
            var points = Doses.Select(dose => new DoseResponsePoint(dose, Observed(dose))).ToArray();
            var fit = Assert.IsType<FourParameterLogisticFit.Identified>(
                FourParameterLogisticFit.Fit(points, ResponseWeighting.InverseSquared));
            var interval = fit.Predict((Observed(3) + Observed(3)) / 2, replicates: 2)!.LogWald;
            held += interval.Lower <= 3 && 3 <= interval.Upper ? 1 : 0;
        }

        // Binomial with 1,000 plates: 95 % ± 3 × 0.7 %.
        Assert.InRange(held, 929, 971);

        double Observed(double dose) => truth.ResponseAt(dose) * (1 + 0.04 * Normal.InvCDF(0, 1, random.NextDouble()));
    }

    [Fact]
    public void Points_without_information_are_not_identifiable_for_a_stated_reason()
    {
        var flat = Not([.. Doses.Select(dose => new DoseResponsePoint(dose, 0.05))]);
        Assert.Equal(NotIdentifiableReason.FlatResponse, flat.Reason);
        Assert.Equal("Found the same response at every dose. Expected it to change with dose.", flat.Message);

        var few = Not([new(0, 0.1), new(1, 0.2), new(2, 0.4), new(4, 0.8)]);
        Assert.Equal(NotIdentifiableReason.TooFewPoints, few.Reason);
        Assert.Equal("Found 4 points at 4 doses. Expected at least 5 points at 4 doses.", few.Message);

        var threeDoses = Not([new(1, 0.1), new(1, 0.2), new(2, 0.4), new(2, 0.5), new(4, 0.8), new(4, 0.9)]);
        Assert.Equal(NotIdentifiableReason.TooFewPoints, threeDoses.Reason);
        Assert.Equal(NotIdentifiableReason.TooFewPoints, Not([]).Reason);

        var weightless = FourParameterLogisticFit.Fit(
            [.. Doses.Select(dose => new DoseResponsePoint(dose, dose))], ResponseWeighting.InverseSquared);
        Assert.Equal(
            NotIdentifiableReason.ResponseWithoutWeight,
            Assert.IsType<FourParameterLogisticFit.NotIdentifiable>(weightless).Reason);
    }

    [Fact]
    public void A_straight_line_has_no_plateaus_to_find()
    {
        var line = Not([.. Enumerable.Range(1, 12).Select(dose => new DoseResponsePoint(dose, 0.1 * dose))]);

        Assert.Contains(line.Reason, new[] { NotIdentifiableReason.IllConditioned, NotIdentifiableReason.NoFiniteOptimum });
        Assert.True(line.LowestSumOfSquares < 1e-4);
    }

    [Fact]
    public void Two_plateaus_with_nothing_between_do_not_determine_slope_and_midpoint()
    {
        var step = Not([.. Enumerable.Range(1, 12).Select(dose => new DoseResponsePoint(dose, dose <= 6 ? 0.1 : 2))]);

        Assert.Contains(step.Reason, new[] { NotIdentifiableReason.IllConditioned, NotIdentifiableReason.NoFiniteOptimum });
    }

    [Fact]
    public void Whatever_the_points_there_is_a_finite_curve_or_a_reason()
    {
        var random = new Random(20250801);
        var identified = 0;
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var scale = Math.Pow(10, random.Next(-6, 7));
            var truth = new FourParameterLogistic(A: 1, B: 1, C: 20 * scale, D: random.Next(-1, 3));
            var points = Enumerable.Range(0, random.Next(0, 20))
                .Select(_ => random.Next(4) == 0 ? 0 : scale * Math.Pow(2, random.Next(0, 9)))
                .Select(dose => new DoseResponsePoint(dose, truth.ResponseAt(dose) + 0.3 * (random.NextDouble() - 0.5)))
                .ToArray();
            if (FourParameterLogisticFit.Fit(points, new(random.Next(0, 3))) is not FourParameterLogisticFit.Identified fit)
                continue;

            identified++;
            Assert.All(
                fit.Covariance.Append(fit.Curve.A).Append(fit.Curve.B).Append(fit.Curve.C).Append(fit.Curve.D),
                number => Assert.True(double.IsFinite(number)));
            Assert.True(fit.Curve.B > 0 && fit.Curve.C > 0);
        }

        Assert.InRange(identified, 20, 180);
    }

    [Fact]
    public void Names_the_point_that_cannot_be_used()
    {
        var error = Assert.Throws<ArgumentException>(() => FourParameterLogisticFit.Fit([new(1, 1), new(-1, 2)]));

        Assert.StartsWith(
            "Found dose -1 and response 2 at index 1. Expected a finite dose from 0 and a finite response.",
            error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Identified(Noisy(seed: 1)).Predict(1, replicates: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Identified(Noisy(seed: 1)).Predict(1, confidenceLevel: 1));
    }

    static DoseResponsePoint[] Noisy(int seed)
    {
        var random = new Random(seed);
        var truth = new FourParameterLogistic(A: 0.05, B: 1.2, C: 8, D: 3);
        return [.. Doses.Select(
            dose => new DoseResponsePoint(dose, truth.ResponseAt(dose) * (1 + 0.05 * (random.NextDouble() - 0.5))))];
    }

    static double SumOfSquares(FourParameterLogistic curve, DoseResponsePoint[] points) =>
        points.Sum(point => Math.Pow(point.Response - curve.ResponseAt(point.Dose), 2));

    static FourParameterLogisticFit.Identified Identified(DoseResponsePoint[] points) =>
        Assert.IsType<FourParameterLogisticFit.Identified>(FourParameterLogisticFit.Fit(points));

    static FourParameterLogisticFit.NotIdentifiable Not(DoseResponsePoint[] points) =>
        Assert.IsType<FourParameterLogisticFit.NotIdentifiable>(FourParameterLogisticFit.Fit(points));

    static void Near(double expected, double actual, double relative = 1e-9) =>
        Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}

using FsCheck;
using FsCheck.Fluent;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

public sealed class FourParameterLogisticTests
{
    static readonly FourParameterLogistic ByHand = new(A: 0.05, B: 1.2, C: 8, D: 3);

    // Printed to four decimals in the study's design of the leptin assay; x = 8 (2.95/2.5 − 1 …)^(1/1.2) by hand.
    [Theory]
    [InlineData(0.5, 1.9164)]
    [InlineData(1.0, 4.3020)]
    [InlineData(2.0, 13.9568)]
    public void Worked_by_hand_for_the_leptin_assay(double response, double dose) =>
        Assert.Equal(dose, ByHand.DoseAt(response)!.Value, tolerance: 0.00005);

    [Fact]
    public void At_dose_zero_the_response_is_exactly_a()
    {
        Assert.Equal(0.05, ByHand.ResponseAt(0));
        Assert.Equal((0.05 + 3) / 2, ByHand.ResponseAt(8), tolerance: 1e-15);
    }

    [Theory]
    [InlineData(0.05, ResponsePlace.BelowLowerAsymptote)]
    [InlineData(-1, ResponsePlace.BelowLowerAsymptote)]
    [InlineData(3, ResponsePlace.AboveUpperAsymptote)]
    [InlineData(9, ResponsePlace.AboveUpperAsymptote)]
    public void At_and_beyond_an_asymptote_there_is_no_dose_but_a_side(double response, ResponsePlace side)
    {
        var falling = new FourParameterLogistic(A: 3, B: 1.2, C: 8, D: 0.05);

        Assert.Null(ByHand.DoseAt(response));
        Assert.Equal(side, ByHand.PlaceOf(response));
        Assert.Null(falling.DoseAt(response));
        Assert.Equal(side, falling.PlaceOf(response));
    }

    [Fact]
    public void The_dose_of_a_response_gives_that_response() => Prop.ForAll(
        Curves().ToArbitrary(),
        drawn =>
        {
            // On a plateau a dose has no digits left: its logarithm is known to about ε / (share of each asymptote).
            var response = drawn.Curve.ResponseAt(drawn.Dose);
            var share = (response - drawn.Curve.LowerAsymptote) / (drawn.Curve.UpperAsymptote - drawn.Curve.LowerAsymptote);
            var back = drawn.Curve.DoseAt(response)!.Value;
            return Math.Abs(Math.Log(back / drawn.Dose)) < 1e-12 / (share * (1 - share)) / drawn.Curve.B;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_analytic_gradient_is_that_of_finite_differences() => Prop.ForAll(
        Curves().ToArbitrary(),
        drawn =>
        {
            var (curve, dose) = drawn;
            var gradient = new double[4];
            curve.GradientAt(dose, gradient);
            const double step = 1e-6;
            double[] differences =
            [
                Slope(at => curve with { A = curve.A + at }),
                Slope(at => curve with { B = curve.B + at }),
                Slope(at => curve with { C = curve.C * Math.Exp(at) }),
                Slope(at => curve with { D = curve.D + at }),
            ];
            return gradient.Zip(differences).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);

            double Slope(Func<double, FourParameterLogistic> moved) =>
                (moved(step).ResponseAt(dose) - moved(-step).ResponseAt(dose)) / (2 * step);
        }).QuickCheckThrowOnFailure();

    static Gen<(FourParameterLogistic Curve, double Dose)> Curves() =>
        from a in Between(-1, 1)
        from range in Between(0.5, 4)
        from rising in Gen.Elements(true, false)
        from b in Between(0.5, 3)
        from logC in Between(-5, 5)
        from distance in Between(-3, 3)
        let d = rising ? a + range : a - range
        select (new FourParameterLogistic(a, b, Math.Exp(logC), d), Math.Exp(logC + distance));

    static Gen<double> Between(double lower, double upper) =>
        Gen.Choose(0, 1_000_000).Select(step => lower + (upper - lower) * step / 1_000_000);
}

using FsCheck;
using FsCheck.Fluent;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

public sealed class FiveParameterLogisticTests
{
    // x/c = 1: 3 − 2.95 / 2² = 2.2625 on the lower branch, 0.05 + 2.95 / 2² = 0.7875 on the upper one.
    [Theory]
    [InlineData(AsymmetryBranch.Lower, 2.2625)]
    [InlineData(AsymmetryBranch.Upper, 0.7875)]
    public void Worked_by_hand_at_c(AsymmetryBranch branch, double response)
    {
        var curve = new FiveParameterLogistic(A: 0.05, B: 1.2, C: 8, D: 3, G: 2, branch);

        Assert.Equal(response, curve.ResponseAt(8), tolerance: 1e-14);
        Assert.Equal(8, curve.DoseAt(response)!.Value, tolerance: 1e-13);
        Assert.Equal(0.05, curve.ResponseAt(0));
    }

    [Fact]
    public void Without_asymmetry_both_branches_are_the_four_parameter_curve() => Prop.ForAll(
        Curves().ToArbitrary(),
        drawn =>
        {
            var (curve, dose) = drawn;
            var four = new FourParameterLogistic(curve.A, curve.B, curve.C, curve.D);
            return Enum.GetValues<AsymmetryBranch>().All(branch =>
                Math.Abs((curve with { G = 1, Branch = branch }).ResponseAt(dose) - four.ResponseAt(dose)) < 1e-13);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_dose_of_a_response_gives_that_response() => Prop.ForAll(
        Curves().ToArbitrary(),
        drawn =>
        {
            var (curve, dose) = drawn;
            var response = curve.ResponseAt(dose);
            return Math.Abs(curve.ResponseAt(curve.DoseAt(response)!.Value) - response) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_analytic_gradient_is_that_of_finite_differences() => Prop.ForAll(
        Curves().ToArbitrary(),
        drawn =>
        {
            var (curve, dose) = drawn;
            var gradient = new double[5];
            curve.GradientAt(dose, gradient);
            const double step = 1e-6;
            double[] differences =
            [
                Slope(at => curve with { A = curve.A + at }),
                Slope(at => curve with { B = curve.B + at }),
                Slope(at => curve with { C = curve.C * Math.Exp(at) }),
                Slope(at => curve with { D = curve.D + at }),
                Slope(at => curve with { G = curve.G * Math.Exp(at) }),
            ];
            return gradient.Zip(differences).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);

            double Slope(Func<double, FiveParameterLogistic> moved) =>
                (moved(step).ResponseAt(dose) - moved(-step).ResponseAt(dose)) / (2 * step);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(AsymmetryBranch.Lower)]
    [InlineData(AsymmetryBranch.Upper)]
    public void At_dose_zero_only_a_matters(AsymmetryBranch branch)
    {
        var gradient = new double[5];
        new FiveParameterLogistic(A: 0.05, B: 1.2, C: 8, D: 3, G: 2, branch).GradientAt(0, gradient);

        Assert.Equal([1, 0, 0, 0, 0], gradient);
    }

    static Gen<(FiveParameterLogistic Curve, double Dose)> Curves() =>
        from a in Between(-1, 1)
        from range in Between(0.5, 4)
        from rising in Gen.Elements(true, false)
        from b in Between(0.5, 3)
        from logC in Between(-5, 5)
        from logG in Between(-1.5, 1.5)
        from branch in Gen.Elements(AsymmetryBranch.Lower, AsymmetryBranch.Upper)
        from distance in Between(-2, 2)
        let d = rising ? a + range : a - range
        select (new FiveParameterLogistic(a, b, Math.Exp(logC), d, Math.Exp(logG), branch), Math.Exp(logC + distance));

    static Gen<double> Between(double lower, double upper) =>
        Gen.Choose(0, 1_000_000).Select(step => lower + (upper - lower) * step / 1_000_000);
}

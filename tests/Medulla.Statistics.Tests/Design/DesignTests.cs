using Medulla.Statistics.Design;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Tests.Design;

public sealed class DesignTests
{
    public static TheoryData<string, SampleSizeDesign> Designs => new()
    {
        { "Schoenfeld", new SchoenfeldDesign(1.8, 0.3) },
        { "Freedman", new FreedmanDesign(0.6, 0.5) },
        { "Hsieh and Lavori", new HsiehLavoriDesign(1.4, 1.2, 0.2) },
        { "Two proportions", new TwoProportionsDesign(0.4, 0.7) },
        { "t", new TTestDesign(0.5) },
        { "t, strict", new TTestDesign(-0.3) { Strict = true } },
        { "Correlation", new CorrelationDesign(-0.3) },
        { "Logistic", new LogisticDesign(0.3, 1.7, 0.1) },
        { "Hanley and McNeil", new HanleyMcNeilDesign(0.7, 0.5, 2) },
        { "Obuchowski", new ObuchowskiDesign(0.7, 2.44) },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void Size_for_a_power_has_that_power(string name, SampleSizeDesign design)
    {
        foreach (var power in (double[])[0.5, 0.8, 0.9, 0.99])
        {
            Assert.Equal(power, design.PowerAt(design.SizeFor(power)), 1e-9);
            Assert.True(design.PowerAt(design.WholeSize(power)) >= power - 1e-9, name);
        }

        var curve = design.Curve([20, 40, 80, 160]);
        Assert.Equal(4, curve.Length);
        Assert.Equal(curve.OrderBy(point => point.Power), curve);
        Assert.NotEmpty(design.Unit);
        Assert.NotEmpty(design.Convention);
    }

    [Fact]
    public void Schoenfeld_worked_by_hand()
    {
        // (1.959964 + 0.841621)² = 7.848879; over 1/4 log² 2.
        var squared = Math.Pow(StandardNormal.Quantile(0.975) + StandardNormal.Quantile(0.8), 2);
        Assert.Equal(squared * 4 / (Math.Log(2) * Math.Log(2)), new SchoenfeldDesign(2).SizeFor(0.8), 1e-10);
        Assert.Equal(66, new SchoenfeldDesign(2).WholeSize(0.8));
        Assert.Equal(new SchoenfeldDesign(2).SizeFor(0.8), new SchoenfeldDesign(0.5).SizeFor(0.8), 1e-10);
    }

    [Fact]
    public void Noncentral_t_is_Student_without_difference_and_mirrors()
    {
        foreach (var t in (double[])[-3, -0.2, 0, 1.4, 7])
        {
            Assert.Equal(StudentT.Cumulative(t, 6.5), NoncentralT.Cumulative(t, 6.5, 0), 1e-13);
            Assert.Equal(1 - NoncentralT.Cumulative(t, 9, 2.5), NoncentralT.Cumulative(-t, 9, -2.5), 1e-13);
            Assert.Equal(1, NoncentralT.Cumulative(t, 9, 2.5) + NoncentralT.UpperTail(t, 9, 2.5), 1e-13);
        }

        // With one degree and t = 0, only the sign of a normal value counts.
        Assert.Equal(StandardNormal.UpperTail(1.7), NoncentralT.Cumulative(0, 1, 1.7), 1e-14);
        Assert.Equal(0.3, NoncentralT.Cumulative(NoncentralT.Quantile(0.3, 12, 40), 12, 40), 1e-10);
        Assert.Equal(0.001, NoncentralT.Cumulative(NoncentralT.Quantile(0.001, 5, 1), 5, 1), 1e-12);
    }

    [Fact]
    public void Exact_binomial_worked_by_hand()
    {
        // Of 3 at 1/2: P(3) = 1/8 is the first at or below 0.2.
        var design = new ExactBinomialDesign(3, 0.5, 0.2);

        Assert.Equal(3, design.Responses);
        Assert.Equal(0.125, design.ActualAlpha, 1e-14);
        Assert.Equal(0.8 * 0.8 * 0.8, design.PowerAt(0.8), 1e-13);
        Assert.Equal(4, new ExactBinomialDesign(3, 0.5, 0.1).Responses);
        var smallest = ExactBinomialDesign.For(0.8, 0.45, 0.25);
        Assert.True(smallest.PowerAt(0.45) >= 0.8 && smallest.ActualAlpha <= 0.05);
        Assert.True(new ExactBinomialDesign(smallest.Participants - 1, 0.25).PowerAt(0.45) < 0.8);
    }

    [Fact]
    public void Events_and_precision_both_ways()
    {
        // Nobody lost, all enter at once in effect: 1 − e^(−λT).
        Assert.Equal(1 - Math.Exp(-0.5), new ExpectedEvents(0.05, 1e-6, 10).Probability, 1e-7);
        var events = new ExpectedEvents(0.06, 9, 17, 0.01);
        Assert.Equal(86, events.ParticipantsFor(events.EventsAmong(86)), 1e-10);
        var sensitivity = new SensitivityDesign(0.8, 0.3);
        Assert.Equal(0.1, sensitivity.HalfWidthAt(sensitivity.ParticipantsFor(0.1)), 1e-14);
        var riley = PredictionModelSize.Of(0.15, 4, 0.4);
        Assert.Equal(riley.OverallRisk, riley.Participants);
    }

    [Fact]
    public void Names_the_number_that_no_design_can_have()
    {
        Assert.StartsWith("Expected a finite number above 0 other than 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SchoenfeldDesign(1).SizeFor(0.8)).Message);
        Assert.StartsWith("Expected above the level of the test and below 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SchoenfeldDesign(2).SizeFor(0.01)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TTestDesign(0).PowerAt(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TTestDesign(0.5).PowerAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportionsDesign(0.4, 0.4).SizeFor(0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CorrelationDesign(0).SizeFor(0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HanleyMcNeilDesign(0.6, 0.7).SizeFor(0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpectedEvents(0.1, 9, 8).Probability);
        Assert.Throws<ArgumentOutOfRangeException>(() => PredictionModelSize.Of(0.9, 4, 0.4));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactBinomialDesign.For(0.8, 0.2, 0.25));
    }
}

using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;
using Medulla.Workspace.Demo;

namespace Medulla.Workspace.Tests.Demo;

/// <summary>That the effects said to be planted are the ones in the simulated people, seen in many of them.</summary>
public sealed class SimulatedPersonTests
{
    const double FourStandardErrors = 4;

    /// <summary>So late that follow-up ends by death or loss alone.</summary>
    static readonly SimulationRules Rules = SimulationRules.OfTheDemo with { DataCutoff = new DateOnly(2300, 1, 1) };

    static readonly List<SimulatedPerson> People =
        [.. Enumerable.Range(1, 20_000).Select(number => SimulatedPerson.Draw(number, Rules.AccrualFrom, Rules))];

    [Fact]
    public void The_hazard_of_death_per_doubling_is_the_planted_one()
    {
        var fit = CoxRegression.Fit(
            [.. People.Select(person => new FollowUp(
                (person.DiedOn ?? person.LostAfter)!.Value.DayNumber - person.TreatedOn.AddDays(-1).DayNumber,
                person.DiedOn is not null))],
            [
                new Covariate("Leptin (doublings)", [.. People.Select(Doublings)]),
                new Covariate("Favourable risk", [.. People.Select(person => person.Risk == "FAVORABLE" ? 1.0 : 0)]),
                new Covariate("Adverse risk", [.. People.Select(person => person.Risk == "ADVERSE" ? 1.0 : 0)]),
            ]);

        var leptin = fit.Coefficients[0];
        Assert.InRange(leptin.StandardError, 0, 0.02);
        Assert.InRange(
            (leptin.Estimate - Math.Log(Rules.HazardRatioPerDoubling)) / leptin.StandardError,
            -FourStandardErrors, FourStandardErrors);
    }

    /// <summary>
    /// Within a risk group the odds rise by one factor per doubling. Compared by the conditional score of the group: with
    /// the planted slope and the group's best intercept, leptin must not be related to what the model leaves over.
    /// </summary>
    [Theory]
    [InlineData("FAVORABLE")]
    [InlineData("INTERMEDIATE")]
    [InlineData("ADVERSE")]
    public void The_odds_of_no_remission_per_doubling_are_the_planted_ones(string risk)
    {
        var people = People.Where(person => person.Risk == risk && person.FirstResponse != "NON_EVALUABLE").ToList();

        Assert.InRange(Score(people, Rules.OddsRatioPerDoubling), -FourStandardErrors, FourStandardErrors);
        Assert.True(Math.Abs(Score(people, 1)) > FourStandardErrors, "Without an effect the same score must be far off.");
    }

    [Fact]
    public void People_are_lost_whether_or_not_they_would_have_died_later()
    {
        var lost = People.Where(person => person.DiedOn is null).ToList();

        Assert.All(lost, person => Assert.NotNull(person.LostAfter));
        Assert.InRange(lost.Count, 0.03 * People.Count, 0.05 * People.Count);
    }

    static double Doublings(SimulatedPerson person) => person.Log2Leptin - Rules.ReferenceLog2;

    /// <summary>Standardised score of the slope at the given odds ratio, the intercept fitted.</summary>
    static double Score(List<SimulatedPerson> people, double oddsRatio)
    {
        var failed = people.Count(person => !person.RespondedFirst);
        var (low, high) = (-10.0, 10.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = people.Sum(person => Chance(middle, person)) < failed ? (middle, high) : (low, middle);
        }

        var weights = people.ConvertAll(person => Chance(low, person) * (1 - Chance(low, person)));
        var centre = people.Zip(weights, (person, weight) => weight * Doublings(person)).Sum() / weights.Sum();
        var score = people.Sum(person => (Doublings(person) - centre) * ((person.RespondedFirst ? 0 : 1) - Chance(low, person)));
        var information = people.Zip(weights, (person, weight) => weight * Math.Pow(Doublings(person) - centre, 2)).Sum();
        return score / Math.Sqrt(information);

        double Chance(double intercept, SimulatedPerson person) =>
            1 / (1 + Math.Exp(-intercept - Doublings(person) * Math.Log(oddsRatio)));
    }
}

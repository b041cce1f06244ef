using Medulla.Statistics.Simulation;

namespace Medulla.Statistics.Tests.Simulation;

public sealed class CohortSimulationTests
{
    static readonly CohortDescription Leptin = new()
    {
        Participants = 2000,
        Marker = new MarkerDistribution.LogNormal(Math.Log(10), 0.8, DetectionLimit: 3),
        MarkerLogHazardRatio = Math.Log(1.5),
        Covariates = [new SimulatedCovariate.Normal("Age", 0.02, 60, 10), new SimulatedCovariate.Arms("Arm", -0.4)],
        Hazard = BaselineHazard.Weibull(1.3, 24),
        Accrual = 9,
        FollowUp = 24,
        DropoutRate = 0.005,
        ResponseLogOdds = 0,
        ResponseLogOddsRatio = -1,
    };

    [Fact]
    public void The_same_seed_and_replicate_give_the_same_cohort_whatever_came_before()
    {
        var simulation = new CohortSimulation(Leptin, seed: 5);
        var first = simulation.Generate(7);
        simulation.Generate(3);
        var again = new CohortSimulation(Leptin, seed: 5).Generate(7);

        Assert.Equal(first.Select(one => (one.Time, one.Marker, one.Responded)), again.Select(one => (one.Time, one.Marker, one.Responded)));
        Assert.NotEqual(first[0].Time, simulation.Generate(8)[0].Time);
        Assert.NotEqual(first[0].Time, new CohortSimulation(Leptin, seed: 6).Generate(7)[0].Time);
    }

    [Fact]
    public void Another_covariate_without_effect_changes_no_other_number()
    {
        var wider = Leptin with { Covariates = Leptin.Covariates.Add(new SimulatedCovariate.Binary("Sex", 0, 0.4)) };
        var (one, other) = (new CohortSimulation(Leptin, 5).Generate(), new CohortSimulation(wider, 5).Generate());

        Assert.Equal(one.Select(row => (row.Time, row.Marker)), other.Select(row => (row.Time, row.Marker)));
        Assert.InRange(other.Average(row => row.Covariates[2]), 0.4 - 0.04, 0.4 + 0.04);
    }

    [Fact]
    public void Filling_a_workspace_allocates_nothing()
    {
        var simulation = new CohortSimulation(Leptin, 5);
        var workspace = new CohortWorkspace(Leptin);
        simulation.Fill(0, workspace);
        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Fill(1, workspace);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Exponential_times_are_the_logarithms_they_are_made_of()
    {
        // With a hazard of 1 for everybody, cumulative hazards at the event are exponential: mean 1, within 4 errors.
        var plain = new CohortDescription
        {
            Participants = 20_000, Marker = new MarkerDistribution.Normal(0, 1), Hazard = BaselineHazard.Exponential(0.1),
        };
        var cohort = new CohortSimulation(plain, 1).Generate();

        Assert.All(cohort, one => Assert.True(one.HadEvent));
        Assert.InRange(cohort.Average(one => one.Time), 10 - 0.283, 10 + 0.283);
        Assert.InRange(cohort.Average(one => one.Marker), -0.0283, 0.0283);
        Assert.All(cohort, one => Assert.Null(one.Responded));
    }

    [Fact]
    public void Cumulative_hazards_at_the_event_are_exponential_whatever_the_effects()
    {
        var description = Leptin with
        {
            Participants = 20_000, FollowUp = null, DropoutRate = 0,
            Marker = new MarkerDistribution.LogNormal(Math.Log(10), 0.8),
        };
        var columns = new CohortWorkspace(description);
        new CohortSimulation(description, 2).Fill(0, columns);
        var hazards = Enumerable.Range(0, 20_000).Select(row => Math.Pow(columns.Time[row] / 24, 1.3) * Math.Exp(
            Math.Log(1.5) * columns.MarkerUnit[row] + 0.02 * (columns.Covariates[0][row] - 60) - 0.4 * columns.Covariates[1][row]));

        Assert.InRange(hazards.Average(), 1 - 0.0283, 1 + 0.0283);
        Assert.Equal(10_000, columns.Covariates[1].Sum());
    }

    [Fact]
    public void A_value_below_the_detection_limit_is_the_limit_over_root_two()
    {
        var cohort = new CohortSimulation(Leptin, 5).Generate();
        var below = cohort.Where(one => one.BelowDetectionLimit).ToArray();

        Assert.NotEmpty(below);
        Assert.All(below, one => Assert.Equal(3 / Math.Sqrt(2), one.Marker, 1e-12));
        Assert.All(cohort.Except(below), one => Assert.True(one.Marker >= 3));
        // Φ((log 3 − log 10)/0.8) = 0.066, within 4 errors.
        Assert.InRange(below.Length / 2000.0, 0.066 - 0.0223, 0.066 + 0.0223);
        Assert.All(cohort, one => Assert.InRange(one.Time, 0, 33));
        Assert.True(cohort.Where(one => one.Marker > 10).Count(one => one.Responded == true)
            < cohort.Where(one => one.Marker < 10).Count(one => one.Responded == true));
    }

    [Fact]
    public void A_trial_of_means_has_the_power_bias_and_coverage_it_should()
    {
        var description = new CohortDescription
        {
            Participants = 50, Marker = new MarkerDistribution.Normal(0.3, 1), Hazard = BaselineHazard.Exponential(1),
        };
        var trial = TrialSimulation.Run(new CohortSimulation(description, 3), 2000, 0.3, columns =>
            TrialEstimate.Wald(columns.Marker.Average(), 1 / Math.Sqrt(50)));

        // z = 0.3 √50 = 2.1213: power Φ(2.1213 − 1.96) + Φ(−2.1213 − 1.96) = 0.5641.
        Assert.Equal(2000, trial.Replicates);
        Assert.InRange(trial.Power.Value, 0.5641 - 4 * trial.Power.MonteCarloError, 0.5641 + 4 * trial.Power.MonteCarloError);
        Assert.InRange(trial.Bias.Value, -4 * trial.Bias.MonteCarloError, 4 * trial.Bias.MonteCarloError);
        Assert.InRange(trial.Coverage.Value, 0.95 - 4 * 0.0049, 0.95 + 4 * 0.0049);
        Assert.Equal(1 / Math.Sqrt(50), trial.MeanStandardError, 1e-12);
        Assert.StartsWith("SIMULATED", TrialSimulation.Convention);
        Assert.StartsWith("SIMULATED", CohortSimulation.Convention);
    }

    [Fact]
    public void Cohorts_that_cannot_answer_are_counted_and_left_out()
    {
        var trial = TrialSimulation.Of([new TrialEstimate(1, 0.5, 0.01), null, new TrialEstimate(2, 0.5, 0.2)], truth: 1);

        // Two answers: power 1/2, bias 1/2, of the intervals 1 ± 0.98 and 2 ± 0.98 the first holds 1.
        Assert.Equal((3, 1), (trial.Replicates, trial.Failed));
        Assert.Equal((0.5, 0.5, 0.5), (trial.Power.Value, trial.Bias.Value, trial.Coverage.Value));
        Assert.StartsWith("Found 1 replicates with an answer.",
            Assert.Throws<ArgumentException>(() => TrialSimulation.Of([null, new TrialEstimate(1, 1, 1)], 0)).Message);
    }

    [Fact]
    public void Names_the_number_that_no_cohort_can_have()
    {
        Assert.StartsWith("Found a Participants that no cohort can have. Expected at least one participant.",
            Assert.Throws<ArgumentException>(() => new CohortSimulation(Leptin with { Participants = 0 }, 1)).Message);
        Assert.StartsWith("Found a Hazard", Assert.Throws<ArgumentException>(() =>
            new CohortSimulation(Leptin with { Hazard = default }, 1)).Message);
        Assert.StartsWith("Found a Covariates", Assert.Throws<ArgumentException>(() => new CohortSimulation(
            Leptin with { Covariates = [new SimulatedCovariate.Binary("Sex", 0, 1)] }, 1)).Message);
        Assert.StartsWith("Found a workspace for 10 participants", Assert.Throws<ArgumentException>(() =>
            new CohortSimulation(Leptin, 1).Fill(0, new CohortWorkspace(Leptin with { Participants = 10 }))).Message);
    }
}

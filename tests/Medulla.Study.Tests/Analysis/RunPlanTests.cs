using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Tests.Reporting;

namespace Medulla.Study.Tests.Analysis;

public sealed class RunPlanTests
{
    readonly SmallStudy study = new("plan", simulation: null);

    [Fact]
    public void Without_plan_and_lock_both_reasons_are_given_at_once()
    {
        var refused = Assert.IsType<Decision.Refused>(study.State.Decide(new RunPlan()));

        Assert.Equal(["plan-not-frozen", "database-not-locked"], refused.Reasons.Select(reason => reason.Rule));
    }

    [Fact]
    public void With_a_plan_but_without_lock_the_lock_alone_is_missing()
    {
        study.FreezePlan();

        var refused = Assert.IsType<Decision.Refused>(study.State.Decide(new RunPlan()));

        Assert.Equal(["database-not-locked"], refused.Reasons.Select(reason => reason.Rule));
    }

    [Fact]
    public void A_plan_frozen_before_anybody_saw_the_data_is_not_post_hoc()
    {
        study.FreezePlan();
        study.Do(new SeeJoinedData("dataset"));

        Assert.Null(study.State.Plan!.WhyPostHoc);
    }

    [Fact]
    public void A_plan_frozen_after_marker_and_outcome_were_seen_together_is_post_hoc()
    {
        study.Do(new SeeJoinedData("dataset"));
        study.FreezePlan();

        Assert.Equal("marker-and-outcome-already-seen", study.State.Plan!.WhyPostHoc);
    }

    [Fact]
    public void A_plan_frozen_after_the_lock_is_post_hoc()
    {
        study.Do(new LockDatabase(SmallStudy.LockDay, "end"));
        study.FreezePlan();

        Assert.Equal("database-already-locked", study.State.Plan!.WhyPostHoc);
    }

    [Fact]
    public void A_second_version_after_a_run_is_post_hoc_because_the_run_showed_the_data()
    {
        var run = SmallStudies.ImportedRun;
        var decision = Assert.IsType<Decision.Accepted>(run.Decide(new FreezePlan(SmallStudy.Text("tcga-laml", "plan.yaml"))));

        Assert.Equal("marker-and-outcome-already-seen", Assert.IsType<PlanFrozen>(Assert.Single(decision.Facts)).WhyPostHoc);
    }

    [Fact]
    public void A_run_records_what_it_computed_and_on_what()
    {
        var run = SmallStudies.SimulatedRun;
        var last = run.Analysis.LastRun!;

        Assert.Equal((run.Position, run.Position - 1), (last.Position, last.DataPosition));
        Assert.Equal(PlanResults.Of(run).Sha256, last.ResultsSha256);
    }
}

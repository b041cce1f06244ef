namespace Medulla.Cli.Tests.Verbs;

public sealed class PlanVerbsTests(ExampleStudy example)
{
    [Fact]
    public async Task A_plan_with_a_fault_is_not_frozen_and_the_fault_has_its_line()
    {
        using var workspace = example.Copy();
        var yaml = await File.ReadAllTextAsync(ExampleStudy.PlanFile, TestWorkspace.Cancellation);
        var file = workspace.Write("plan.yaml", yaml.Replace("assay: LEP", "assay: LEPTIN", StringComparison.Ordinal));

        var answer = await workspace.RefusedAsync("plan", "freeze", file);

        var line = yaml.Split('\n').Index().First(line => line.Item.Contains("assay: LEP", StringComparison.Ordinal)).Index + 1;
        Assert.StartsWith($"{file}:{line}:10: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("LEPTIN", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_run_on_a_locked_database_only()
    {
        using var workspace = example.Copy();

        var answer = await workspace.RefusedAsync("plan", "run");

        Assert.StartsWith("database-not-locked: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_result_of_the_marker_every_analysis_says_why_it_cannot_be_estimated()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("study", "lock", "--on", "2026-12-31", "--reason", "no plate was read");

        var answer = await workspace.DoneAsync("plan", "run");

        var reasons = answer.OutputLines.Where(line => line.Contains(" not estimable: ", StringComparison.Ordinal)).ToList();
        Assert.True(reasons.Count >= 5, answer.Output);
    }
}

namespace Medulla.Cli.Tests;

/// <summary>From the study's file to the results of its plan, by verbs alone.</summary>
public sealed class MainJobTests(ExampleStudy example)
{
    [Fact]
    public async Task A_study_goes_from_its_file_to_the_results_of_its_plan()
    {
        using var workspace = example.Copy();
        await AcceptPlateAsync(workspace);
        await workspace.DoneAsync("study", "lock", "--on", "2026-12-31", "--reason", "last follow-up entered");

        var run = await workspace.DoneAsync("plan", "run");
        Assert.Contains("Plan frozen before the data were seen.", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) 
            is [_, "favourable.n", "2"]);
        Assert.Contains(run.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) 
            is [_, "group.1.events", _]);

        var reports = Path.Combine(workspace.Folder, "reports");
        var made = await workspace.DoneAsync("report", "make", "--out", reports);
        Assert.Equal(made.OutputLines, Directory.GetFiles(reports).Order());
        Assert.Equal(["nct07163728-report.en.html", "nct07163728-report.zh.html"],
            Directory.GetFiles(reports).Select(Path.GetFileName).Order());
        var early = await workspace.RefusedAsync("report", "make", "--at", "20");
        Assert.StartsWith("plan-not-run: ", early.Error, StringComparison.Ordinal);
        var late = await workspace.RefusedAsync("report", "make", "--at", "2000");
        Assert.StartsWith("entry-unknown: ", late.Error, StringComparison.Ordinal);

        var export = Path.Combine(workspace.Folder, "export");
        await workspace.DoneAsync("dataset", "--out", export);
        Assert.Equal(["codebook.csv", "dataset.csv", "results.csv"],
            Directory.GetFiles(export).Select(Path.GetFileName).Order());
        var rows = await File.ReadAllLinesAsync(Path.Combine(export, "dataset.csv"), TestWorkspace.Cancellation);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("UH-001,", rows[1], StringComparison.Ordinal);

        var shown = await workspace.DoneAsync("study", "show");
        Assert.Contains("3 screened, 3/86 enrolled, 0 withdrawn", shown.Output, StringComparison.Ordinal);
        var verified = await workspace.DoneAsync("journal", "verify");
        Assert.EndsWith("sound\n", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_measured_marker_comes_back_from_the_plate()
    {
        using var workspace = example.Copy();
        await AcceptPlateAsync(workspace);

        var shown = await workspace.DoneAsync("plate", "show", "PL-0001");

        Assert.Contains("passed calibrator-recovery", shown.Output, StringComparison.Ordinal);
        var row = Assert.Single(shown.OutputLines, line => line.StartsWith("SP-0002-A1", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("UH-002", row[1]);
        Assert.InRange(double.Parse(row[2]), 11.5, 12.5);
    }

    [Fact]
    public async Task A_plan_that_is_frozen_after_the_export_is_post_hoc()
    {
        using var workspace = example.Copy();
        await AcceptPlateAsync(workspace);
        await workspace.DoneAsync("dataset", "--out", Path.Combine(workspace.Folder, "export"));

        var frozen = await workspace.DoneAsync("plan", "freeze", ExampleStudy.PlanFile);
        Assert.Contains("POST HOC: marker and outcome had been seen together before it was frozen", frozen.Output, StringComparison.Ordinal);

        await workspace.DoneAsync("study", "lock", "--on", "2026-12-31", "--reason", "done");
        var run = await workspace.DoneAsync("plan", "run");
        Assert.Contains("POST HOC: marker and outcome had been seen together before it was frozen. Every number below", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_data_say_so_in_the_file_name_and_in_the_first_line()
    {
        using var workspace = new TestWorkspace();
        await workspace.DoneAsync("study", "open", "demo", "--simulated", "--planted-hr", "1.8", "--planted-or", "2.2",
            "--seed", "7");
        await workspace.DoneAsync("study", "publish", ExampleStudy.DefinitionFile);
        await workspace.DoneAsync("plan", "freeze", ExampleStudy.PlanFile);
        var export = Path.Combine(workspace.Folder, "export");

        await workspace.DoneAsync("dataset", "--out", export);

        Assert.Equal(["SIMULATED-codebook.csv", "SIMULATED-dataset.csv"],
            Directory.GetFiles(export).Select(Path.GetFileName).Order());
        foreach (var file in Directory.GetFiles(export))
            Assert.StartsWith("# SIMULATED DATA", await File.ReadAllTextAsync(file, TestWorkspace.Cancellation),
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_is_imported_by_its_mapping_and_analysed()
    {
        using var workspace = new TestWorkspace();
        await workspace.DoneAsync("study", "open", "laml");
        var folder = Path.Combine(Path.GetDirectoryName(ExampleStudy.DefinitionFolder)!, "tcga-laml");
        await workspace.DoneAsync("study", "publish", folder);
        var people = workspace.Write("cohort.csv", "id,n_nonsyn,os_days,os_event,fab,flt3,npm1,tp53,m3\n" + string.Concat(
            Enumerable.Range(1, 12).Select(person =>
                $"P{person},{person % 5},{40 * person},{person % 2},M{person % 3},{person % 2},0,0,0\n")));

        var imported = await workspace.DoneAsync("cohort", "import", people, "--mapping", Path.Combine(folder, "mapping.yaml"));
        Assert.StartsWith("Cohort of 12 people imported from cohort.csv", imported.Output, StringComparison.Ordinal);

        await workspace.DoneAsync("plan", "freeze", Path.Combine(folder, "plan.yaml"));
        await workspace.DoneAsync("study", "lock", "--on", "2026-01-31", "--reason", "imported");
        var run = await workspace.DoneAsync("plan", "run");
        Assert.Contains(run.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["T1", "n", "12"]);
    }

    internal static async Task AcceptPlateAsync(TestWorkspace workspace)
    {
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3), ("SP-0002-A1", 12),
            ("SP-0003-A1", 6));
        await workspace.DoneAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");
        await workspace.DoneAsync("plate", "accept", "PL-0001");
    }
}

using Medulla.Tests;

namespace Medulla.Cli.Tests.Verbs;

public sealed class PlateVerbsTests(ExampleStudy example)
{
    [Fact]
    public async Task A_plate_with_unknown_aliquots_is_refused_with_each_of_them()
    {
        using var workspace = example.Copy();
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3), ("SP-0001-A9", 12), ("NOBODY", 6));

        var answer = await workspace.RefusedAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");

        Assert.Equal(
            [
                "aliquot-unknown: Found aliquot 'SP-0001-A9' in well B5, B6. Expected one that this study made.",
                "aliquot-unknown: Found aliquot 'NOBODY' in well C5, C6. Expected one that this study made.",
            ], answer.ErrorLines);
        Assert.False(Directory.Exists(Path.Combine(workspace.Path, "attachments")), "Bytes of a refused plate were stored.");
    }

    [Fact]
    public async Task A_plate_is_imported_once()
    {
        using var workspace = example.Copy();
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3));
        var imported = await workspace.DoneAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");
        Assert.StartsWith("PL-0001 imported: plate 1 of LEP-0001.csv", imported.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(workspace.Path, "attachments"), "*", SearchOption.AllDirectories)
            .Length);

        var answer = await workspace.RefusedAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");

        Assert.StartsWith("plate-imported-twice: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_outside_the_curve_are_flagged_and_never_become_a_number()
    {
        using var workspace = example.Copy();
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001",
            ("SP-0001-A1", 3), ("SP-0002-A1", ExamplePlate.BeyondTheCurve), ("SP-0003-A1", 60));
        await workspace.DoneAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");

        var shown = await workspace.DoneAsync("plate", "show", "PL-0001");

        var beyond = Assert.Single(shown.OutputLines, line => line.StartsWith("SP-0002-A1", StringComparison.Ordinal));
        Assert.Equal(["SP-0002-A1", "UH-002", "A5", "A6", "AboveUpperAsymptote"],
            beyond.Replace("B5", "A5", StringComparison.Ordinal).Replace("B6", "A6", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("AboveHighestCalibrator",
            Assert.Single(shown.OutputLines, line => line.StartsWith("SP-0003-A1", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_failed_is_accepted_with_a_reason_only()
    {
        using var workspace = example.Copy();
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3));
        // Quality controls that the calibrators do not bear out.
        await File.WriteAllTextAsync(layout,
            (await File.ReadAllTextAsync(layout, TestWorkspace.Cancellation))
                .Replace("QC-mid,6,", "QC-mid,60,", StringComparison.Ordinal)
            .Replace("QC-low,1.5,", "QC-low,15,", StringComparison.Ordinal), TestWorkspace.Cancellation);
        await workspace.DoneAsync("plate", "import", file, "--layout", layout, "--assay", "LEP");

        var refused = await workspace.RefusedAsync("plate", "accept", "PL-0001");
        Assert.Contains(refused.ErrorLines, line => line.StartsWith("reason-missing: ", StringComparison.Ordinal));

        var accepted = await workspace.DoneAsync("plate", "accept", "PL-0001", "--reason", "nominal values mistyped");
        Assert.Contains("the run DID NOT MEET the rules; reason: nominal values mistyped", accepted.Output,
            StringComparison.Ordinal);
        var decided = await workspace.RefusedAsync("plate", "reject", "PL-0001", "--reason", "second thoughts");
        Assert.StartsWith("plate-already-decided: ", decided.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_plate_or_has_no_layout_is_refused_with_the_remedy()
    {
        using var workspace = example.Copy();
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3));
        var (_, other) = ExamplePlate.Write(workspace, "LEP-0002", ("SP-0001-A1", 3));

        var noLayout = await workspace.RefusedAsync("plate", "import", file, "--assay", "LEP");
        Assert.Contains("layout-missing: Found no layout in", noLayout.Error, StringComparison.Ordinal);
        var wrongLayout = await workspace.RefusedAsync("plate", "import", file, "--layout", other, "--assay", "LEP");
        Assert.Contains("layout-missing: Found layouts of LEP-0002", wrongLayout.Error, StringComparison.Ordinal);
        var noPlate = await workspace.RefusedAsync("plate", "import", layout, "--layout", layout, "--assay", "LEP");
        Assert.Contains($"{layout}:1:1: format-unknown: ", noPlate.Error, StringComparison.Ordinal);
        var noAssay = await workspace.RefusedAsync("plate", "import", file, "--layout", layout, "--assay", "IL6");
        Assert.StartsWith("assay-unknown: Found assay 'IL6'. Expected one of: LEP.", noAssay.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_says_what_a_file_holds()
    {
        using var workspace = new TestWorkspace();

        var answer = await workspace.DoneAsync("plate", "read",
            Path.Combine(ReferenceFolder.ProjectRoot, "data", "plates", "elisa_assay3_and_4.txt"));

        Assert.Contains("elisa_assay3_and_4.txt: SoftMaxPro", answer.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains(answer.OutputLines, line => line.StartsWith("Plate 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fit_puts_its_concentrations_beside_the_printed_ones()
    {
        using var workspace = new TestWorkspace();
        var file = Path.Combine(ReferenceFolder.ProjectRoot, "data", "plates", "elisa_assay2.txt");

        var answer = await workspace.DoneAsync("plate", "fit", file, "--wavelength", "450", "--reference", "620");

        var comparison = Assert.Single(answer.OutputLines,
            line => line.StartsWith("  Printed concentrations: ", StringComparison.Ordinal));
        var worst = double.Parse(comparison[(comparison.IndexOf("worst difference ", StringComparison.Ordinal) + 17)
            ..].Split(' ')[0]);
        Assert.InRange(worst, 0, 0.0006);
    }
}

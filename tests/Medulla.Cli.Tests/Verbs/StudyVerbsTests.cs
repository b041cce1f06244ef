using System.Text;

namespace Medulla.Cli.Tests.Verbs;

public sealed class StudyVerbsTests(ExampleStudy example)
{
    [Fact]
    public async Task Check_lists_every_fault_of_a_file_with_its_line_and_column()
    {
        using var workspace = new TestWorkspace();
        var lines = await File.ReadAllLinesAsync(ExampleStudy.DefinitionFile, TestWorkspace.Cancellation);
        var (target, kind, cutoff) = (LineOf("targetEnrolment:"), LineOf("    kind: inclusion"), LineOf("dataCutoff:"));
        lines[target] = "targetEnrolement: 86";
        lines[kind] = "    kind: inclusive";
        lines[cutoff] = "dataCutoff: 2026-13-31";
        var file = workspace.Write("study.yaml", string.Join('\n', lines));

        var answer = await workspace.RunAsync("study", "check", file);

        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.Equal(4, answer.ErrorLines.Length);
        Assert.Contains(answer.ErrorLines, line =>
            line.StartsWith($"{file}:{target + 1}:1: field-unknown: ", StringComparison.Ordinal));
        Assert.Contains(answer.ErrorLines, line => line.StartsWith($"{file}:{cutoff + 1}:13: ", StringComparison.Ordinal));
        Assert.Contains(answer.ErrorLines, line => line.StartsWith($"{file}:{kind + 1}:11: ", StringComparison.Ordinal));
        Assert.Equal($"{file}: 3 faults", answer.ErrorLines[^1]);

        int LineOf(string start) => Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nct07163728", "study.yaml", "definition")]
    [InlineData("nct07163728", "plan.yaml", "plan")]
    [InlineData("tcga-laml", "mapping.yaml", "mapping")]
    public async Task Check_knows_the_kind_of_a_file(string study, string name, string kind)
    {
        using var workspace = new TestWorkspace();
        var file = Path.Combine(Path.GetDirectoryName(ExampleStudy.DefinitionFolder)!, study, name);

        var answer = await workspace.DoneAsync("study", "check", file);

        Assert.Equal($"{file}: {kind} without fault\n", answer.Output);
    }

    [Fact]
    public async Task Check_knows_a_plan_by_its_content_and_asks_for_its_definition()
    {
        using var workspace = new TestWorkspace();
        var file = workspace.Write("sap-v1.yaml",
            await File.ReadAllTextAsync(ExampleStudy.PlanFile, TestWorkspace.Cancellation));

        var alone = await workspace.RunAsync("study", "check", file);
        Assert.Equal(ExitCode.Refused, alone.Code);
        Assert.StartsWith("definition-missing: Found no study.yaml beside", alone.Error, StringComparison.Ordinal);

        var answer = await workspace.DoneAsync("study", "check", file, "--definition", ExampleStudy.DefinitionFile);
        Assert.Equal($"{file}: plan without fault\n", answer.Output);
    }

    [Theory]
    [InlineData("title: { en: A, zh: 甲 }\ncolour: blue\n", ":2:1: field-unknown: Found field 'colour'")]
    [InlineData("title: { en: A, zh: 甲\nvisits: [\n", ": yaml-")]
    [InlineData("", ":1:1: ")]
    public async Task A_definition_with_a_fault_is_not_published(string yaml, string message)
    {
        using var workspace = example.Copy();
        var file = workspace.Write("study.yaml", yaml);

        var answer = await workspace.RefusedAsync("study", "publish", file);

        Assert.StartsWith(file, answer.Error, StringComparison.Ordinal);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_enters_the_journal_without_telephone_numbers_and_addresses()
    {
        using var workspace = new TestWorkspace();
        await workspace.DoneAsync("study", "open", "own");
        workspace.Write("record.json", """
            {"protocolSection":{"identificationModule":{"nctId":"NCT12345678","briefTitle":"A study of its own"},
            "contactsLocationsModule":{"centralContacts":[{"name":"X","phone":"000-000","email":"x@example.org"}]}}}
            """);
        var file = workspace.Write("study.yaml", "title: { en: A, zh: 甲 }\n");

        var answer = await workspace.DoneAsync("study", "publish", Path.GetDirectoryName(file)!);

        Assert.Contains("with its registry record", answer.Output, StringComparison.Ordinal);
        var journal = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(workspace.JournalPath, TestWorkspace.Cancellation));
        Assert.Contains("A study of its own", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("x@example.org", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("000-000", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_not_JSON_is_not_published()
    {
        using var workspace = new TestWorkspace();
        await workspace.DoneAsync("study", "open", ExampleStudy.Key);
        workspace.Write("record.json", "{ broken");
        var file = workspace.Write("study.yaml", "title: { en: A, zh: 甲 }\n");

        var answer = await workspace.RefusedAsync("study", "publish", file);

        Assert.StartsWith("record-unreadable: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_study_takes_no_data_from_any_verb()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("study", "lock", "--on", "2026-12-31", "--reason", "done");
        var (file, layout) = ExamplePlate.Write(workspace, "LEP-0001", ("SP-0001-A1", 3));
        string[][] calls =
        [
            ["participant", "screen", "--on", "2025-09-03", "--age", "54", "--sex", "female"],
            ["form", "save", "UH-001", "BL", "LB", "wbc=44", "--reason", "typing error"],
            ["specimen", "collect", "UH-001", "MARROW", "BL", "--at", "2025-08-03T09:15+08:00", "--volume", "2"],
            ["plate", "import", file, "--layout", layout, "--assay", "LEP"],
            ["followup", "record", "UH-001", "FU6", "--on", "2026-02-05", "--status", "ALIVE_UNKNOWN"],
            ["study", "publish", ExampleStudy.DefinitionFolder],
            ["study", "lock", "--on", "2026-12-31", "--reason", "again"],
        ];

        foreach (var call in calls)
        {
            var answer = await workspace.RefusedAsync(call);
            Assert.StartsWith("study-locked: The database of study nct07163728 was locked on 2026-12-31", answer.Error,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_study_is_opened_once()
    {
        using var workspace = example.Copy();

        var answer = await workspace.RefusedAsync("study", "open", ExampleStudy.Key);

        Assert.StartsWith("study-already-open: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var workspace = example.Copy();

        var missing = await workspace.RefusedAsync("study", "publish", "nowhere/study.yaml");
        Assert.Equal("file-missing: Found no file nowhere/study.yaml. Expected one.\n", missing.Error);
        var folder = await workspace.RefusedAsync("plan", "freeze", workspace.Folder);
        Assert.Equal($"file-missing: Found a folder {workspace.Folder}. Expected a file.\n", folder.Error);
    }
}

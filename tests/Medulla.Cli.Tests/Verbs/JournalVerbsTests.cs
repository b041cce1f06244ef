using Medulla.Workspace.Journals;
using Microsoft.Data.Sqlite;

namespace Medulla.Cli.Tests.Verbs;

public sealed class JournalVerbsTests(ExampleStudy example)
{
    [Fact]
    public async Task A_journal_altered_on_the_disk_is_found_by_every_verb()
    {
        using var workspace = example.Copy();
        await AlterAsync(workspace,
            "UPDATE journal SET payload = replace(payload, 'NO_RESPONSE', 'CR') WHERE payload LIKE '%NO_RESPONSE%'");

        var verified = await workspace.RunAsync("journal", "verify");
        Assert.Equal(ExitCode.Refused, verified.Code);
        Assert.EndsWith("NOT SOUND\n", verified.Output, StringComparison.Ordinal);
        Assert.StartsWith("journal-altered: ", verified.Error, StringComparison.Ordinal);

        foreach (var call in new string[][] { ["participant", "list"],
            ["participant", "screen", "--on", "2025-09-01", "--age", "50", "--sex", "male"] })
        {
            var answer = await workspace.RefusedAsync(call);
            Assert.StartsWith("journal-altered: ", answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_journal_cut_at_its_end_is_found_by_a_checkpoint_elsewhere()
    {
        using var workspace = example.Copy();
        var elsewhere = Path.Combine(workspace.Folder, "stick");
        var taken = await workspace.DoneAsync("journal", "checkpoint", "--checkpoints", elsewhere);
        Assert.StartsWith("medulla-checkpoint-1 nct07163728 ", Assert.Single(taken.OutputLines), StringComparison.Ordinal);
        var sound = await workspace.DoneAsync("journal", "verify", "--checkpoints", elsewhere);
        Assert.Contains("1 checkpoints agree; sound", sound.Output, StringComparison.Ordinal);

        await AlterAsync(workspace, "DELETE FROM journal WHERE position > 30");

        var cut = await workspace.RunAsync("journal", "verify", "--checkpoints", elsewhere);
        Assert.Equal(ExitCode.Refused, cut.Code);
        Assert.StartsWith("journal-truncated: Study nct07163728 ends at entry 30", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_inside_the_workspace_says_what_it_cannot_find()
    {
        using var workspace = example.Copy();

        var answer = await workspace.DoneAsync("journal", "checkpoint", "--lang", "zh");

        Assert.Contains("检查点保存在工作区内", answer.Error, StringComparison.Ordinal);
        Assert.Contains("1 checkpoints agree", (await workspace.DoneAsync("journal", "verify")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_reads_like_an_audit_trail()
    {
        using var workspace = example.Copy();

        var answer = await workspace.DoneAsync("journal", "show", "--from", "4", "--to", "4");

        var line = Assert.Single(answer.OutputLines);
        Assert.Matches(
            @"^4  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  Lin \(not authenticated\)  S-0001 screened on 2025-08-03: female, 54 "
                + "years$", line);
    }

    [Fact]
    public async Task Show_for_one_participant_includes_specimens_and_plates()
    {
        using var workspace = example.Copy();
        await MainJobTests.AcceptPlateAsync(workspace);

        var answer = await workspace.DoneAsync("journal", "show", "--participant", "UH-002");

        Assert.Contains(answer.OutputLines, line => line.Contains("SP-0002 divided into SP-0002-A1", StringComparison.Ordinal));
        Assert.Contains(answer.OutputLines, line => line.Contains("PL-0001 accepted with 3 results", StringComparison.Ordinal));
        Assert.DoesNotContain("S-0001 ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_of_an_empty_journal_is_no_success()
    {
        using var workspace = new TestWorkspace();
        Directory.CreateDirectory(workspace.Path);

        var answer = await workspace.RunAsync("journal", "verify");

        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.StartsWith("journal-empty: ", answer.Error, StringComparison.Ordinal);
    }

    static async Task AlterAsync(TestWorkspace workspace, string sql)
    {
        await using (var connection = new SqliteConnection($"Data Source={workspace.JournalPath};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete; {sql}";
            await command.ExecuteNonQueryAsync(TestWorkspace.Cancellation);
        }
        await using var journal = await SqliteJournal.OpenAsync(workspace.JournalPath, TestWorkspace.Cancellation);
        await journal.RestoreGuardsAsync(TestWorkspace.Cancellation);
    }
}

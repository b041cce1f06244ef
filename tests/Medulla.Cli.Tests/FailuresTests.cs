using Medulla.Cli.Output;
using Medulla.Figures;

namespace Medulla.Cli.Tests;

public sealed class FailuresTests(ExampleStudy example)
{
    [Fact]
    public async Task A_journal_that_is_no_database_gives_one_message()
    {
        using var workspace = new TestWorkspace();
        Directory.CreateDirectory(workspace.Path);
        await File.WriteAllTextAsync(workspace.JournalPath, new string('x', 5000), TestWorkspace.Cancellation);

        var answer = await workspace.RunAsync("participant", "list");

        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.StartsWith("journal-not-opened: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_without_its_triggers_gives_one_message()
    {
        using var workspace = example.Copy();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={workspace.JournalPath};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER journal_refuses_update";
            await command.ExecuteNonQueryAsync(TestWorkspace.Cancellation);
        }

        var answer = await workspace.RefusedAsync("participant", "list");

        Assert.StartsWith("journal-not-opened: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_gives_one_message()
    {
        using var workspace = example.Copy();
        var file = workspace.Write("taken", "a file where a folder is wanted");

        var answer = await workspace.RefusedAsync("dataset", "--out", file);

        Assert.StartsWith("file-not-accessible: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_says_so_and_keeps_its_details_in_the_workspace()
    {
        using var workspace = new TestWorkspace();
        Directory.CreateDirectory(workspace.Path);
        using var error = new StringWriter();
        var printer = new Printer(new Terminal(TextWriter.Null, error, IsTerminal: false), Language.English);

        Exception fault;
        try
        {
            throw new InvalidOperationException("Found nothing where something was promised.");
        }
        catch (InvalidOperationException thrown)
        {
            fault = thrown;
        }
        var code = Failures.Explain(fault, workspace.Path, printer);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("program-fault: Found nothing where something was promised.", error.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("This is a fault of the program.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("   at ", File.ReadAllText(Path.Combine(workspace.Path, Failures.LogName)), StringComparison.Ordinal);
    }
}

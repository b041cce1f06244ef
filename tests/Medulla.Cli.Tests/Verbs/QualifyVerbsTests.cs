using System.Text.Json;

namespace Medulla.Cli.Tests.Verbs;

public sealed class QualifyVerbsTests : IDisposable
{
    // t and p of five pairs on a line but for one: r = 0.8, t = 0.8 √3 / 0.6.
    const string Right = """
        {"id":"line","dataset":"five","args":{"method":"pearson","x":"x","y":"y","alternative":"two.sided","level":0.95},
         "result":{"estimate":0.8,"statistic":2.3094010767585034}}
        """;
    const string Wrong = """
        {"id":"wrong","dataset":"five","args":{"method":"pearson","x":"x","y":"y","alternative":"two.sided","level":0.95},
         "result":{"estimate":0.81}}
        """;
    const string Unknown = """{"id":"unknown","dataset":"five","args":{"method":"phrenology","x":"x"},"result":{"bumps":[1,2]}}""";
    const string NoCohort = """{"id":"lost","dataset":"nowhere","args":{"method":"pearson","x":"x","y":"y","level":0.95},"result":{"estimate":1}}""";

    readonly TestWorkspace workspace = new();

    public QualifyVerbsTests() => workspace.Write("cohorts/five.csv", "x,y\n1,1\n2,3\n3,2\n4,5\n5,4\n");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task All_agree()
    {
        var answer = await RunAsync([Right]);

        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Matches(@"^qualify statistics: 1 cases, 1 run, 0 failed, 0 not run; 2 numbers compared; worst \d\.\de[-+]\d+ at \S+",
            answer.OutputLines[^1]);
    }

    [Fact]
    public async Task Failures_are_named_by_case_and_field()
    {
        var answer = await RunAsync([Right, Wrong, Unknown, NoCohort]);

        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.Contains(answer.OutputLines, line => line.StartsWith("  FAILED wrong /estimate: found 0.", StringComparison.Ordinal)
            && line.EndsWith(", expected 0.81", StringComparison.Ordinal));
        Assert.Contains(answer.OutputLines, line => line.StartsWith("  not run unknown: Found the method phrenology", StringComparison.Ordinal));
        Assert.Contains(answer.OutputLines, line => line.StartsWith("  FAILED lost: ", StringComparison.Ordinal) && line.Contains("Expected the cohort nowhere there.", StringComparison.Ordinal));
        Assert.StartsWith("qualify statistics: 4 cases, 3 run, 2 failed, 1 not run; 3 numbers compared; worst ", answer.OutputLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_that_were_not_run_alone_end_with_3() =>
        Assert.Equal(ExitCode.NotAllRun, (await RunAsync([Right, Unknown])).Code);

    [Fact]
    public async Task Every_compared_number_is_a_line_of_the_file_and_a_case_without_numbers_too()
    {
        var path = Path.Combine(workspace.Folder, "numbers.ndjson");
        await RunAsync([Right, Wrong, Unknown], "--out", path);

        var lines = (await File.ReadAllLinesAsync(path, TestWorkspace.Cancellation)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["pass", "pass", "fail", "not run"], lines.Select(line => line.GetProperty("verdict").GetString()));
        Assert.Equal(["/estimate", "/statistic", "/estimate", ""], lines.Select(line => line.GetProperty("path").GetString()));
        Assert.Equal(0.81, lines[2].GetProperty("expected").GetDouble());
        Assert.Equal("relative", lines[2].GetProperty("tolerance").GetProperty("kind").GetString());
        Assert.Equal(1e-8, lines[2].GetProperty("tolerance").GetProperty("limit").GetDouble());
        Assert.Contains("phrenology", lines[3].GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Found no topic in")]
    [InlineData("""{"topic":"association_tests"}""", "Found no topic in")]
    [InlineData("""{"topic":"association_tests","cases":[]}""", "Found no reference case in")]
    [InlineData("""{"topic":"association_tests","cases":[{"id":"a","dataset":"five","args":{},"result":{}}]}""", "Found no text as cases[0].args.method.")]
    public async Task A_folder_that_cannot_be_run_ends_with_2(string file, string message)
    {
        workspace.Write("reference/topic.json", file);

        var answer = await workspace.RunAsync("qualify", "statistics", "--reference", Path.Combine(workspace.Folder, "reference"),
            "--cohorts", Path.Combine(workspace.Folder, "cohorts"));

        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Equal("", answer.Output);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_and_topics_that_are_not_there_end_with_2()
    {
        var answer = await RunAsync([Right], "--only", "astrology");
        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Contains("Found no topic 'astrology'", answer.Error, StringComparison.Ordinal);
        Assert.Contains("Expected one of association_tests.", answer.Error, StringComparison.Ordinal);

        var nowhere = await workspace.RunAsync("qualify", "statistics", "--reference", Path.Combine(workspace.Folder, "none"),
            "--cohorts", Path.Combine(workspace.Folder, "cohorts"));
        Assert.Equal(ExitCode.Usage, nowhere.Code);
        Assert.Contains("Expected a folder of reference cases (*.json).", nowhere.Error, StringComparison.Ordinal);
    }

    async Task<Answer> RunAsync(string[] cases, params string[] more)
    {
        workspace.Write("reference/association_tests.json", $$"""{"topic":"association_tests","cases":[{{string.Join(',', cases)}}]}""");
        // What lies deeper is not read.
        workspace.Write("reference/src/damaged.json", "{");
        return await workspace.RunAsync(["qualify", "statistics", "--reference", Path.Combine(workspace.Folder, "reference"),
            "--cohorts", Path.Combine(workspace.Folder, "cohorts"), .. more]);
    }
}

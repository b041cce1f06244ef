using System.CommandLine;
using System.Diagnostics;
using Medulla.Cli.Output;
using Medulla.Study;

namespace Medulla.Cli.Tests;

public sealed class CommandLineTests(ExampleStudy example)
{
    [Fact]
    public async Task Version_is_one_line()
    {
        var answer = await RunAsync("--version");

        Assert.Equal(new Answer(ExitCode.Done, $"medulla {SoftwareVersion.Current}\n", ""), answer);
    }

    [Fact]
    public async Task Version_comes_in_less_than_half_a_second()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "medulla.dll");
        // The first start reads the files from the disk; the second is what a script sees.
        await StartAsync(program);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, await StartAsync(program));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 0.5);

        static async Task<int> StartAsync(string program)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--version"]) 
                { RedirectStandardOutput = true, UseShellExecute = false })!;
            await process.WaitForExitAsync(TestWorkspace.Cancellation);
            return process.ExitCode;
        }
    }

    [Fact]
    public async Task Without_words_the_help_lists_every_noun()
    {
        var answer = await RunAsync();

        Assert.Equal(ExitCode.Done, answer.Code);
        foreach (var noun in new[] { "study", "plan", "participant", "eligibility", "visit", "form", "specimen", "plate",
            "journal", "dataset" })
            Assert.Contains($"\n  {noun} ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_verb_has_a_line_in_both_languages_and_an_example_that_parses()
    {
        var root = new MedullaCommand(new Terminal(TextWriter.Null, TextWriter.Null, IsTerminal: false));
        var verbs = Below(root).OfType<Verb>().ToList();
        Assert.True(verbs.Count >= 35, $"Found {verbs.Count} verbs.");

        Assert.All(verbs, verb =>
        {
            Assert.NotEqual("", verb.Meaning.En);
            Assert.DoesNotContain('\n', verb.Meaning.En);
            Assert.Contains(verb.Meaning.Zh, character => character > 0x2E80);
            var parsed = root.Parse(verb.Example["medulla ".Length..]);
            Assert.Empty(parsed.Errors);
            Assert.Same(verb, parsed.CommandResult.Command);
        });

        var help = await RunAsync("participant", "screen", "--help", "--lang", "zh");
        Assert.Contains("登记筛选", help.Output, StringComparison.Ordinal);
        Assert.Contains("示例：", help.Output, StringComparison.Ordinal);

        static IEnumerable<Command> Below(Command command) =>
            command.Subcommands.SelectMany(child => Below(child).Prepend(child));
    }

    [Theory]
    [InlineData("usage: Found 'scren' behind 'medulla participant'. Expected one of: screen,", "participant", "scren")]
    [InlineData("usage: Found 'participants' behind 'medulla'.", "participants", "list")]
    [InlineData("usage: Found '2025-13-01' in --on. Expected a date such as 2025-08-03.", "participant", "screen", "--on",
        "2025-13-01", "--age", "54", "--sex", "male")]
    [InlineData("usage: Found '5.4' in --age. Expected a whole number such as 12.", "participant", "screen", "--on",
        "2025-08-03", "--age", "5.4", "--sex", "male")]
    [InlineData("usage: Found '男' in --sex. Expected one of: female, male.", "participant", "screen", "--on", "2025-08-03",
        "--age", "54", "--sex", "男")]
    [InlineData("usage: --on 填写为“明天”，应为日期，如 2025-08-03。", "participant", "enrol", "S-0001", "--on", "明天", "--lang", "zh")]
    [InlineData("usage: Option '--sex' is required.", "participant", "screen", "--on", "2025-08-03", "--age", "54")]
    [InlineData("usage: Found '2025-08-03T09:15' in --at. Expected a time with its offset from UTC", "specimen", "process",
        "SP-0001", "--at", "2025-08-03T09:15", "--force", "2000", "--minutes", "10", "--celsius", "4")]
    [InlineData("usage: Found 'companion' in --signature.", "participant", "consent", "S-0001", "--form", "1", "--signature",
        "companion", "--scope", "a")]
    [InlineData("usage: Found 'wbc' in ITEM=VALUE. Expected NAME=VALUE.", "form", "save", "UH-001", "BL", "LB", "wbc")]
    [InlineData("usage: Found 'wbc=2' in ITEM=VALUE. Expected 'wbc' once.", "form", "save", "UH-001", "BL", "LB", "wbc=1",
        "wbc=2")]
    [InlineData("usage: Found 'maybe' for I1. Expected yes, no or unknown.", "eligibility", "answer", "S-0001", "I1=maybe")]
    [InlineData("usage: Found evidence for I2, which is not answered here.", "eligibility", "answer", "S-0001", "I1=yes",
        "--evidence", "I2=report")]
    [InlineData("usage: Found some of --simulated, --planted-hr, --planted-or, --seed. Expected all four, or none.", "study",
        "open", "x", "--simulated", "--seed", "7")]
    [InlineData("usage: Found 'a b' as KEY.", "study", "open", "a b")]
    [InlineData("usage: Found 'fr' in --lang. Expected en or zh.", "study", "list", "--lang", "fr")]
    public async Task What_is_not_a_call_ends_with_exit_code_2_and_says_what_was_expected(string message, params string[] words)
    {
        using var workspace = new TestWorkspace();

        var answer = await workspace.RunAsync(words);

        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Equal("", answer.Output);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.Path), "A workspace was made.");
    }

    [Fact]
    public async Task A_noun_alone_shows_its_verbs_and_ends_with_exit_code_2()
    {
        var answer = await RunAsync("participant");

        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Equal("", answer.Output);
        Assert.Contains("\n  screen ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_is_not_there_is_named_and_not_made()
    {
        using var workspace = new TestWorkspace();

        var answer = await workspace.RunAsync("participant", "list");

        Assert.Equal(ExitCode.Refused, answer.Code);
        Assert.StartsWith($"workspace-missing: Found no workspace {workspace.Path}.", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.Path));
    }

    [Fact]
    public async Task With_several_studies_the_one_meant_must_be_named()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("study", "open", "second");

        var unnamed = await workspace.RefusedAsync("study", "show");
        Assert.Contains("Found 2 studies", unnamed.Error, StringComparison.Ordinal);
        Assert.Contains("one of: nct07163728, second.", unnamed.Error, StringComparison.Ordinal);
        var unknown = await workspace.RefusedAsync("study", "show", "--study", "third");
        Assert.StartsWith("study-unknown: Found no study 'third'", unknown.Error, StringComparison.Ordinal);

        var named = await workspace.DoneAsync("study", "show", "--study", "second");
        Assert.Contains("not published", named.Output, StringComparison.Ordinal);
        var listed = await workspace.DoneAsync("study", "list");
        Assert.Equal(3, listed.OutputLines.Length);
    }

    [Fact]
    public async Task Refusals_and_facts_come_in_Chinese()
    {
        using var workspace = example.Copy();

        var refused = await workspace.RefusedAsync("participant", "screen", "--on", "2027-08-03", "--age", "154", "--sex",
            "male", "--lang", "zh");
        Assert.Equal(
            [
                "age-implausible: 年龄为 154 岁，应在 0～120 岁之间。",
                "after-data-cutoff: 筛选日期为 2027-08-03，不应晚于数据截止日 2026-12-31。",
            ], refused.ErrorLines);

        var done = await workspace.DoneAsync("participant", "screen", "--on", "2025-09-01", "--age", "70", "--sex", "male",
            "--lang", "zh");
        Assert.StartsWith("S-0004 于 2025-09-01 筛选：男，70 岁［第 ", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_redirected_holds_a_control_character()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("participant", "withdraw", "UH-003", "--on", "2025-12-01", "--reason",
            "said \u001b[31mno\u0007\tmore\r\nwords");
        string[][] calls =
        [
            [], ["study", "show"], ["study", "list"], ["participant", "list"], ["participant", "show", "UH-003"],
            ["specimen", "list"], ["journal", "show"], ["form", "show", "UH-001", "BL", "LB"], ["journal", "verify"],
            ["participant", "enrol", "S-0001", "--on", "2025-08-03"],
        ];

        foreach (var call in calls)
        {
            var answer = await workspace.RunAsync(call);
            Assert.NotEqual("", answer.Output + answer.Error);
            Assert.DoesNotContain(answer.Output + answer.Error, character => char.IsControl(character) && character != '\n');
        }
    }

    [Fact]
    public async Task On_a_terminal_a_table_is_drawn_unless_it_is_too_wide()
    {
        using var workspace = example.Copy();
        await MainJobTests.AcceptPlateAsync(workspace);

        var narrow = await OnTerminalAsync("plate", "list");
        Assert.Contains("PL-0001", narrow, StringComparison.Ordinal);
        Assert.Contains("─", narrow, StringComparison.Ordinal);

        // 80 places, as without a screen.
        var wide = await OnTerminalAsync("specimen", "list");
        Assert.Contains("2025-08-03 09:15 +08:00", wide, StringComparison.Ordinal);
        Assert.DoesNotContain("─", wide, StringComparison.Ordinal);

        async Task<string> OnTerminalAsync(params string[] words)
        {
            using var output = new StringWriter();
            Assert.Equal(0, await CommandLine.RunAsync(
                [.. words, "--workspace", workspace.Path], new Terminal(output, TextWriter.Null, IsTerminal: true)));
            return output.ToString();
        }
    }

    static async Task<Answer> RunAsync(params string[] words)
    {
        using StringWriter output = new(), error = new();
        output.NewLine = error.NewLine = "\n";
        var code = await CommandLine.RunAsync(words, output, error);
        return new((ExitCode)code, output.ToString(), error.ToString());
    }
}

namespace Medulla.Cli.Tests.Verbs;

public sealed class ParticipantVerbsTests(ExampleStudy example)
{
    [Theory]
    [InlineData("after-data-cutoff", "participant", "screen", "--on", "2027-01-01", "--age", "54", "--sex", "female")]
    [InlineData("after-data-cutoff", "visit", "open", "UH-001", "FU15", "--on", "2027-01-01")]
    [InlineData("after-data-cutoff", "form", "save", "UH-001", "BL", "LB", "drawn_on=2027-01-01", "--reason", "later")]
    [InlineData("after-data-cutoff", "specimen", "collect", "UH-001", "MARROW", "BL", "--at", "2027-01-01T08:00+08:00",
        "--volume", "2")]
    [InlineData("after-data-cutoff", "death", "record", "UH-001", "DTH", "--on", "2027-01-01", "--cause", "OTHER")]
    [InlineData("participant-unknown", "participant", "enrol", "S-0099", "--on", "2025-08-03")]
    [InlineData("participant-unknown", "participant", "show", "UH-099")]
    [InlineData("participant-unknown", "journal", "show", "--participant", "UH-099")]
    [InlineData("not-in-screening", "eligibility", "judge", "UH-001", "--on", "2025-08-03")]
    [InlineData("visit-not-open", "form", "save", "UH-001", "D14", "LB", "wbc=3")]
    [InlineData("item-unknown", "form", "save", "UH-001", "BL", "LB", "wcc=3")]
    [InlineData("value-not-a-number", "form", "save", "UH-001", "BL", "LB", "crp=high")]
    [InlineData("reason-missing", "form", "save", "UH-001", "BL", "LB", "wbc=44")]
    [InlineData("form-not-saved", "form", "show", "UH-001", "BL", "DM")]
    [InlineData("code-unknown", "response", "assess", "UH-001", "EOI2", "--on", "2025-10-03", "--category", "cured")]
    [InlineData("outcome-after-death", "followup", "record", "UH-002", "FU6", "--on", "2026-02-10", "--status",
        "ALIVE_UNKNOWN")]
    [InlineData("specimen-unknown", "specimen", "process", "SP-0099", "--at", "2025-08-03T10:00+08:00", "--force", "2000",
        "--minutes", "10", "--celsius", "4")]
    [InlineData("already-divided", "specimen", "aliquot", "SP-0001", "--count", "1", "--volume", "0.4", "--at",
        "2025-08-03T10:30+08:00")]
    public async Task What_the_study_refuses_names_its_rule_and_stores_nothing(string rule, params string[] words)
    {
        using var workspace = example.Copy();

        var answer = await workspace.RefusedAsync(words);

        Assert.Contains(answer.ErrorLines, line => line.StartsWith($"{rule}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_reason_comes_at_once()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("participant", "screen", "--on", "2025-09-01", "--age", "70", "--sex", "male");

        var answer = await workspace.RefusedAsync("participant", "enrol", "S-0004", "--on", "2025-09-01");

        Assert.Contains(answer.ErrorLines, line => line.StartsWith("consent-missing: ", StringComparison.Ordinal));
        Assert.Equal(9, answer.ErrorLines.Count(line => line.StartsWith("criterion-not-answered: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pending_judgement_lists_what_is_missing_and_an_ineligible_one_what_applies()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("participant", "screen", "--on", "2025-09-01", "--age", "70", "--sex", "male");
        await workspace.DoneAsync("eligibility", "answer", "S-0004", "I1=yes", "I2=yes", "I3=yes", "E1=no", "E2=no", "E3=no",
            "E5=no", "E6=no");

        var pending = await workspace.DoneAsync("eligibility", "judge", "S-0004", "--on", "2025-09-01");
        Assert.StartsWith("S-0004 judged pending on 2025-09-01; not known: E4", pending.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("  E4 missing: Performance Status (PS) score >3", pending.OutputLines[1]);

        await workspace.DoneAsync("eligibility", "answer", "S-0004", "E4=yes", "--evidence", "E4=ECOG 4 on 2025-09-01");
        var ineligible = await workspace.DoneAsync("eligibility", "judge", "S-0004", "--on", "2025-09-01", "--lang", "zh");
        Assert.StartsWith("S-0004 于 2025-09-01 判定为不合格", ineligible.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("  E4 适用：体能状态（PS）评分大于 3", ineligible.OutputLines[1]);
    }

    [Fact]
    public async Task A_query_raised_by_an_implausible_value_is_printed_and_shown()
    {
        using var workspace = example.Copy();

        var saved = await workspace.DoneAsync("form", "save", "UH-001", "BL", "LB", "wbc=900", "--reason", "source corrected");
        Assert.Contains(
            "S-0001 · Baseline, marrow before the first dose: query on White blood cells, found 900 10⁹/L (value-implausible)",
            saved.Output, StringComparison.Ordinal);

        var form = await workspace.DoneAsync("form", "show", "UH-001", "BL", "LB");
        Assert.Contains(form.OutputLines, line => line.StartsWith("wbc ", StringComparison.Ordinal)
            && line.EndsWith("value-implausible", StringComparison.Ordinal));
        var person = await workspace.DoneAsync("participant", "show", "UH-001");
        Assert.Contains("Open query: BL LB.wbc, value-implausible, found 900", person.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_specimen_that_was_spun_late_is_recorded_with_its_deviation()
    {
        using var workspace = example.Copy();
        await workspace.DoneAsync("specimen", "collect", "UH-001", "BLOOD", "BL", "--at", "2025-08-03T09:15+08:00",
            "--volume", "2");

        var answer = await workspace.DoneAsync("specimen", "process", "SP-0004", "--at", "2025-08-03T13:15+08:00", "--force",
            "2000", "--minutes", "10", "--celsius", "4");

        Assert.Equal("  deviation spun-late: 240 min. Expected at most 120 min.", answer.OutputLines[1]);
    }

    [Fact]
    public async Task Two_writers_at_once_are_both_stored_and_get_numbers_of_their_own()
    {
        using var workspace = example.Copy();
        var before = await workspace.HeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() =>
            workspace.RunAsync("participant", "screen", "--on", "2025-09-01", "--age", $"{50 + index}", "--sex", "male"))));

        Assert.All(answers, answer => Assert.Equal(ExitCode.Done, answer.Code));
        Assert.Equal(8, answers.Select(answer => answer.Output[..6]).Distinct().Count());
        Assert.Equal(before.Position + 8, (await workspace.HeadAsync()).Position);
        await workspace.DoneAsync("journal", "verify");
    }
}

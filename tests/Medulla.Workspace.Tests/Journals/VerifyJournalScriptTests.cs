using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Medulla.Study.Journal;
using Medulla.Tests;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

/// <summary>tools/verify_journal.py, written without a line of ours, says the same.</summary>
public sealed class VerifyJournalScriptTests() : OnDatabase(SqliteDatabase.MakeAsync)
{
    [Fact]
    public async Task A_seal_worked_by_hand()
    {
        const string Payload = """{"remark":"骨"}"""; // 14 characters; 骨 takes three bytes
        var row = new JournalRow("aml", 1, "2025-08-01T08:00:00.0000000Z", "陈", "Said", 1, Payload, []);

        var byHand = SHA256.HashData([
            .. new byte[32],
            .. "3:aml"u8, .. "1:1"u8, .. "28:2025-08-01T08:00:00.0000000Z"u8, .. "3:陈"u8, .. "4:Said"u8, .. "1:1"u8,
            .. "16:{\"remark\":\"骨\"}"u8,
        ]);
        await (await JournalAsync()).AppendAsync(JournalHead.Origin, [row with { Seal = byHand }], Cancellation);

        Assert.Equal(16, Encoding.UTF8.GetByteCount(Payload));
        Assert.Equal(byHand, Seal.Over(Seal.Origin, row));
        Assert.True((await VerifyAsync()).IsSound);
        Assert.Equal($"0: aml: 1 entries, seal {Seal.Text(byHand)}", await RunScriptAsync());
    }

    [Fact]
    public async Task Agrees_on_a_sound_journal_of_two_studies()
    {
        await FillAsync();

        var lines = new List<string>();
        foreach (var study in (StudyKey[])[Key, Other])
            lines.Add((await JournalVerifier.VerifyAsync(await JournalAsync(), study, Cancellation)).ToString());

        Assert.Equal($"0: {lines[0]}; {lines[1]}", await RunScriptAsync());
        Assert.Equal($"0: {lines[1]}", await RunScriptAsync(Other.Value));
        Assert.StartsWith("aml: 9 entries, seal ", lines[0]);
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = replace(payload, '54', '45') WHERE study = 'aml' AND position = 4", "4 altered")]
    [InlineData("UPDATE journal SET seal = zeroblob(32) WHERE study = 'aml' AND position = 4", "4 altered")]
    [InlineData("UPDATE journal SET payload = CAST(X'FF' AS TEXT) WHERE study = 'aml' AND position = 4", "4 altered")]
    [InlineData("DELETE FROM journal WHERE study = 'aml' AND position = 4", "4 missing")]
    [InlineData("DELETE FROM journal WHERE study = 'aml' AND position = 1", "1 missing")]
    [InlineData("UPDATE journal SET position = position + 1000 WHERE study = 'aml' AND position IN (3, 7); "
        + "UPDATE journal SET position = 1010 - position WHERE study = 'aml' AND position > 1000", "3 reordered")]
    [InlineData("UPDATE journal SET study = 'aml', position = 10 WHERE study = 'aml-二期' AND position = 2", "10 foreign")]
    public async Task Agrees_on_a_journal_that_was_tampered_with(string sql, string found)
    {
        await FillAsync();
        await Database.DropGuardsAsync();
        await Database.RunSqlAsync(sql);

        var verdict = await VerifyAsync();

        Assert.Equal($"aml: entry {found}", verdict.ToString());
        Assert.Equal($"1: {verdict}", await RunScriptAsync(Key.Value));
    }

    async Task FillAsync()
    {
        using (var desk = await DeskAsync())
            await desk.FillAsync(9);
        using (var other = await DeskAsync(Other))
            await other.FillAsync(5);
        await CloseAsync();
    }

    /// <summary>Its exit code and lines, such as <c>0: aml: 9 entries, seal …; b: 5 entries, seal …</c>.</summary>
    async Task<string> RunScriptAsync(params string[] studies)
    {
        var script = Path.Combine(ReferenceFolder.ProjectRoot, "tools", "verify_journal.py");
        var start = new ProcessStartInfo("python3", [script, ((SqliteDatabase)Database).Path, .. studies])
        {
            RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
        }

        using (process)
        {
            var text = await process!.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return $"{process.ExitCode}: {text.Trim().ReplaceLineEndings("; ")}";
        }
    }
}

using System.Security.Cryptography;
using Medulla.Study.Journal;
using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Checkpoints;

public sealed class CheckpointFolderTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Keys => folder.File("keys");

    CheckpointFolder Checkpoints => new(folder.File("checkpoints"));

    static JournalHead Head(byte fill, long position = 42) => new(position, [.. Enumerable.Repeat(fill, 32)]);

    [Fact]
    public void What_was_taken_is_read_back_as_genuine()
    {
        using var key = CheckpointKey.Open(Keys);

        var first = Checkpoints.Take(key, Key, Head(1), SetClock.Start());
        var second = Checkpoints.Take(key, Other, Head(2, 43), SetClock.Start());

        var (genuine, faults) = Checkpoints.Read(key);
        Assert.Empty(faults);
        Assert.Equal([second.Checkpoint, first.Checkpoint], genuine.OrderByDescending(checkpoint => checkpoint.Position));
        Assert.Equal(
            new Checkpoint(Key, 42, string.Concat(Enumerable.Repeat("01", 32)), SetClock.Start().Now), first.Checkpoint);
        Assert.Equal(2, Directory.GetFiles(folder.File("checkpoints"), "*.json").Length);
    }

    [Fact]
    public void The_key_is_made_once_and_its_owner_alone_may_read_it()
    {
        using var made = CheckpointKey.Open(Keys);
        using var opened = CheckpointKey.Open(Keys);
        var path = Path.Combine(Keys, CheckpointKey.FileName);

        Assert.Equal(made.Id, opened.Id);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(path));
        Assert.Equal([CheckpointKey.FileName, CheckpointKey.PublicFileName],
            Directory.GetFiles(Keys).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void The_public_half_verifies_elsewhere_and_does_not_sign()
    {
        using var key = CheckpointKey.Open(Keys);
        var signed = Checkpoints.Take(key, Key, Head(1), SetClock.Start());
        using var known = CheckpointKey.FromPem(File.ReadAllText(Path.Combine(Keys, CheckpointKey.PublicFileName)));

        Assert.True(known.HasSigned(signed));
        Assert.ThrowsAny<CryptographicException>(() => known.Sign(signed.Checkpoint));
    }

    [Fact]
    public void A_line_kept_on_paper_is_read_back()
    {
        using var key = CheckpointKey.Open(Keys);
        var signed = Checkpoints.Take(key, Other, Head(0xab), SetClock.Start());

        Assert.StartsWith(
            $"medulla-checkpoint-1 aml-%E4%BA%8C%E6%9C%9F 42 {string.Concat(Enumerable.Repeat("ab", 32))} "
            + $"2025-08-01T08:00:00.0000000Z {key.Id} ", signed.Line);
        Assert.Equal(signed, SignedCheckpoint.Parse(signed.Line + "\r\n"));
        Assert.True(key.HasSigned(SignedCheckpoint.Parse(signed.Line)!));
        Assert.Null(SignedCheckpoint.Parse("medulla-checkpoint-1 aml 42"));
        Assert.Null(SignedCheckpoint.Parse(""));
    }

    [Theory]
    [InlineData("\"position\": 42", "\"position\": 41")]
    [InlineData("\"study\": \"aml\"", "\"study\": \"amx\"")]
    [InlineData("0101", "0102")]
    [InlineData("08:00:00", "09:00:00")]
    public void An_altered_checkpoint_is_named(string old, string @new)
    {
        using var key = CheckpointKey.Open(Keys);
        Checkpoints.Take(key, Key, Head(1), SetClock.Start());
        var file = Assert.Single(Directory.GetFiles(folder.File("checkpoints")));
        var text = File.ReadAllText(file);
        Assert.Contains(old, text);
        File.WriteAllText(file, text.Replace(old, @new));

        var (genuine, faults) = Checkpoints.Read(key);

        Assert.Empty(genuine);
        var fault = Assert.Single(faults);
        Assert.Equal(JournalFaultKind.CheckpointNotGenuine, fault.Kind);
        Assert.StartsWith(
            $"Found a checkpoint that key {key.Id} has not signed: {Path.GetFileName(file)}.", fault.Message.En);
    }

    [Fact]
    public void A_checkpoint_of_another_key_is_not_genuine()
    {
        using var key = CheckpointKey.Open(Keys);
        using var other = CheckpointKey.Open(folder.File("other"));
        var signed = Checkpoints.Take(other, Key, Head(1), SetClock.Start());

        Assert.False(key.HasSigned(signed));
        Assert.False(key.HasSigned(signed with { Key = key.Id }));
        Assert.Contains($"It names key {other.Id}", Assert.Single(Checkpoints.Read(key).Faults).Message.En);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"study":"aml","position":1,"seal":"short","takenAt":"2025-08-01","key":"k","signature":""}""")]
    public void A_file_that_is_no_checkpoint_is_named(string text)
    {
        using var key = CheckpointKey.Open(Keys);
        Directory.CreateDirectory(folder.File("checkpoints"));
        File.WriteAllText(folder.File("checkpoints/odd.json"), text);

        Assert.StartsWith("Found a checkpoint that cannot be read: odd.json.",
            Assert.Single(Checkpoints.Read(key).Faults).Message.En);
    }

    [Fact]
    public async Task A_line_on_paper_finds_what_the_folder_no_longer_can()
    {
        using var key = CheckpointKey.Open(Keys);
        await using var journal = await SqliteJournal.OpenAsync(folder.File("journal.db"), Cancellation);
        using (var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation))
            await desk.FillAsync(5);
        var paper = SignedCheckpoint.Parse(key.Sign(new Checkpoint(Key, 7, new string('a', 64), SetClock.Start().Now)).Line)!;
        var forged = paper with { Checkpoint = paper.Checkpoint with { Position = 5 } };

        var folderAlone = await JournalVerifier.VerifyAsync(journal, Key, Checkpoints.Read(key), Cancellation);
        var withPaper = await JournalVerifier.VerifyAsync(
            journal, Key, Checkpoints.Read(key).With(key, paper, forged), Cancellation);

        Assert.True(folderAlone.IsSound);
        Assert.Equal([JournalFaultKind.CheckpointNotGenuine, JournalFaultKind.Truncated],
            withPaper.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void An_empty_journal_has_nothing_to_seal()
    {
        using var key = CheckpointKey.Open(Keys);

        var error = Assert.Throws<InvalidOperationException>(() =>
            Checkpoints.Take(key, Key, JournalHead.Origin, SetClock.Start()));

        Assert.StartsWith("Found no entry of study aml.", error.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_checkpoint()
    {
        using var key = CheckpointKey.Open(Keys);

        Assert.Empty(Checkpoints.Read(key).Genuine);
    }
}

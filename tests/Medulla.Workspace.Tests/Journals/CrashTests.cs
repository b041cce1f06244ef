using System.Diagnostics;
using System.Globalization;
using System.Text;
using Medulla.Study.Journal;
using Medulla.Workspace.Journals;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

/// <summary>A process that appends is killed: what it acknowledged is there, and nothing is half there.</summary>
/// <remarks>A killed process is not a lost power supply: that also tests the disk, and is not tested here.</remarks>
public sealed class CrashTests : IDisposable
{
    const string ChildJournal = "MEDULLA_TEST_CRASH_JOURNAL";
    const string Acknowledgements = ".acknowledged";

    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Survives_a_kill_once() => KillAsync(rounds: 1, writers: 2);

    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public Task Survives_a_hundred_kills_of_four_writers() => KillAsync(rounds: 100, writers: 4);

    /// <summary>What the child process runs; does nothing by itself.</summary>
    [Fact(Explicit = true)]
    public async Task Appends_until_it_is_killed()
    {
        if (Environment.GetEnvironmentVariable(ChildJournal) is not { } path)
            return;

        await using var journal = await SqliteJournal.OpenAsync(path, Cancellation);
        using var desk = await StudyDesk.OpenAsync(journal, Key, TimeProvider.System, Cancellation);
        await using var acknowledged = new FileStream(
            $"{path}{Acknowledgements}-{Environment.ProcessId}",
            FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        // Whoever should kill it may have been killed first.
        for (var running = Stopwatch.StartNew(); running.Elapsed < TimeSpan.FromMinutes(2);)
        {
            await desk.SubmitAsync(new ScreenNextInTurn(), Nurse, Cancellation);
            await acknowledged.WriteAsync(Encoding.ASCII.GetBytes($"{desk.Head.Position}\n"), Cancellation);
        }
    }

    async Task KillAsync(int rounds, int writers)
    {
        const int RoundsPerFile = 10; // a journal that grows for ever makes the later rounds slow
        var random = new Random(20250801);
        for (var round = 0; round < rounds; round++)
        {
            var path = folder.File($"journal-{round / RoundsPerFile}.db");
            var children = Enumerable.Range(0, writers).Select(_ => StartChild(path)).ToList();
            await UntilAllAcknowledgeAsync(path, children);
            await Task.Delay(random.Next(300), Cancellation);
            foreach (var child in children)
                child.Kill();
            foreach (var child in children)
                await child.WaitForExitAsync(Cancellation);
            children.ForEach(child => child.Dispose());

            await ShouldHoldAllThatWasAcknowledgedAsync(path);
        }
    }

    static async Task ShouldHoldAllThatWasAcknowledgedAsync(string path)
    {
        await using var journal = await SqliteJournal.OpenAsync(path, Cancellation);
        var verdict = await JournalVerifier.VerifyAsync(journal, Key, Cancellation);
        Assert.Empty(verdict.Faults);
        Assert.Equal("ok", journal.ReadOnWriter("PRAGMA integrity_check"));

        var acknowledged = LastAcknowledged(path).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.True(verdict.EntriesSound >= acknowledged.Max(),
            $"Entry {acknowledged.Max()} was acknowledged; the journal ends at {verdict.EntriesSound}.");

        using var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation);
        foreach (var participant in desk.Study.Participants.Values)
        {
            var number = int.Parse(participant.Id.Value.AsSpan(2), CultureInfo.InvariantCulture);
            Assert.Equal(
                (participant.Id, ScreenNextInTurn.CriteriaOf(number - 1)), (participant.Id, participant.Answers.Count));
        }
    }

    static Process StartChild(string path)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(CrashTests).Assembly.Location,
            "--explicit", "only", "--filter-method", $"*{nameof(Appends_until_it_is_killed)}",
        ])
        {
            RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(path)!,
            Environment = { [ChildJournal] = path },
        };
        return Process.Start(start)!;
    }

    static async Task UntilAllAcknowledgeAsync(string path, List<Process> children)
    {
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(20, Cancellation))
        {
            Assert.DoesNotContain(children, child => child.HasExited);
            if (children.TrueForAll(HasAcknowledged))
                return;
        }
        Assert.Fail("The writers did not begin within 60 s.");

        bool HasAcknowledged(Process child) =>
            new FileInfo($"{path}{Acknowledgements}-{child.Id}") is { Exists: true, Length: > 0 };
    }

    static IEnumerable<long> LastAcknowledged(string path) =>
        from file in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}{Acknowledgements}-*")
        from line in File.ReadAllText(file).Split('\n')[..^1].TakeLast(1)
        select long.Parse(line, CultureInfo.InvariantCulture);

    /// <summary>Groups of one to four facts, by turns: one that is cut short shows in its participant.</summary>
    sealed record ScreenNextInTurn : ICommand
    {
        public static int CriteriaOf(int index) => index % 4;

        public Decision Decide(Study.StudyState study) => new ScreenNext(CriteriaOf(study.Participants.Count)).Decide(study);
    }
}

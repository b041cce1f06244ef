using System.Collections.Immutable;
using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla journal …</c></summary>
static class JournalVerbs
{
    public static Command Noun() => new Noun("journal", "The stored truth: shown, verified, sealed outside", "日志：查看、核验、检查点")
    {
        Verify(), Show(), Checkpoint(),
    };

    static Option<string?> CheckpointsOption() => Inputs.OptionalText("--checkpoints", "DIR",
        "Folder of checkpoints, best on another machine; else the workspace's own", "检查点文件夹，最好在另一台机器上；缺省为工作区内");

    static Verb Verify()
    {
        var place = CheckpointsOption();
        return new Verb("verify", "Recompute every seal and compare with the checkpoints; exit code 1 when unsound",
            "重算全部封印并与检查点对照；有问题时退出码为 1",
            "medulla journal verify --checkpoints /media/stick/checkpoints") { place }
            .OnWorkspace(async (call, workspace, cancellation) =>
            {
                ImmutableArray<StudyKey> studies = call.Study is null
                    ? await workspace.Journal.StudiesAsync(cancellation)
                    : await workspace.ChooseStudyAsync(cancellation) is { } chosen ? [chosen] : [];
                if (studies.IsEmpty)
                {
                    if (call.Study is null)
                        call.Printer.Problem("journal-empty", new(
                            $"Found no entry in {workspace.Journal.Place}.", $"{workspace.Journal.Place} 中没有任何记录。"));
                    return ExitCode.Refused;
                }
                var checkpoints = ReadCheckpoints(workspace, call.Given(place));
                foreach (var fault in checkpoints.Faults)
                    call.Printer.Problem(RuleOf(fault.Kind), fault.Message);
                var sound = checkpoints.Faults.IsEmpty;
                foreach (var study in studies)
                {
                    var verdict = await JournalVerifier.VerifyAsync(
                        workspace.Journal, study, new CheckpointReading(checkpoints.Genuine, []), cancellation);
                    call.Printer.Say(new(
                        $"{verdict}; {verdict.CheckpointsAgreeing} checkpoints agree; "
                        + $"{(verdict.IsSound ? "sound" : "NOT SOUND")}",
                        $"{verdict}；{verdict.CheckpointsAgreeing} 个检查点相符；{(verdict.IsSound ? "完好" : "有问题")}"));
                    foreach (var fault in verdict.Faults)
                        call.Printer.Problem(RuleOf(fault.Kind), fault.Message);
                    sound &= verdict.IsSound;
                }
                return sound ? ExitCode.Done : ExitCode.Refused;
            });
    }

    // A key is made where one is missing: only asked for when there is something to hold against it.
    static CheckpointReading ReadCheckpoints(OpenedWorkspace workspace, string? place)
    {
        var path = place ?? Path.Combine(workspace.Folder.FullPath, "checkpoints");
        if (place is not null && !Directory.Exists(place))
            throw new DirectoryNotFoundException($"Found no folder {place}. Expected the folder of the checkpoints.");
        if (!Directory.Exists(path) || Directory.GetFiles(path, "*.json").Length == 0)
            return CheckpointReading.None;
        using var key = workspace.Folder.OpenCheckpointKey();
        return new CheckpointFolder(path).Read(key);
    }

    static string RuleOf(JournalFaultKind kind) => kind switch
    {
        JournalFaultKind.CheckpointNotGenuine => "checkpoint-not-genuine",
        JournalFaultKind.RolledBack => "journal-rolled-back",
        _ => $"journal-{kind.ToString().ToLowerInvariant()}",
    };

    static Verb Show()
    {
        var from = Inputs.OptionalWholeNumber("--from", "First entry", "起始条");
        var to = Inputs.OptionalWholeNumber("--to", "Last entry", "末尾条");
        var participant = Inputs.OptionalText("--participant", "ID", "Only what is about this participant", "只看某一受试者");
        return new Verb("show", "The audit trail: what happened, when, by whom", "稽查轨迹：何时、何人、何事",
            "medulla journal show --participant UH-001") { from, to, participant }
            .OnStudy(async (call, study, cancellation) =>
            {
                var seen = study.Seen;
                ParticipantId? about = null;
                if (call.Given(participant) is { } label)
                {
                    if (seen.FindParticipant(label) is not { } known)
                        return call.Printer.Refused([ParticipantReading.Unknown(new(label))]);
                    about = known.Id;
                }
                var entries = study.Desk.EntriesAsync(call.Given(from) ?? 1, call.Given(to) ?? long.MaxValue, cancellation);
                await foreach (var entry in entries)
                    if (about is not { } id || EntrySubject.Participants(seen, entry.Fact).Contains(id))
                        call.Printer.Line(
                            $"{entry.Position}  {PlainText.Utc(entry.RecordedAt)}  {entry.Actor}  "
                            + $"{EntrySentence.Of(seen, entry.Fact).In(call.Language)}");
                return ExitCode.Done;
            });
    }

    static Verb Checkpoint()
    {
        var place = CheckpointsOption();
        return new Verb("checkpoint", "Sign how far the journal has come; print the line to be kept on paper",
            "签署日志当前位置，打印一行供纸面留存",
            "medulla journal checkpoint --checkpoints /media/stick/checkpoints") { place }
            .OnStudy((call, study, _) =>
            {
                using var key = study.Folder.OpenCheckpointKey();
                var folder = call.Given(place) is { } path ? new CheckpointFolder(path) : study.Folder.Checkpoints;
                var signed = folder.Take(key, study.Desk.Study.Key, study.Desk.Head, TimeProvider.System);
                call.Printer.Line(signed.Line);
                if (call.Given(place) is null)
                    call.Printer.Hint(new(
                        "Kept inside the workspace. Keep this line on paper, or give --checkpoints a folder elsewhere: only "
                        + "that finds a rollback of the whole workspace.",
                        "检查点保存在工作区内。请将此行留存纸面，或用 --checkpoints 指定别处的文件夹：只有这样才能发现整个工作区被换回旧副本。"));
                return Task.FromResult(ExitCode.Done);
            });
    }
}

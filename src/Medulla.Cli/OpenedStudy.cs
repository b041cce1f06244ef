using System.Collections.Immutable;
using Medulla.Cli.Output;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Workspace;

namespace Medulla.Cli;

/// <summary>The study of one call: asks it, and prints what it decided.</summary>
sealed class OpenedStudy(VerbCall call, WorkspaceFolder folder, StudyDesk desk) : IDisposable
{
    public WorkspaceFolder Folder => folder;

    public StudyDesk Desk => desk;

    /// <summary>As the person who calls may see it.</summary>
    public StudyState Seen => desk.Study.AsSeenBy(call.Actor);

    /// <summary>By enrolment or screening number; one that nobody has is left to the study to refuse.</summary>
    public ParticipantId Participant(string label) => desk.Study.FindParticipant(label)?.Id ?? new ParticipantId(label);

    /// <summary>Submits a command and prints each fact that now holds, or every reason why not.</summary>
    public async Task<ExitCode> SubmitAsync(ICommand command, CancellationToken cancellation)
    {
        switch (await desk.SubmitAsync(command, call.Actor, cancellation))
        {
            case Decision.Accepted accepted:
                Print(accepted.Facts);
                return ExitCode.Done;
            case Decision.Refused refused:
                return call.Printer.Refused(refused.Reasons);
            case var other:
                throw new InvalidOperationException($"Found a decision of type {other.GetType().Name}. Expected one of two.");
        }
    }

    public void Dispose() => desk.Dispose();

    void Print(ImmutableArray<Fact> facts)
    {
        var first = desk.Head.Position - facts.Length + 1;
        foreach (var (index, fact) in facts.Index())
        {
            var sentence = EntrySentence.Of(Seen, fact);
            call.Printer.Say(new($"{sentence.En} [entry {first + index}]", $"{sentence.Zh}［第 {first + index} 条］"));
        }
    }
}

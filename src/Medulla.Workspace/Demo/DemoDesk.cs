using Medulla.Study;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Demo;

/// <summary>Asks the steps of a script; steps that an earlier run has already taken are passed over.</summary>
/// <remarks>
/// The script gives the same commands every time. While it has not yet come to where the journal ends, it is played in
/// memory alone; from there on every step is asked of the desk. So an interrupted demo goes on where it stopped.
/// </remarks>
sealed class DemoDesk(StudyDesk desk)
{
    public static readonly Actor Actor = new("demo");

    readonly long alreadyWritten = desk.Study.Position;
    StudyState played = StudyState.Empty(desk.Study.Key);

    /// <summary>The study as the script has played it so far.</summary>
    public StudyState Study => played;

    /// <exception cref="InvalidOperationException">The study refused; the journal holds something else than this script.</exception>
    public async Task AskAsync(ICommand command, CancellationToken cancellation)
    {
        if (played.Position < alreadyWritten)
        {
            played = played.Decide(command) is Decision.Accepted known
                ? known.Facts.Aggregate(played, (study, fact) => study.Apply(fact))
                : throw Stopped(command, played.Decide(command));
            return;
        }

        var decision = await desk.SubmitAsync(command, Actor, cancellation);
        if (decision is not Decision.Accepted)
            throw Stopped(command, decision);
        played = desk.Study;
    }

    InvalidOperationException Stopped(ICommand command, Decision decision) => new(
        $"The demo stopped in study {played.Key} at entry {played.Position}: {command.GetType().Name} was refused ("
        + string.Join("; ", ((Decision.Refused)decision).Reasons.Select(reason => reason.Message.En))
        + "). If somebody worked in this workspace, start it anew with --fresh.");
}

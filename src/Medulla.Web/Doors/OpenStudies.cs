using System.Collections.Concurrent;
using System.Collections.Immutable;
using Medulla.Study.Journal;
using Medulla.Workspace;

namespace Medulla.Web.Doors;

/// <summary>The studies of one journal, each folded when somebody first looks at it and followed from then on.</summary>
public sealed class OpenStudies(WebOptions options)
{
    readonly ConcurrentDictionary<StudyKey, Lazy<Task<StudyDesk>>> desks = new();

    public Task<ImmutableArray<StudyKey>> KeysAsync(CancellationToken cancellation) =>
        options.Journal.StudiesAsync(cancellation);

    /// <summary>The desk of a study, with everything that was written until now; null when there is no such study.</summary>
    public async Task<StudyDesk?> FindAsync(StudyKey key, CancellationToken cancellation)
    {
        if (!desks.ContainsKey(key) && !(await KeysAsync(cancellation)).Contains(key))
            return null;

        var opening = desks.GetOrAdd(key, known => new(() =>
            StudyDesk.OpenAsync(options.Journal, known, options.Clock, CancellationToken.None)));
        try
        {
            var desk = await opening.Value.WaitAsync(cancellation);
            await desk.FollowAsync(cancellation);
            return desk;
        }
        catch (Exception) when (opening.Value.IsFaulted)
        {
            // A failed opening is not kept: once the cause is mended, the next look tries again.
            desks.TryRemove(new(key, opening));
            throw;
        }
    }
}

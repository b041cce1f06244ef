using System.Collections.Immutable;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Web.Doors;

namespace Medulla.Web.Reading;

/// <summary>Which entries are asked for.</summary>
/// <param name="Participant">Only entries about this participant; null for all.</param>
/// <param name="FactName">Only entries of this kind, by its stored name; null for all.</param>
/// <param name="Before">Only entries up to this position; null for the newest.</param>
public sealed record JournalQuestion(ParticipantId? Participant, string? FactName, long? Before);

/// <param name="Seal">64 hexadecimal digits.</param>
public sealed record ShownEntry(JournalEntry Entry, string FactName, string Seal);

/// <summary>One page of the journal, newest first.</summary>
/// <param name="Matching">How many entries fit, on this page and all others.</param>
/// <param name="Older">Position at which the next page begins; null on the last.</param>
/// <param name="Newer">Position at which the page before begins; null on the first.</param>
public sealed record JournalPageContent(ImmutableArray<ShownEntry> Entries, int Matching, long? Older, long? Newer);

/// <summary>Reads the journal for its page. Every entry that is read has its seal verified.</summary>
public static class JournalReading
{
    public static async Task<JournalPageContent> ReadAsync(PageScope here, JournalQuestion question, int pageSize)
    {
        var matching = await MatchingAsync(here, question);
        var upTo = matching.Where(found => question.Before is not { } before || found.Entry.Position <= before).ToList();
        ImmutableArray<ShownEntry> shown = [.. upTo.Take(pageSize)];
        var newer = matching.Count - upTo.Count;
        return new JournalPageContent(
            shown,
            matching.Count,
            upTo.Count > pageSize ? upTo[pageSize].Entry.Position : null,
            newer == 0 ? null : matching[Math.Max(0, newer - pageSize)].Entry.Position);
    }

    /// <summary>Everything that fits, newest first.</summary>
    static async Task<List<ShownEntry>> MatchingAsync(PageScope here, JournalQuestion question)
    {
        var cancellation = here.Context.RequestAborted;
        var head = here.Study.Position;
        var seals = new Dictionary<long, (string FactName, string Seal)>();
        await foreach (var row in here.Journal.RowsAsync(here.Study.Key, 1, head, cancellation))
            seals[row.Position] = (row.FactName, Seal.Text(row.Seal));

        var found = new List<ShownEntry>();
        await foreach (var entry in here.Desk.EntriesAsync(1, head, cancellation))
        {
            var (factName, seal) = seals[entry.Position];
            if (question.FactName is { } wanted && wanted != factName)
                continue;
            if (question.Participant is { } participant
                && !EntrySubject.Participants(here.Study, entry.Fact).Contains(participant))
                continue;
            found.Add(new ShownEntry(entry, factName, seal));
        }

        found.Reverse();
        return found;
    }
}

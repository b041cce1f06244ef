using System.Collections.Immutable;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>All visits and forms of the study, by participant.</summary>
public sealed record Casebooks(Map<ParticipantId, Casebook> ByParticipant)
{
    public static Casebooks Empty { get; } = new(Map<ParticipantId, Casebook>.Empty);

    public Casebook Of(ParticipantId participant) => ByParticipant.Find(participant) ?? Casebook.Empty;

    public Casebooks With(ParticipantId participant, Casebook casebook) => new(ByParticipant.With(participant, casebook));

    /// <summary>With the query raised, or as it stands now.</summary>
    public Casebooks With(ParticipantId participant, Query query)
    {
        var casebook = Of(participant);
        return With(participant, casebook with { Queries = casebook.Queries.With(query.Key, query) });
    }
}

/// <summary>What was captured about one participant.</summary>
/// <param name="Visits">By the visit's code.</param>
public sealed record Casebook(
    Map<string, VisitRecord> Visits, Map<FormKey, FormRecord> Forms, Map<QueryKey, Query> Queries)
{
    public static Casebook Empty { get; } = new(
        Map<string, VisitRecord>.Empty, Map<FormKey, FormRecord>.Empty, Map<QueryKey, Query>.Empty);

    public FormRecord? FindForm(string visit, string form) => Forms.Find(new FormKey(visit, form));

    /// <summary>The saved value of an item; null when nothing is saved.</summary>
    public string? Value(string visit, string form, string item) => FindForm(visit, form)?.Values.GetValueOrDefault(item);

    public IEnumerable<Query> OpenQueries => Queries.Values.Where(query => query.IsOpen);
}

/// <summary>A visit that took place.</summary>
public sealed record VisitRecord(string Visit, DateOnly VisitedOn);

/// <summary>Names a form of a participant: which form, at which visit.</summary>
public readonly record struct FormKey(string Visit, string Form) : IComparable<FormKey>
{
    public int CompareTo(FormKey other)
    {
        var byVisit = string.CompareOrdinal(Visit, other.Visit);
        return byVisit != 0 ? byVisit : string.CompareOrdinal(Form, other.Form);
    }
}

/// <summary>A form as it stands, with the way back to what it was.</summary>
/// <param name="Values">Item → value in its stored form; an item that is absent has no value.</param>
/// <param name="Position">Of the entry that saved it; actor, time and reason are read from there.</param>
/// <param name="Before">The form before that save; null for the first.</param>
public sealed record FormRecord(ImmutableSortedDictionary<string, string> Values, long Position, FormRecord? Before);

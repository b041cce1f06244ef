using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>Names the item a query is about.</summary>
public readonly record struct QueryKey(string Visit, string Form, string Item) : IComparable<QueryKey>
{
    public int CompareTo(QueryKey other)
    {
        var byForm = new FormKey(Visit, Form).CompareTo(new FormKey(other.Visit, other.Form));
        return byForm != 0 ? byForm : string.CompareOrdinal(Item, other.Item);
    }
}

/// <summary>
/// A data clarification: one at a time for an item, raised by an edit check, closed when the value passes it.
/// </summary>
/// <param name="RaisedAt">Journal position.</param>
/// <param name="ClosedAt">Journal position; null while open.</param>
public sealed record Query(QueryKey Key, string Rule, string Value, long RaisedAt, long? ClosedAt)
{
    public bool IsOpen => ClosedAt is null;
}

/// <summary>An edit check questioned a value. The value is kept as it stands in the source.</summary>
public sealed record QueryRaised(
    ParticipantId Participant, string Visit, string Form, string Item, string Rule, string Value) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study with
    {
        Capture = study.Capture.With(
            Participant, new Query(new(Visit, Form, Item), Rule, Value, study.Position, ClosedAt: null)),
    };
}

/// <summary>The value that was questioned now passes its check.</summary>
public sealed record QueryClosed(ParticipantId Participant, string Visit, string Form, string Item) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study with
    {
        Capture = study.Capture.With(
            Participant, study.Capture.Of(Participant).Queries[new(Visit, Form, Item)] with { ClosedAt = study.Position }),
    };
}

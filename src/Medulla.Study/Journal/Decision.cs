using System.Collections.Immutable;

namespace Medulla.Study.Journal;

/// <summary>What the study says to a command: the facts that now hold, or every reason why not.</summary>
public abstract record Decision
{
    Decision() { }

    /// <param name="Facts">Recorded together or not at all. Never empty.</param>
    public sealed record Accepted(ImmutableArray<Fact> Facts) : Decision;

    /// <param name="Reasons">All of them at once. Never empty.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : Decision;

    public static Decision Accept(params ReadOnlySpan<Fact> facts) => new Accepted([.. facts]);

    public static Decision Refuse(params ReadOnlySpan<Refusal> reasons) => new Refused([.. reasons]);

    /// <summary>Refused if there is a reason; otherwise the facts hold.</summary>
    public static Decision Unless(IEnumerable<Refusal> reasons, Func<IEnumerable<Fact>> facts)
    {
        ImmutableArray<Refusal> all = [.. reasons];
        return all.IsEmpty ? new Accepted([.. facts()]) : new Refused(all);
    }
}

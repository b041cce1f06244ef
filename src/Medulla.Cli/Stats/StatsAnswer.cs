using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Medulla.Figures;

namespace Medulla.Cli.Stats;

/// <summary>A table of the answer.</summary>
/// <param name="Titles">Of the columns.</param>
/// <param name="Rows">As printed.</param>
sealed record StatsTable(ImmutableArray<Bilingual> Titles, ImmutableArray<string[]> Rows);

/// <summary>What a verb computed, for people and for programs.</summary>
/// <param name="Title">What was estimated of how many.</param>
/// <param name="Tables">Fit to be pasted into a paper.</param>
/// <param name="Remarks">What is said below them.</param>
/// <param name="Conventions">How it was computed, in the library's words.</param>
/// <param name="Result">The same for programs, in the library's names.</param>
sealed record StatsAnswer(
    Bilingual Title, ImmutableArray<StatsTable> Tables, ImmutableArray<Bilingual> Remarks,
    ImmutableArray<string> Conventions, JsonObject Result)
{
    /// <summary>Null where the verb has no figure for this question.</summary>
    public Func<Language, Figure>? Figure { get; init; }

    /// <summary>The numbers come from a simulation.</summary>
    public bool Simulated { get; init; }
}

using System.Text.Json;

namespace Medulla.Qualification;

/// <summary>One question of a reference folder, with the answer to meet.</summary>
/// <param name="Topic">Of the file it stands in.</param>
/// <param name="Id">A label for people; nothing is decided by it.</param>
/// <param name="Dataset">A file of the cohorts folder without <c>.csv</c>, or <c>(inline…)</c>.</param>
/// <param name="Subset">R condition applied to the rows first; empty for all.</param>
/// <param name="Arguments">The whole request as data.</param>
/// <param name="Result">What the reference gave; read by the comparison alone.</param>
public sealed record ReferenceCase(
    string Topic, string Id, string Dataset, string Subset, JsonElement Arguments, JsonElement Result)
{
    public string Method => Arguments.GetProperty("method").GetString()!;

    /// <summary>Whether the data stand in the request itself.</summary>
    public bool Inline => Dataset.StartsWith("(inline", StringComparison.Ordinal);
}

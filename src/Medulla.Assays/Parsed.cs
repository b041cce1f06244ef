using System.Collections.Immutable;

namespace Medulla.Assays;

/// <summary>The content of a file together with everything odd about it.</summary>
/// <param name="Value">Null when a finding is an error: half a file is not given out.</param>
/// <param name="Findings">All of one pass, in the order of the file.</param>
public sealed record Parsed<T>(T? Value, ImmutableArray<Finding> Findings)
    where T : class
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}

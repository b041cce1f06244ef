using System.Collections.Immutable;

namespace Medulla.Assays;

/// <summary>Collects what a reader finds in one file, so that everything comes back at once.</summary>
public sealed class Findings(string file)
{
    readonly ImmutableArray<Finding>.Builder found = ImmutableArray.CreateBuilder<Finding>();

    public bool HaveErrors => found.Any(finding => finding.Severity == Severity.Error);

    public void Fail(string rule, int line, int column, string message) =>
        found.Add(new Finding(Severity.Error, rule, file, line, column, message));

    public void Warn(string rule, int line, int column, string message) =>
        found.Add(new Finding(Severity.Warning, rule, file, line, column, message));

    /// <summary>The content, unless a finding is an error.</summary>
    public Parsed<T> Give<T>(T? value)
        where T : class =>
        new(HaveErrors ? null : value, [.. found.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)]);
}

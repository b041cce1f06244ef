using System.Collections.Immutable;
namespace Medulla.Assays;
public enum Severity { Warning, Error }
public sealed record Finding(Severity Severity, string Rule, string File, int Line, int Column, string Message);
public sealed record Parsed<T>(T? Value, ImmutableArray<Finding> Findings) where T : class;

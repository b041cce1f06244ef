namespace Medulla.Assays;

/// <summary>How much a finding weighs: an error withholds the content, a warning comes with it.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>What is odd about one place of a file.</summary>
/// <param name="Rule">Stable readable name, such as <c>column-count</c>; a caller may word the finding by it.</param>
/// <param name="Line">From 1, as an editor counts.</param>
/// <param name="Column">Cell of a table, or character of a line, from 1.</param>
/// <param name="Message">One or two sentences: what was found, what was expected, the remedy if there is one.</param>
public sealed record Finding(Severity Severity, string Rule, string File, int Line, int Column, string Message);

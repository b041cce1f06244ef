using Medulla.Assays;

namespace Medulla.Study.Tests.Definition;

/// <summary>A good file with one place altered, so that the fault is the only one.</summary>
sealed record AlteredFile(string Text)
{
    /// <param name="from">Stands exactly once in the file.</param>
    public static AlteredFile Of(string text, string from, string to)
    {
        Assert.Single(Occurrences(text, from));
        return new(text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The only finding has this rule and message, and stands where a text begins that occurs once.</summary>
    public void AssertOnlyFinding<T>(Parsed<T> read, string rule, string at, string message) where T : class
    {
        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        var (line, column) = PlaceOf(at);
        Assert.Equal(
            $"{rule} at {line}:{column}: {message}", $"{finding.Rule} at {finding.Line}:{finding.Column}: {finding.Message}");
        Assert.Equal(Severity.Error, finding.Severity);
    }

    (int Line, int Column) PlaceOf(string at)
    {
        var position = Assert.Single(Occurrences(Text, at));
        var before = Text[..position];
        return (before.Count(letter => letter == '\n') + 1, position - before.LastIndexOf('\n'));
    }

    static List<int> Occurrences(string text, string part)
    {
        var positions = new List<int>();
        for (var at = Next(0); at >= 0; at = Next(at + 1))
            positions.Add(at);
        return positions;

        int Next(int from) => text.IndexOf(part, from, StringComparison.Ordinal);
    }
}

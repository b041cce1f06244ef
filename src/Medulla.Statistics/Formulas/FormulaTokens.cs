using System.Text.RegularExpressions;

namespace Medulla.Statistics.Formulas;

/// <summary>The words of a formula, read one after the other.</summary>
sealed partial class FormulaTokens
{
    readonly string text;
    readonly (string Word, int Column)[] tokens;
    int position;

    public FormulaTokens(string text)
    {
        this.text = text;
        var found = new List<(string, int)>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var match = Token().Match(text, at);
            if (!match.Success || match.Index != at)
                throw new FormulaException($"Found '{text[at]}' at column {at + 1} of '{text}'. Expected a name, a number or "
                    + "one of + - * / ^ : ~ ( ) , and the comparisons.", at + 1);
            found.Add((match.Value, at + 1));
            at += match.Length;
        }

        tokens = [.. found];
    }

    public bool AtEnd => position == tokens.Length;

    public string? Next => AtEnd ? null : tokens[position].Word;

    public string? AfterNext => position + 1 < tokens.Length ? tokens[position + 1].Word : null;

    /// <summary>Where the next word begins, counted from 1.</summary>
    public int Column => AtEnd ? text.Length + 1 : tokens[position].Column;

    /// <summary>What has been read since a column, as written.</summary>
    public string Since(int column) =>
        text[(column - 1)..(tokens[position - 1].Column - 1 + tokens[position - 1].Word.Length)];

    public static bool IsName(string? word) =>
        word is { Length: > 0 } && (char.IsLetter(word[0]) || word[0] is '_' or '.' or '`');

    /// <summary>The name of a column, of which backticks are no part.</summary>
    public string ReadName()
    {
        if (!IsName(Next))
            throw Problem("the name of a column");
        FirstMention.TryAdd(Next!.Trim('`'), Column);
        return Read().Trim('`');
    }

    /// <summary>Where each column was named first.</summary>
    public Dictionary<string, int> FirstMention { get; } = new(StringComparer.Ordinal);

    public string Read() => AtEnd ? throw Problem("something more") : tokens[position++].Word;

    public bool Take(string word)
    {
        if (Next != word)
            return false;
        position++;
        return true;
    }

    public void Require(string word)
    {
        if (!Take(word))
            throw Problem($"'{word}'");
    }

    public FormulaException Problem(string expected)
    {
        var column = AtEnd ? text.Length + 1 : tokens[position].Column;
        return new FormulaException(
            $"Found {(AtEnd ? "the end" : $"'{Next}'")} at column {column} of '{text}'. Expected {expected}.", column);
    }

    [GeneratedRegex(
        @"`[^`]+`|[\p{L}_.][\p{L}\p{Nd}_.]*|[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|==|!=|<=|>=|'[^']*'|""[^""]*""|[-+*/^():<>&|!~,=]",
        RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}

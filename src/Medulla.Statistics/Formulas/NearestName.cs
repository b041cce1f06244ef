namespace Medulla.Statistics.Formulas;

/// <summary>What was probably meant by a name that is not there.</summary>
static class NearestName
{
    /// <summary>
    /// The name with the fewest letters to change, a third of the word at most; null where none is that near.
    /// </summary>
    public static string? To(string word, IEnumerable<string> names) => names
        .Select(name => (Name: name, Changes: Changes(word, name)))
        .Where(candidate => candidate.Changes <= Math.Max(1, Math.Max(word.Length, candidate.Name.Length) / 3))
        .OrderBy(candidate => candidate.Changes)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Letters put in, left out or replaced; capitals count as small ones.
    static int Changes(string word, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        var current = new int[other.Length + 1];
        for (var row = 1; row <= word.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var same = char.ToUpperInvariant(word[row - 1]) == char.ToUpperInvariant(other[column - 1]);
                current[column] = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + (same ? 0 : 1));
            }
            (previous, current) = (current, previous);
        }
        return previous[^1];
    }
}

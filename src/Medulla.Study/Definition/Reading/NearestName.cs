namespace Medulla.Study.Definition.Reading;

/// <summary>Finds the name that somebody meant.</summary>
static class NearestName
{
    /// <summary>The known name that differs in the fewest letters; null when none is near.</summary>
    /// <remarks>Near: at most a third of the letters written, added, left out or exchanged; case does not count.</remarks>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (Name: name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, written.Length / 3) ? nearest.Name : null;
    }

    /// <remarks>Levenshtein 1966, two rows.</remarks>
    static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        var current = new int[to.Length + 1];
        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var exchange = previous[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(exchange, Math.Min(previous[column], current[column - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[to.Length];
    }
}

using System.Collections.Immutable;

namespace Medulla.Statistics.Comparison;

/// <summary>One table of rows and columns per stratum; within a stratum a row or column may be empty.</summary>
public sealed class StratifiedTables
{
    readonly ImmutableArray<int[,]> strata;

    StratifiedTables(ImmutableArray<int[,]> strata) => this.strata = strata;

    public int Rows => strata[0].GetLength(0);

    public int Columns => strata[0].GetLength(1);

    public int Strata => strata.Length;

    public int this[int stratum, int row, int column] => strata[stratum][row, column];

    /// <param name="strata">At least one; all of one size, 2 × 2 or larger; at least two participants in each.</param>
    /// <exception cref="ArgumentException">Sizes differ, a count is below 0, or a stratum has fewer than two
    /// participants.</exception>
    public static StratifiedTables Of(params IReadOnlyList<int[,]> strata)
    {
        if (strata.Count == 0)
            throw new ArgumentException("Found no strata. Expected at least one.", nameof(strata));
        for (var stratum = 0; stratum < strata.Count; stratum++)
        {
            var (rows, columns) = (strata[stratum].GetLength(0), strata[stratum].GetLength(1));
            if (rows < 2 || columns < 2 || rows != strata[0].GetLength(0) || columns != strata[0].GetLength(1))
                throw new ArgumentException(
                    $"Found {rows} × {columns} in stratum {stratum}. Expected one size of at least 2 × 2.", nameof(strata));
            int[] counts = [.. strata[stratum].Cast<int>()];
            if (counts.Any(count => count < 0))
                throw new ArgumentException(
                    $"Found a count below 0 in stratum {stratum}. Expected 0 or more.", nameof(strata));
            if (counts.Sum() < 2)
                throw new ArgumentException(
                    $"Found {counts.Sum()} participants in stratum {stratum}. Expected at least two: leave it out, or "
                        + "merge it.",
                    nameof(strata));
        }

        return new StratifiedTables([.. strata.Select(counts => (int[,])counts.Clone())]);
    }

    /// <summary>Counts participants by two columns within each stratum, each category in rising order.</summary>
    /// <exception cref="ArgumentException">Lengths differ, too few categories, or a stratum of fewer than two.</exception>
    public static StratifiedTables Of<TRow, TColumn, TStratum>(
        IReadOnlyList<TRow> rowOf, IReadOnlyList<TColumn> columnOf, IReadOnlyList<TStratum> stratumOf)
        where TRow : notnull
        where TColumn : notnull
        where TStratum : notnull
    {
        if (rowOf.Count != columnOf.Count || rowOf.Count != stratumOf.Count)
            throw new ArgumentException(
                $"Found {rowOf.Count}, {columnOf.Count} and {stratumOf.Count} values. Expected one of each per participant.",
                nameof(stratumOf));

        var rows = Places(rowOf);
        var columns = Places(columnOf);
        var places = Places(stratumOf);
        var counts = Enumerable.Range(0, places.Count).Select(_ => new int[rows.Count, columns.Count]).ToArray();
        for (var participant = 0; participant < rowOf.Count; participant++)
            counts[places[stratumOf[participant]]][rows[rowOf[participant]], columns[columnOf[participant]]]++;
        return Of(counts);
    }

    static Dictionary<T, int> Places<T>(IReadOnlyList<T> values)
        where T : notnull =>
        values.Distinct().Order().Select((value, place) => (value, place)).ToDictionary(pair => pair.value, pair => pair.place);
}

using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Cutpoints;

/// <summary>The cuts of a marker that a range allows, with the participants in the marker's order.</summary>
sealed class MarkerCuts
{
    /// <exception cref="ArgumentException">A value is not finite, or no cut lies in the range.</exception>
    public MarkerCuts(IReadOnlyList<double> marker, CutpointRange range, string argument)
    {
        range.RequireUsable(nameof(range));
        Values = [.. marker];
        for (var index = 0; index < Values.Length; index++)
            if (!double.IsFinite(Values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the marker value {Values[index]} at index {index}. Expected a finite number: leave out "
                        + $"missing values first."), argument);
        Order = RadixSort.Order(Values);
        Ends = [.. Enumerable.Range(1, Math.Max(0, Values.Length - 1)).Where(end =>
            end >= range.Least(Values.Length) && end <= range.Most(Values.Length)
            && Values[Order[end]] != Values[Order[end - 1]])];
        if (Ends.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found no cut that leaves {range.LeastShare} to {range.MostShare} of {Values.Length} participants at or "
                    + $"below it. "
                    + $"Expected a marker with more distinct values, or a wider range."), argument);
    }

    public double[] Values { get; }

    /// <summary>Places of the participants, lowest value first.</summary>
    public int[] Order { get; }

    /// <summary>How many participants lie at or below each cut, ascending.</summary>
    public ImmutableArray<int> Ends { get; }

    /// <summary>The value that belongs to the lower group, as in R's maxstat.</summary>
    public double Cut(int end) => Values[Order[end - 1]];
}

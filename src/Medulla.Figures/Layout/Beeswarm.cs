using System.Collections.Immutable;

namespace Medulla.Figures.Layout;

/// <summary>Spreads points sideways so that each is seen; the same values always give the same picture.</summary>
static class Beeswarm
{
    /// <param name="heights">Millimetres on the page, in any order.</param>
    /// <param name="radius">Of a point.</param>
    /// <param name="halfWidth">How far a point may move; beyond it, points overlap.</param>
    /// <returns>The sideways offset of each point, in the order given.</returns>
    public static ImmutableArray<double> Offsets(IReadOnlyList<double> heights, double radius, double halfWidth)
    {
        var offsets = new double[heights.Count];
        var placed = new List<Point>();
        foreach (var point in Enumerable.Range(0, heights.Count).OrderByDescending(point => heights[point]))
        {
            var y = heights[point];
            var near = placed.Where(other => Math.Abs(other.Y - y) < 2 * radius).ToList();
            var offset = Candidates(radius, halfWidth)
                .Select(candidate => (double?)candidate)
                .FirstOrDefault(candidate => near.TrueForAll(other =>
                    Math.Sqrt(Math.Pow(other.X - candidate!.Value, 2) + Math.Pow(other.Y - y, 2)) >= 2 * radius * 0.99));
            offsets[point] = offset ?? 0;
            placed.Add(new(offsets[point], y));
        }
        return [.. offsets];
    }

    static IEnumerable<double> Candidates(double radius, double halfWidth)
    {
        yield return 0;
        for (var step = 1; step * radius / 2 <= halfWidth; step++)
        {
            yield return step * radius / 2;
            yield return -step * radius / 2;
        }
    }
}

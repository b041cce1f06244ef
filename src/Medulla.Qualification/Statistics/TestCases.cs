using Medulla.Statistics.Distributions;

namespace Medulla.Qualification.Statistics;

/// <summary>What requests of tests share.</summary>
static class TestCases
{
    public static double Level(CaseInput input) => input.Number("level", absent: 0.95);

    public static double?[] Limits(Interval? interval) => [interval?.Lower, interval?.Upper];

    /// <summary>The outcome of each group, groups in rising order.</summary>
    public static double[][] Outcomes(CaseInput input)
    {
        var values = input.Values(input.Text("outcome"));
        return [.. input.Groups(input.Text("group")).Select(group => group.Rows.Select(row => values[row]).ToArray())];
    }

    /// <summary>Places of the values of a column among its sorted values, and how many values there are.</summary>
    public static (int[] Places, int Count) Categories(CaseInput input, string column)
    {
        var groups = input.Groups(column);
        var places = new int[input.Count];
        foreach (var (place, group) in groups.Index())
            foreach (var row in group.Rows)
                places[row] = place;
        return (places, groups.Count);
    }
}

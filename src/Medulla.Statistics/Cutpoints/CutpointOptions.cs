using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Cutpoints;

/// <summary>How a cut is looked for, and how hard the answer is doubted.</summary>
public sealed record CutpointOptions
{
    /// <summary>Which cuts the corrected probability allows for, and a survival cut is chosen from.</summary>
    public CutpointRange Range { get; init; } = CutpointRange.Usual;

    /// <summary>Shuffled cohorts behind the corrected probability, at least 1.</summary>
    public int Permutations { get; init; } = 9_999;

    /// <summary>Bootstrap replicates behind the interval of the cut, at least 1.</summary>
    public int Replicates { get; init; } = 1_000;

    /// <summary>The same seed gives the same numbers, on any machine and thread.</summary>
    public ulong Seed { get; init; } = 1;

    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;

    internal void RequireUsable(string argument)
    {
        Distributions.ConfidenceLevel.Require(ConfidenceLevel);
        Range.RequireUsable(argument);
        if (Permutations < 1 || Replicates < 1)
            throw new ArgumentException(
                $"Found {Permutations} permutations and {Replicates} replicates. Expected at least 1 of each.", argument);
    }
}

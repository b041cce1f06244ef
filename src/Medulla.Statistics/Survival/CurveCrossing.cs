namespace Medulla.Statistics.Survival;

/// <summary>Where a curve reaches a level.</summary>
/// <remarks>
/// A confidence curve can rise again where few are left at risk. As in R, the step that counts is then the one
/// whose value lies next below the level, not the first below it.
/// </remarks>
struct CurveCrossing(double level)
{
    // 23/24 × 22/23 × … × 12/13 is one half, but comes out as 0.5000000000000001.
    const double RoundingTolerance = 1.4901161193847656e-8;

    double reachedValue = double.NegativeInfinity, belowValue = double.NegativeInfinity;
    int reached = -1, below = -1;

    public void Meet(int row, double value)
    {
        if (value <= level + RoundingTolerance && value > reachedValue)
            (reached, reachedValue) = (row, value);
        if (value <= level - RoundingTolerance && value > belowValue)
            (below, belowValue) = (row, value);
    }

    /// <summary>Null when the curve does not fall that far.</summary>
    public readonly double? Time(ReadOnlySpan<double> times) =>
        reached < 0 ? null
        : reachedValue < level - RoundingTolerance ? times[reached]
        : (times[reached] + times[below >= 0 ? below : times.Length - 1]) / 2;
}

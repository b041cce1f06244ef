using System.Globalization;

namespace Medulla.Statistics.Cutpoints;

/// <summary>Which cuts are looked at: those that leave a share of the participants on either side.</summary>
/// <param name="LeastShare">Of participants at or below the cut; R: <c>minprop</c>.</param>
/// <param name="MostShare">Of participants at or below the cut; R: <c>maxprop</c>.</param>
public readonly record struct CutpointRange(double LeastShare, double MostShare)
{
    /// <summary>From a tenth to nine tenths, R's default.</summary>
    public static CutpointRange Usual { get; } = new(0.1, 0.9);

    internal int Least(int participants) => Math.Max(1, (int)Math.Floor(participants * LeastShare));

    internal int Most(int participants) => Math.Min(participants - 1, (int)Math.Floor(participants * MostShare));

    internal void RequireUsable(string argument)
    {
        if (!(LeastShare >= 0 && LeastShare < MostShare && MostShare <= 1))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found the range of shares {LeastShare} to {MostShare}. Expected two shares from 0 to 1, the lower first."),
                argument);
    }
}

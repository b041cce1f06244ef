namespace Medulla.Statistics.Distributions;

/// <summary>Two limits with everything between them; both ends belong to it.</summary>
/// <param name="Lower">Never above <paramref name="Upper"/>.</param>
/// <param name="Upper">In the unit of the estimate it belongs to.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    public bool Contains(double value) => Lower <= value && value <= Upper;
}

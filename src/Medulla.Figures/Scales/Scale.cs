using System.Collections.Immutable;

namespace Medulla.Figures.Scales;

/// <param name="Label">Reads back as exactly <paramref name="Value"/>; empty on minor ticks.</param>
public readonly record struct Tick(double Value, string Label)
{
    public bool IsMajor => Label.Length > 0;
}

/// <summary>Places values on the page and reads them back.</summary>
/// <param name="from">The value at <paramref name="startMm"/>.</param>
/// <param name="to">The value at <paramref name="endMm"/>; greater than <paramref name="from"/>.</param>
public abstract class Scale(double from, double to, double startMm, double endMm)
{
    public double From { get; } = from;

    public double To { get; } = to;

    public double StartMm { get; } = startMm;

    /// <summary>Smaller than <see cref="StartMm"/> on an upright axis, because y grows downward.</summary>
    public double EndMm { get; } = endMm;

    public double LengthMm => Math.Abs(EndMm - StartMm);

    public bool Contains(double value) => value >= From && value <= To;

    /// <summary>Millimetres on the page.</summary>
    public abstract double Place(double value);

    /// <summary>The inverse of <see cref="Place"/>.</summary>
    public abstract double Read(double millimetres);

    /// <summary>Where the axis is marked, inside the domain, smallest first.</summary>
    /// <param name="millimetresPerTick">Wished; the steps are round numbers, so about that.</param>
    public abstract ImmutableArray<Tick> Ticks(double millimetresPerTick);
}

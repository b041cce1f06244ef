using System.Collections.Immutable;

namespace Medulla.Figures.Scales;

/// <summary>A log axis with a stub for zero on its left, parted by a gap that is drawn.</summary>
public sealed class BrokenLogScale : LogScale
{
    /// <summary>The stub's length; zero stands in its middle.</summary>
    public const double StubMm = 10;

    readonly double stubStartMm;

    public BrokenLogScale(double from, double to, double startMm, double endMm)
        : base(from, to, startMm + StubMm, endMm) => stubStartMm = startMm;

    /// <summary>Where the axis line is interrupted.</summary>
    public double BreakMm => StartMm - 2.4;

    public double StubStartMm => stubStartMm;

    public override double Place(double value) => value == 0 ? stubStartMm + StubMm / 2 - 0.5 : base.Place(value);

    public override double Read(double millimetres) => millimetres < BreakMm ? 0 : base.Read(millimetres);

    public override ImmutableArray<Tick> Ticks(double millimetresPerTick) =>
        [new Tick(0, "0"), .. base.Ticks(millimetresPerTick)];
}

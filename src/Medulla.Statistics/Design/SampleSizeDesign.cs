using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>A size and the power it has.</summary>
/// <param name="Size">In the unit of the design.</param>
/// <param name="Power">Between 0 and 1.</param>
public readonly record struct PowerPoint(double Size, double Power);

/// <summary>A question asked beforehand: which size for a power, which power for a size.</summary>
/// <remarks>
/// Sizes are what the formula gives, not rounded, as R reports them; <see cref="WholeSize"/> is the number to recruit.
/// </remarks>
public abstract record SampleSizeDesign
{
    // A size that is whole but for rounding is not raised by one.
    const double Rounding = 1e-9;

    private protected SampleSizeDesign()
    {
    }

    /// <summary>Two-sided level of the test, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>What is counted: "events", "participants per group".</summary>
    public abstract string Unit { get; }

    /// <summary>The formula by name, and the R call.</summary>
    public abstract string Convention { get; }

    /// <summary>Power that a size has.</summary>
    /// <param name="size">Above 0, in <see cref="Unit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is too small for the formula.</exception>
    public abstract double PowerAt(double size);

    /// <summary>Size that a power needs, not rounded.</summary>
    /// <param name="power">Above <see cref="Alpha"/>, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The power is not above the level and below 1.</exception>
    public abstract double SizeFor(double power);

    /// <summary>The next whole number at or above <see cref="SizeFor"/>.</summary>
    /// <param name="power">Above <see cref="Alpha"/>, below 1.</param>
    public int WholeSize(double power) => (int)Math.Ceiling(SizeFor(power) - Rounding);

    /// <summary>Power over sizes, for a figure.</summary>
    public ImmutableArray<PowerPoint> Curve(IEnumerable<double> sizes) =>
        [.. sizes.Select(size => new PowerPoint(size, PowerAt(size)))];

    private protected double CriticalValue => StandardNormal.Quantile(1 - DesignNumbers.RequireShare(Alpha, nameof(Alpha)) / 2);

    /// <summary>Normal quantile of the power.</summary>
    private protected double PowerValue(double power) =>
        power > Alpha && power < 1
            ? StandardNormal.Quantile(power)
            : throw new ArgumentOutOfRangeException(
                nameof(power), power, "Expected above the level of the test and below 1, such as 0.8.");

    private protected static double RequireSize(double size, double above = 0) =>
        size > above && double.IsFinite(size)
            ? size
            : throw new ArgumentOutOfRangeException(nameof(size), size, $"Expected a finite number above {above}.");
}

using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Scales;

/// <summary>Equal differences take equal lengths.</summary>
public class LinearScale : Scale
{
    // Ends like 0.1 × 3 may miss their tick by a rounding error.
    const double Tolerance = 1e-9;

    static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <exception cref="ArgumentException">The domain is empty or reversed.</exception>
    public LinearScale(double from, double to, double startMm, double endMm)
        : base(from, to, startMm, endMm)
    {
        if (!(from < to))
            throw new ArgumentException($"Found the domain {from} to {to}. Expected the second end above the first.",
                nameof(to));
    }

    /// <summary>From 0 to 100 per cent.</summary>
    public static LinearScale Percent(double startMm, double endMm) => new(0, 100, startMm, endMm);

    public override double Place(double value) => StartMm + (value - From) / (To - From) * (EndMm - StartMm);

    public override double Read(double millimetres) =>
        From + (millimetres - StartMm) / (EndMm - StartMm) * (To - From);

    public override ImmutableArray<Tick> Ticks(double millimetresPerTick) =>
        Multiples(From, To, Step(From, To, LengthMm / millimetresPerTick));

    /// <summary>The smallest round number at or above the value that ends a tick step.</summary>
    public static double RoundTop(double value, double wantedTicks)
    {
        var step = Step(0, value, wantedTicks);
        return Math.Ceiling(value / step - Tolerance) * step;
    }

    internal static double Step(double from, double to, double wantedTicks)
    {
        var raw = (to - from) / Math.Max(1, wantedTicks);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return Steps.Select(step => step * power).MinBy(step => Math.Abs(Math.Log(step / raw)));
    }

    internal static ImmutableArray<Tick> Multiples(double from, double to, double step)
    {
        // Each tick is its own multiple: adding the step up gives 0.30000000000000004.
        var decimals = Decimals(step);
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var multiple = Math.Ceiling(from / step - Tolerance); multiple <= to / step + Tolerance; multiple++)
        {
            var value = Math.Round(multiple * step, Math.Min(15, decimals));
            ticks.Add(new(value, NumberText.Fixed(value, decimals)));
        }
        return ticks.ToImmutable();
    }

    static int Decimals(double step)
    {
        var exponent = (int)Math.Floor(Math.Log10(step) + Tolerance);
        var isTwoAndHalf = Math.Abs(step / Math.Pow(10, exponent) - 2.5) < Tolerance;
        return Math.Max(0, -exponent + (isTwoAndHalf ? 1 : 0));
    }
}

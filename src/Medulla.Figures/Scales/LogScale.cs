using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures.Text;

namespace Medulla.Figures.Scales;

/// <summary>Equal ratios take equal lengths.</summary>
public class LogScale : Scale
{
    const double Tolerance = 1e-9;

    /// <exception cref="ArgumentException">An end is zero or negative, or the domain is empty.</exception>
    public LogScale(double from, double to, double startMm, double endMm)
        : base(from, to, startMm, endMm)
    {
        if (!(from > 0 && from < to && double.IsFinite(to)))
            throw new ArgumentException(
                $"Found the domain {from} to {to} on a log axis. Expected positive ends, the second above the first.",
                nameof(to));
    }

    /// <summary>A domain that holds these values with a little air, its ends at round digits.</summary>
    public static LogScale Around(double smallest, double largest, double startMm, double endMm)
    {
        var (low, high) = (smallest / 1.06, largest * 1.06);
        if (high / low < 2)
            (low, high) = (low / Math.Sqrt(2), high * Math.Sqrt(2));
        return new(RoundDown(low), RoundUp(high), startMm, endMm);
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative and has no place here.</exception>
    public override double Place(double value)
    {
        if (!(value > 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a positive value on a log axis.");
        return StartMm + Math.Log(value / From) / Math.Log(To / From) * (EndMm - StartMm);
    }

    public override double Read(double millimetres) =>
        From * Math.Exp((millimetres - StartMm) / (EndMm - StartMm) * Math.Log(To / From));

    /// <summary>Three decades and more: labels at 1; fewer: at 1, 2, 5; the other digits are minor ticks.</summary>
    public override ImmutableArray<Tick> Ticks(double millimetresPerTick)
    {
        int[] labelled = Math.Log10(To / From) >= 3 - Tolerance ? [1] : [1, 2, 5];
        var ticks = Digits(labelled);
        if (ticks.Count(tick => tick.IsMajor) >= 2)
            return ticks;

        // Within half a decade the digits give nothing to read: take equal differences.
        return LinearScale.Multiples(From, To, LinearScale.Step(From, To, LengthMm / millimetresPerTick));
    }

    /// <summary>Ticks of a ratio, symmetric about 1: 0.5, 1, 2, 4, or powers of ten on a long axis.</summary>
    public ImmutableArray<Tick> RatioTicks()
    {
        var factor = To / From > 130 ? 10.0 : 2.0;
        var majors = new List<Tick>();
        for (var power = -12; power <= 12; power++)
            if (Contains(Math.Pow(factor, power)))
                majors.Add(new(Math.Pow(factor, power), NumberText.Shortest(Math.Pow(factor, power))));
        return [.. majors
            .Concat(Digits([]).Where(minor => majors.TrueForAll(major => Math.Abs(major.Value / minor.Value - 1) > Tolerance)))
            .OrderBy(tick => tick.Value)];
    }

    ImmutableArray<Tick> Digits(int[] labelled)
    {
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var exponent = (int)Math.Floor(Math.Log10(From)) - 1; exponent <= Math.Log10(To) + 1; exponent++)
            for (var digit = 1; digit <= 9; digit++)
            {
                // Parsed, not multiplied: 5 × 10⁻⁶ would come out as 4.9999999999999996E-06.
                var value = double.Parse(
                    string.Create(CultureInfo.InvariantCulture, $"{digit}E{exponent}"), CultureInfo.InvariantCulture);
                if (value >= From * (1 - Tolerance) && value <= To * (1 + Tolerance))
                    ticks.Add(new(value, labelled.Contains(digit) ? NumberText.Shortest(value) : ""));
            }
        return ticks.ToImmutable();
    }

    static double RoundDown(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Floor(value / power + Tolerance) * power;
    }

    static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Ceiling(value / power - Tolerance) * power;
    }
}

using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>A number with its interval, computed elsewhere.</summary>
/// <param name="Lower">Null when the interval has no lower end.</param>
/// <param name="Upper">Null when the interval has no upper end: printed "NR".</param>
/// <param name="P">Of the test that belongs to the number; null when there is none.</param>
public sealed record Estimate(double Value, double? Lower = null, double? Upper = null, double? P = null)
{
    /// <summary>"1.93 (1.08–3.42)"; the number alone when no end of the interval exists.</summary>
    internal string With(Func<double, string> format) =>
        Lower is null && Upper is null ? format(Value) : $"{format(Value)} ({NumberText.Range(Lower, Upper, format)})";
}

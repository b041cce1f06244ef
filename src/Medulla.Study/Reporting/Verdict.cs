using Medulla.Figures;
using Medulla.Statistics.Distributions;

namespace Medulla.Study.Reporting;

/// <summary>What an interval says of its null value, in words; a probability alone is never turned into a verdict.</summary>
static class Verdict
{
    static readonly Bilingual Undefined = new("No interval exists.", "无法给出区间。");

    /// <param name="none">The value of no effect: 1 for ratios, 0 for differences, 0.5 for an area under the curve.</param>
    public static Bilingual Of(double? lower, double? upper, double none)
    {
        if (lower is not { } low || upper is not { } high)
            return Undefined;
        var text = none.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return low <= none && none <= high
            ? new($"The interval includes {text}: the data are compatible with no association.", $"区间包含 {text}：数据与无关联相容。")
            : new($"The interval does not include {text}.", $"区间不包含 {text}。");
    }

    public static Bilingual OfRatio(Interval? interval) => Of(interval?.Lower, interval?.Upper, 1);
}

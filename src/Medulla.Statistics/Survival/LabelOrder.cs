using System.Globalization;

namespace Medulla.Statistics.Survival;

/// <summary>Order of labels: numbers ascending, before texts in ordinal order.</summary>
static class LabelOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create((one, other) =>
        (Number(one), Number(other)) switch
        {
            ({ } first, { } second) => first.CompareTo(second),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => string.CompareOrdinal(one, other),
        });

    static double? Number(string label) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

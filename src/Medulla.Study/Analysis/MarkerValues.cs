using System.Globalization;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>A person with a marker value, on the scale on which it is analysed.</summary>
/// <param name="Analysed">log2 of the marker, or the marker itself, as the plan says.</param>
public sealed record MarkedPerson(AnalysisRow Row, double Marker, double Analysed);

/// <summary>Marker and covariates as numbers for the statistics.</summary>
public static class MarkerValues
{
    /// <summary>Everybody with a marker value that the scale can take, in the order of the table.</summary>
    public static IReadOnlyList<MarkedPerson> Of(AnalysisTable table, MarkerRule rule) =>
    [
        .. from row in table.Rows
           let marker = row.Marker ?? 0
           where row.Marker is not null && (!rule.Log2 || marker > 0)
           select new MarkedPerson(row, marker, rule.Log2 ? Math.Log2(marker) : marker),
    ];

    /// <summary>A numeric covariate; null when missing or not a number.</summary>
    public static double? Number(AnalysisRow row, string covariate) =>
        double.TryParse(row.Covariates.GetValueOrDefault(covariate), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

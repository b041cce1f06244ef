using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays;

/// <summary>Plate layouts as a comma-separated table, one well a line; several plates may share a file.</summary>
/// <remarks>
/// <code>
/// plate,well,role,level,concentration,aliquot,dilution
/// LEP-0007,A1,calibrator,,30,,
/// LEP-0007,C2,quality control,QC-low,2.5,,
/// LEP-0007,A3,unknown,,,AML-01-0001-BM-1,2
/// LEP-0007,H12,blank,,,,
/// </code>
/// Columns are found by their titles, in any order; plate, well and role must be there. A calibrator or quality control
/// needs its concentration, an unknown its aliquot; an empty dilution is 1. Wells of one aliquot and dilution, or of one
/// level and concentration, are replicates in the order of the lines.
/// </remarks>
public static class PlateLayoutFile
{
    internal static readonly ImmutableArray<string> Titles =
        ["plate", "well", "role", "level", "concentration", "aliquot", "dilution"];

    static readonly ImmutableArray<(WellRole Role, string Word)> RoleWords =
    [
        (WellRole.Calibrator, "calibrator"), (WellRole.QualityControl, "quality control"),
        (WellRole.Unknown, "unknown"), (WellRole.Blank, "blank"),
    ];

    /// <returns>Layouts in the order of the file, wells in the order of the plate.</returns>
    public static Parsed<IReadOnlyList<PlateLayout>> Read(string fileName, ReadOnlySpan<byte> bytes) =>
        new PlateLayoutReader(fileName).Read(TextTable.Rows(PlateText.Decode(bytes).Lines, ','));

    /// <exception cref="ArgumentException">A text holds a comma, quotation mark or line break.</exception>
    public static string Write(params ReadOnlySpan<PlateLayout> layouts)
    {
        var text = new StringBuilder().AppendJoin(',', Titles).Append('\n');
        foreach (var layout in layouts)
            foreach (var well in layout.Wells)
                text.AppendJoin(',', Cells(layout, well)).Append('\n');
        return text.ToString();
    }

    internal static WellRole? RoleOf(string word)
    {
        foreach (var (role, known) in RoleWords)
            if (known.Equals(word, StringComparison.OrdinalIgnoreCase))
                return role;
        return null;
    }

    internal static string RoleNames => string.Join(", ", RoleWords.Select(role => role.Word));

    static ImmutableArray<string> Cells(PlateLayout layout, LayoutWell well) =>
    [
        Cell(layout.Plate ?? ""),
        well.Well.ToString(),
        RoleWords.First(role => role.Role == well.Role).Word,
        Cell(well.Level ?? ""),
        well.NominalConcentration?.ToString("R", CultureInfo.InvariantCulture) ?? "",
        Cell(well.Aliquot ?? ""),
        well.DilutionFactor == 1 ? "" : well.DilutionFactor.ToString("R", CultureInfo.InvariantCulture),
    ];

    static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? text
        : throw new ArgumentException(
            $"Found '{text}'. Expected a cell without comma, quotation mark or line break.", nameof(text));
}

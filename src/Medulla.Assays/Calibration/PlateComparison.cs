using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays.Calibration;

/// <summary>The concentrations that a reader's program printed for one plate, beside those computed here.</summary>
/// <param name="Plate">Position in the file, from 1: two plates of a file may share one name.</param>
/// <param name="Groups">Printed counts, in the order of the file.</param>
/// <param name="ComparedCount">Wells with a concentration in both.</param>
/// <param name="WorstDifference">Largest absolute difference among them; null when there is none.</param>
/// <param name="WorstWell">Where it is.</param>
/// <param name="OutOfRangePrinted">Wells that the program marked <c>Range?</c>.</param>
/// <param name="OutsideAsymptotes">Wells found here below the lower or above the upper asymptote.</param>
public sealed record PlateComparison(
    string File, int Plate, string? PlateName, ImmutableArray<PrintedGroup> Groups, int ComparedCount,
    double? WorstDifference, Well? WorstWell, ImmutableArray<Well> OutOfRangePrinted, ImmutableArray<Well> OutsideAsymptotes)
{
    const string OutOfRangeMark = "Range?";

    public int PrintedCount => Groups.Sum(group => group.PrintedCount);

    /// <summary>Every plate of the file that carries printed concentrations.</summary>
    /// <exception cref="ArgumentException">A plate was not read at a wavelength that the method asks for.</exception>
    public static ImmutableArray<PlateComparison> Of(PlateFileContent content, CalibrationMethod method) =>
    [
        .. content.Plates.Index()
            .Where(plate => plate.Item.GroupWells.Any(well => well.PrintedConcentration is not null))
            .Select(plate => Of(content.FileName, plate.Index + 1, plate.Item, method)),
    ];

    static PlateComparison Of(string file, int position, PlateContent plate, CalibrationMethod method)
    {
        var found = PlateResult.Of(plate, PlateLayout.From(plate), method, new AcceptanceRules())
            .Wells.ToDictionary(well => well.Well);
        var differences =
            (from printed in plate.GroupWells
             let difference = printed.PrintedConcentration - found[printed.Well].ConcentrationInWell
             where difference is not null
             orderby Math.Abs(difference.GetValueOrDefault()) descending
             select (printed.Well, Size: Math.Abs(difference.GetValueOrDefault()))).ToList();

        return new PlateComparison(
            file, position, plate.Name,
            [.. plate.Groups.Select(PrintedGroup.Of)],
            differences.Count,
            differences is [var worst, ..] ? worst.Size : null,
            differences is [var (well, _), ..] ? well : null,
            [
                .. plate.GroupWells.Where(printed => printed.PrintedFlag == OutOfRangeMark)
                    .Select(printed => printed.Well).Order(),
            ],
            [
                .. found.Values
                    .Where(result => result.Flag is WellFlag.BelowLowerAsymptote or WellFlag.AboveUpperAsymptote)
                    .Select(result => result.Well).Order(),
            ]);
    }
}

/// <summary>What a reader's program printed for one group.</summary>
/// <param name="PrintedCount">Wells with a printed concentration.</param>
/// <param name="MaskedCount">Wells left out by a person.</param>
public sealed record PrintedGroup(string Name, WellRole Role, int PrintedCount, int MaskedCount)
{
    internal static PrintedGroup Of(PlateGroup group) => new(
        group.Name, group.Role,
        group.Wells.Count(well => well.PrintedConcentration is not null), group.Wells.Count(well => well.Masked));
}

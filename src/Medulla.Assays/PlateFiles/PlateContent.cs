using System.Collections.Immutable;

namespace Medulla.Assays.PlateFiles;

/// <summary>One plate of a file. Two plates of a file may carry the same name: their order tells them apart.</summary>
/// <param name="Name">Name or barcode; null where the file gives none.</param>
/// <param name="WellCount">96 or 384; null where the file speaks of no wells.</param>
/// <param name="Reads">In the order of the file.</param>
/// <param name="Groups">What stands in which well, as far as the file says so.</param>
public sealed record PlateContent(
    string? Name, int? WellCount, ImmutableArray<PlateRead> Reads, ImmutableArray<PlateGroup> Groups)
{
    /// <summary>Known concentrations by the name of a calibrator, where the file lists them without wells.</summary>
    public ImmutableSortedDictionary<string, double> CalibratorConcentrations { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>The first read at this wavelength; null when there is none.</summary>
    public PlateRead? ReadAt(int wavelengthNm) => Reads.FirstOrDefault(read => read.WavelengthNm == wavelengthNm);

    /// <summary>Every group's wells together.</summary>
    public IEnumerable<GroupWell> GroupWells => Groups.SelectMany(group => group.Wells);
}

/// <summary>One pass of the reader over a plate.</summary>
/// <param name="Label">As printed, such as <c>Absorbance 450</c>.</param>
/// <param name="WavelengthNm">Null where the file prints none.</param>
/// <param name="Values">Numbers by well. A well that is missing has no number.</param>
/// <param name="Flags">Text that stood where a number was expected, such as <c>OVRFLW</c>.</param>
public sealed record PlateRead(
    string? Label, int? WavelengthNm, ImmutableSortedDictionary<Well, double> Values,
    ImmutableSortedDictionary<Well, string> Flags);

/// <summary>Wells that the reader's program treats alike, with the concentrations it printed for them.</summary>
/// <param name="ConcentrationUnit">
/// Unit beside the nominal concentration, such as <c>pg/mL</c>; null where none is printed.
/// </param>
/// <param name="ResultLabel">Title of the printed concentrations; null where none are printed.</param>
public sealed record PlateGroup(
    string Name, WellRole Role, string? ConcentrationUnit, string? ResultLabel, ImmutableArray<GroupWell> Wells);

/// <summary>One well as a group describes it.</summary>
/// <param name="Label">The program's name for what stands in the well.</param>
/// <param name="NominalConcentration">Known concentration; null where the file gives none.</param>
/// <param name="DilutionFactor">Null where the file gives none.</param>
/// <param name="Masked">Left out by a person before the file was written.</param>
/// <param name="PrintedConcentration">As the program printed it; null where it printed text or nothing.</param>
/// <param name="PrintedFlag">Text in its place, such as <c>Masked</c> or <c>Range?</c>.</param>
public sealed record GroupWell(
    Well Well, WellRole Role, string? Label, double? NominalConcentration, double? DilutionFactor, bool Masked,
    double? PrintedConcentration, string? PrintedFlag);

using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays;

/// <summary>What stands in which well of one plate.</summary>
/// <param name="Plate">Name or barcode; null where it is not given.</param>
/// <param name="Wells">Each well once.</param>
public sealed record PlateLayout(string? Plate, ImmutableArray<LayoutWell> Wells)
{
    /// <summary>The layout that the reader's program wrote beside its readings, with the wells it had masked.</summary>
    /// <remarks>
    /// A quality control without a printed concentration has none here. Calibrators take no dilution factor: their
    /// concentration is that of the well.
    /// </remarks>
    public static PlateLayout From(PlateContent plate) =>
        new(plate.Name,
        [
            .. plate.Groups
                .SelectMany(group => group.Wells.Select(well => (Group: group.Name, Well: well)))
                .GroupBy(known => (known.Group, known.Well.Label))
                .SelectMany(replicates => replicates.Select((known, index) => FromGroup(known.Group, known.Well, index + 1)))
                .OrderBy(well => well.Well),
        ]);

    static LayoutWell FromGroup(string group, GroupWell known, int replicate) => new(known.Well, known.Role)
    {
        Level = known.Role is WellRole.Calibrator or WellRole.QualityControl ? $"{group} {known.Label}" : null,
        NominalConcentration = known.NominalConcentration,
        Aliquot = known.Role == WellRole.Unknown ? known.Label : null,
        DilutionFactor = known.Role == WellRole.Calibrator ? 1 : known.DilutionFactor ?? 1,
        Replicate = replicate,
        Masked = known.Masked,
    };
}

/// <summary>One well of a layout.</summary>
public sealed record LayoutWell(Well Well, WellRole Role)
{
    /// <summary>Name of a calibrator or quality-control level, such as <c>QC-low</c>; null for others.</summary>
    public string? Level { get; init; }

    /// <summary>Known concentration of a calibrator or quality control; null for others, and where it is not known.</summary>
    public double? NominalConcentration { get; init; }

    /// <summary>Which aliquot stands in the well; null except for <see cref="WellRole.Unknown"/>.</summary>
    public string? Aliquot { get; init; }

    /// <summary>How many times the material was diluted before it went into the well; 1 = not at all.</summary>
    public double DilutionFactor { get; init; } = 1;

    /// <summary>From 1, among the wells of the same aliquot and dilution, or of the same level.</summary>
    public int Replicate { get; init; } = 1;

    /// <summary>Left out by a person, with a reason kept elsewhere.</summary>
    public bool Masked { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Medulla.Assays;
using Medulla.Study.Journal;
using Medulla.Study.Specimens;

namespace Medulla.Study.Results;

[JsonConverter(typeof(IdentifierConverter<PlateId>))]
public readonly record struct PlateId(string Value) : IIdentifier<PlateId>
{
    public static PlateId Of(string value) => new(value);
    public int CompareTo(PlateId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

public enum PlateStatus
{
    /// <summary>Imported; nobody has decided yet.</summary>
    Waiting,
    Accepted,
    Rejected,
}

/// <summary>One plate of the study: what the reader measured and what stood in its wells.</summary>
/// <param name="Source">The raw file and which plate of it.</param>
/// <param name="Accepted">What was seen when it was accepted; null before.</param>
/// <param name="RejectionReason">Null unless it was rejected.</param>
public sealed record Plate(
    PlateId Id, string Assay, RawPlate Source, ImmutableArray<PlateWell> Wells, long ImportedAt,
    PlateStatus Status = PlateStatus.Waiting, AcceptedResult? Accepted = null, string? RejectionReason = null)
{
    public IEnumerable<AliquotId> Aliquots =>
        Wells.Where(well => well.Aliquot is not null).Select(well => well.Aliquot!.Value).Distinct();
}

/// <summary>Where a plate came from.</summary>
/// <param name="FileName">As the reader named it.</param>
/// <param name="Sha256">Of the file's bytes, under which the attachment store holds it.</param>
/// <param name="PlateInFile">From 1: two plates of one file may share a name.</param>
/// <param name="PlateName">Null when the file gives none.</param>
/// <param name="LayoutFileName">Null when the layout stood in the raw file itself.</param>
public sealed record RawPlate(
    string FileName, string Sha256, int PlateInFile, string? PlateName, string? LayoutFileName, string? LayoutSha256);

/// <summary>One well: what stood in it and what was read.</summary>
/// <param name="Level">Of a calibrator or quality control; null for others.</param>
/// <param name="Nominal">Known concentration in the unit of the assay; null where it is not known.</param>
/// <param name="Dilution">How many times the material was diluted; null for 1.</param>
/// <param name="Signal">Optical density at the assay's wavelength; null where no number was read.</param>
/// <param name="Reference">At the reference wavelength; null without one.</param>
/// <param name="Flag">Text that stood where a number was expected.</param>
public sealed record PlateWell(
    string Well, WellRole Role, string? Level, double? Nominal, AliquotId? Aliquot, double? Dilution, bool? Masked,
    double? Signal, double? Reference, string? Flag);

/// <summary>What was seen when a plate was accepted: enough to reproduce it to the digit.</summary>
/// <param name="SoftwareVersion">That computed it.</param>
/// <param name="Passed">Whether every rule of acceptance held.</param>
/// <param name="AcceptedAt">Journal position.</param>
/// <param name="Reason">Given when the run did not pass; null otherwise.</param>
public sealed record AcceptedResult(
    FittedCurve Curve, bool Passed, ImmutableArray<ReportableResult> Results,
    string SoftwareVersion, string? Reason, long AcceptedAt);

/// <summary>y = d + (a − d) / (1 + (x / c)^b).</summary>
public sealed record FittedCurve(double A, double B, double C, double D, double ResidualSumOfSquares);

/// <summary>The concentration of one aliquot on one plate.</summary>
/// <param name="Concentration">In the unit of the assay, dilution applied; null outside the asymptotes.</param>
/// <param name="Lower">Of the 95 % interval; null without a concentration.</param>
/// <param name="CvPercent">Of the replicates' concentrations; null below two.</param>
/// <param name="Flags">Rule-like names of what its wells show, such as <c>BelowLowestCalibrator</c>; empty when all are in range.</param>
public sealed record ReportableResult(
    AliquotId Aliquot, double? Concentration, double? Lower, double? Upper, double? CvPercent,
    ImmutableArray<string> Wells, ImmutableArray<string> Flags);

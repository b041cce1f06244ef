using System.Collections.Immutable;

namespace Medulla.Assays.PlateFiles;

/// <summary>A group block of SoftMax Pro: one line per well, then the formulas of its columns.</summary>
/// <remarks>
/// The formulas say what a column is, whatever its title: <c>!WellIDs</c> the well, <c>InterpX(…)</c> the
/// concentration read from the curve, <c>!Factor</c> the dilution. A name, concentration or dilution stands on the
/// first line of a run of replicates only.
/// </remarks>
sealed class SoftMaxGroup
{
    const string FormulaTable = "Group Column";
    const string MaskedFlag = "Masked";

    readonly TextRow head;
    readonly TextRow titles;
    readonly ImmutableArray<TextRow> wellRows;
    readonly ImmutableDictionary<int, string> formulas;
    readonly Findings findings;

    SoftMaxGroup(ImmutableArray<TextRow> block, Findings findings)
    {
        this.findings = findings;
        head = block[0];
        Name = head[0] == "Group:" ? head[1] : head[0]["Group:".Length..].Trim();
        titles = block.Skip(1).FirstOrDefault(row => !row.IsBlank) ?? head;
        wellRows = [.. block.SkipWhile(row => row != titles).Skip(1).TakeWhile(row => !row.IsBlank && row[0] != FormulaTable)];
        formulas = block.SkipWhile(row => row[0] != FormulaTable).Skip(1).TakeWhile(row => !row.IsBlank)
            .Select((row, position) => (position, Formula: row[2]))
            .ToImmutableDictionary(column => column.position, column => column.Formula);
    }

    string Name { get; }

    public static void Read(ImmutableArray<TextRow> block, List<SoftMaxPlate> plates, Findings findings) =>
        new SoftMaxGroup(block, findings).ReadInto(plates);

    void ReadInto(List<SoftMaxPlate> plates)
    {
        if (plates.Count == 0)
        {
            findings.Fail("group-without-plate", head.Number, 1,
                $"Found group {Name} before any plate. Expected its plate first.");
            return;
        }

        if (PositionOf("!WellIDs") is not { } wellPosition)
        {
            findings.Fail("group-without-wells", head.Number, 1,
                $"Found no column with the formula !WellIDs in group {Name}. Expected the table of formulas of the export.");
            return;
        }

        var plateOfWell = new List<(SoftMaxPlate Plate, GroupWell Well)>();
        var carried = new Carried();
        foreach (var row in wellRows)
            if (ReadRow(row, wellPosition, plates, ref carried) is { } read)
                plateOfWell.Add(read);

        foreach (var ofPlate in plateOfWell.GroupBy(read => read.Plate))
            ofPlate.Key.Add(new PlateGroup(
                Name, Role, ConcentrationUnit, ResultPosition is { } result ? titles[result] : null,
                [.. ofPlate.Select(read => read.Well)]));
    }

    (SoftMaxPlate Plate, GroupWell Well)? ReadRow(TextRow row, int wellPosition, List<SoftMaxPlate> plates, ref Carried carried)
    {
        if (!Well.TryParse(row[wellPosition], out var well))
        {
            findings.Fail("well-unknown", row.Number, wellPosition + 1,
                $"Found well '{row[wellPosition]}' in group {Name}. Expected a well such as A1.");
            return null;
        }

        if (PlateOf(row, plates) is not { } plate || !plate.Holds(well))
        {
            findings.Fail("well-without-plate", row.Number, wellPosition + 1,
                $"Found well {well} of group {Name} on no plate of this file. Expected a plate that has it.");
            return null;
        }

        carried = new Carried(
            TextAt(row, PositionOf("!SampleNames")) ?? carried.Label,
            NumberAt(row, NominalPosition, "concentration", well) ?? carried.NominalConcentration,
            NumberAt(row, DilutionPosition, "dilution factor", well) ?? carried.DilutionFactor);

        var printed = TextAt(row, ResultPosition);
        var isNumber = TextTable.TryReadNumber(printed ?? "", out var concentration);
        return (plate, new GroupWell(
            well, Role, carried.Label, carried.NominalConcentration, carried.DilutionFactor,
            Masked: row.Cells.Contains(MaskedFlag),
            PrintedConcentration: isNumber ? concentration : null,
            PrintedFlag: isNumber ? null : printed));
    }

    SoftMaxPlate? PlateOf(TextRow row, List<SoftMaxPlate> plates) =>
        TextAt(row, PositionOf("!WellPlateName")) is { } name ? plates.FindLast(plate => plate.Name == name) : plates[^1];

    int? ResultPosition => PositionOf("InterpX(");

    int? NominalPosition =>
        Role is WellRole.Calibrator or WellRole.QualityControl
            ? PositionOf("!Concentration") ?? PositionOf("!SampleDescriptor")
            : null;

    int? DilutionPosition => PositionOf("!Factor") ?? PositionOf("!Dilution");

    WellRole Role => Name.ToUpperInvariant() switch
    {
        var name when name.Contains("STANDARD", StringComparison.Ordinal) || name.StartsWith("STD", StringComparison.Ordinal)
            || name.Contains("CALIB", StringComparison.Ordinal) => WellRole.Calibrator,
        var name when name.Contains("CONTROL", StringComparison.Ordinal) || name.StartsWith("QC", StringComparison.Ordinal) =>
            WellRole.QualityControl,
        var name when name.Contains("BLANK", StringComparison.Ordinal) => WellRole.Blank,
        _ => WellRole.Unknown,
    };

    /// <summary>The title <c>Concentration pg/mL</c> is the column's name and its unit.</summary>
    string? ConcentrationUnit =>
        NominalPosition is { } position && titles[position].Split(' ') is [.., _, var unit] ? unit : null;

    int? PositionOf(string formulaStart)
    {
        foreach (var (position, formula) in formulas)
            if (formula.StartsWith(formulaStart, StringComparison.Ordinal))
                return position;
        return null;
    }

    static string? TextAt(TextRow row, int? position) =>
        position is { } known && row[known] is { Length: > 0 } text ? text : null;

    double? NumberAt(TextRow row, int? position, string what, Well well)
    {
        if (TextAt(row, position) is not { } text)
            return null;
        if (TextTable.TryReadNumber(text, out var number))
            return number;

        findings.Fail("number", row.Number, position.GetValueOrDefault() + 1,
            $"Found {what} '{text}' for well {well} in group {Name}. Expected a number with a decimal point.");
        return null;
    }

    /// <summary>What a line without its own name, concentration or dilution takes from the line before.</summary>
    readonly record struct Carried(string? Label, double? NominalConcentration, double? DilutionFactor);
}

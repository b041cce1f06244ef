using System.Collections.Immutable;

namespace Medulla.Assays.PlateFiles;

/// <summary>Reads the two tables that stand beside SoftMax Pro exports: names per well, and calibrators by name.</summary>
/// <remarks>
/// Both are tab-separated blocks from <c>Plate:</c> to <c>~End</c>: either column numbers and rows A to H of names, or the
/// titles <c>ID</c> and <c>Std</c> and a line per calibrator.
/// </remarks>
static class NameGridFile
{
    const string BlockStart = "Plate:";
    const string BlockEnd = "~End";
    const string Rows = "ABCDEFGH";
    const int Columns = 12;

    public static bool Recognises(ImmutableArray<string> lines) =>
        lines.FirstOrDefault(line => line.Trim().Length > 0)?.StartsWith(BlockStart, StringComparison.Ordinal) ?? false;

    public static Parsed<PlateFileContent> Read(string fileName, PlateText source)
    {
        var findings = new Findings(fileName);
        var plates = ImmutableArray.CreateBuilder<PlateContent>();
        var rows = TextTable.Rows(source.Lines, '\t').Where(row => !row.IsBlank).ToList();
        var isList = rows.Count > 1 && rows[1][0] == "ID";

        for (var start = 0; start < rows.Count;)
        {
            var head = rows[start];
            var body = rows.Skip(start + 1).TakeWhile(row => row[0] is not (BlockEnd or BlockStart)).ToList();
            start += body.Count + 1;
            if (start < rows.Count && rows[start][0] == BlockEnd)
                start++;
            else
                findings.Fail("block-not-closed", head.Number, 1,
                    $"Found no '{BlockEnd}' after plate {head[1]}. Expected one.");

            plates.Add(isList ? Calibrators(head, body, findings) : Names(head, body, findings));
        }

        return findings.Give(new PlateFileContent(
            fileName, isList ? PlateFileFormat.CalibratorList : PlateFileFormat.NameGrid,
            source.Encoding, DecimalSign.Point, plates.ToImmutable(), Notes: []));
    }

    static PlateContent Names(TextRow head, List<TextRow> body, Findings findings)
    {
        var wells = ImmutableArray.CreateBuilder<GroupWell>();
        if (body is not [{ Cells: ["", "1", ..] }, ..] || body.Count - 1 != Rows.Length)
            findings.Fail("row-count", head.Number, 1,
                $"Found {Math.Max(0, body.Count - 1)} rows on plate {head[1]}. Expected column numbers and rows A to H.");

        foreach (var (row, letter) in body.Skip(1).Zip(Rows))
        {
            if (row[0] != letter.ToString())
                findings.Fail("row-letter", row.Number, 1, $"Found row '{row[0]}' on plate {head[1]}. Expected row {letter}.");
            for (var column = 1; column <= Columns; column++)
                if (row[column] is { Length: > 0 } name)
                    wells.Add(new GroupWell(
                        new Well(letter, column), WellRole.Unknown, name, NominalConcentration: null, DilutionFactor: null,
                        Masked: false, PrintedConcentration: null, PrintedFlag: null));
        }

        var group = new PlateGroup("Names", WellRole.Unknown, ConcentrationUnit: null, ResultLabel: null, wells.ToImmutable());
        return new PlateContent(head[1], Rows.Length * Columns, Reads: [], [group]);
    }

    static PlateContent Calibrators(TextRow head, List<TextRow> body, Findings findings)
    {
        var concentrations = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var row in body.Skip(1))
        {
            if (!TextTable.TryReadNumber(row[1], out var concentration))
                findings.Fail("number", row.Number, 2,
                    $"Found concentration '{row[1]}' for {row[0]} on plate {head[1]}. Expected a number with a decimal point.");
            else if (!concentrations.TryAdd(row[0], concentration))
                findings.Fail("calibrator-twice", row.Number, 1,
                    $"Found calibrator {row[0]} twice on plate {head[1]}. Expected it once.");
        }

        return new PlateContent(head[1], WellCount: null, Reads: [], Groups: [])
        {
            CalibratorConcentrations = concentrations.ToImmutable(),
        };
    }
}

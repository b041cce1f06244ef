using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Assays.PlateFiles;

/// <summary>Reads the text that SoftMax Pro exports: blocks headed Plate, Group or Note, each closed by <c>~End</c>.</summary>
/// <remarks>
/// A group belongs to the plate that its own column of plate names gives, else to the plate before it: two plates of
/// a file may share one name. What the program computed and prints again (reduced values, means, formulas) is left
/// out; the concentrations it printed per well are kept, so that they can be compared.
/// </remarks>
static class SoftMaxProFile
{
    const string BlockCount = "##BLOCKS=";
    const string BlockEnd = "~End";

    public static bool Recognises(ImmutableArray<string> lines) =>
        lines.FirstOrDefault(line => line.Trim().Length > 0)?.StartsWith(BlockCount, StringComparison.Ordinal) ?? false;

    public static Parsed<PlateFileContent> Read(string fileName, PlateText source)
    {
        var findings = new Findings(fileName);
        var rows = TextTable.Rows(source.Lines, '\t');
        var blocks = Blocks(rows, findings);
        var plates = new List<SoftMaxPlate>();
        var notes = ImmutableArray.CreateBuilder<string>();

        foreach (var block in blocks)
        {
            switch (block[0][0])
            {
                case "Plate:":
                    plates.Add(SoftMaxPlate.Read(block, findings));
                    break;
                case "Group:":
                case var head when head.StartsWith("Group:", StringComparison.Ordinal):
                    SoftMaxGroup.Read(block, plates, findings);
                    break;
                case "Note:":
                    notes.AddRange(block.Skip(1).Where(row => !row.IsBlank).Select(row => string.Join(' ', row.Cells).Trim()));
                    break;
                default:
                    findings.Warn("block-not-read", block[0].Number, 1,
                        $"Found a block '{block[0][0]}'. It was not read: expected Plate, Group or Note.");
                    break;
            }
        }

        if (plates.Count == 0)
            findings.Fail("plate-missing", 1, 1, "Found no block 'Plate:'. Expected at least one plate.");

        var content = new PlateFileContent(
            fileName, PlateFileFormat.SoftMaxPro, source.Encoding, DecimalSignOf(plates),
            [.. plates.Select(plate => plate.ToContent())], notes.ToImmutable());
        return findings.Give(content);
    }

    static List<ImmutableArray<TextRow>> Blocks(ImmutableArray<TextRow> rows, Findings findings)
    {
        var blocks = new List<ImmutableArray<TextRow>>();
        var open = ImmutableArray.CreateBuilder<TextRow>();
        foreach (var row in rows)
        {
            if (row[0] == BlockEnd)
            {
                if (open.Count > 0)
                    blocks.Add(open.DrainToImmutable());
            }
            else if (open.Count > 0 || (!row.IsBlank && !row[0].StartsWith(BlockCount, StringComparison.Ordinal)))
            {
                open.Add(row);
            }
        }

        // What follows the last block is a footer: the file's first name and when it was saved.
        if (open.Count > 0 && !open[0][0].StartsWith("Original Filename:", StringComparison.Ordinal))
            findings.Fail("block-not-closed", open[0].Number, 1,
                $"Found no '{BlockEnd}' after '{open[0][0]}'. Expected every block to be closed: is the file complete?");

        CheckCount(rows, blocks.Count, findings);
        return blocks;
    }

    static void CheckCount(ImmutableArray<TextRow> rows, int found, Findings findings)
    {
        var head = rows.First(row => row[0].StartsWith(BlockCount, StringComparison.Ordinal));
        var count = head[0].AsSpan(BlockCount.Length);
        if (int.TryParse(count, NumberStyles.Integer, CultureInfo.InvariantCulture, out var announced) && announced != found)
            findings.Fail("block-count", head.Number, 1,
                $"Found {found} blocks. Expected {announced}, as the first line says: is the file complete?");
    }

    static DecimalSign DecimalSignOf(List<SoftMaxPlate> plates) =>
        (plates.Any(plate => plate.HasDecimalComma), plates.Any(plate => plate.HasDecimalPoint)) switch
        {
            (true, true) => DecimalSign.Mixed,
            (true, false) => DecimalSign.Comma,
            _ => DecimalSign.Point,
        };
}

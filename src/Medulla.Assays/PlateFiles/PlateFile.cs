using System.Collections.Immutable;

namespace Medulla.Assays.PlateFiles;

/// <summary>Reads a file as a plate reader's program wrote it.</summary>
/// <remarks>
/// Format, encoding and decimal sign are found from the content, never from the file name. Content is never a reason to
/// throw: everything odd comes back as findings, all of one pass.
/// </remarks>
public static class PlateFile
{
    static readonly ImmutableArray<byte> ZipMark = [0x50, 0x4B, 0x03, 0x04];
    static readonly ImmutableArray<byte> CompoundFileMark = [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="fileName">For the findings only.</param>
    public static Parsed<PlateFileContent> Read(string fileName, ReadOnlySpan<byte> bytes)
    {
        var findings = new Findings(fileName);
        if (bytes.StartsWith(ZipMark.AsSpan()) || bytes.StartsWith(CompoundFileMark.AsSpan()))
        {
            findings.Fail("workbook", 1, 1,
                "Found a workbook. Expected text: export from the reader's program as text or CSV.");
            return findings.Give<PlateFileContent>(null);
        }

        var source = PlateText.Decode(bytes);
        var lines = source.Lines;
        if (SoftMaxProFile.Recognises(lines))
            return SoftMaxProFile.Read(fileName, source);
        if (NameGridFile.Recognises(lines))
            return NameGridFile.Read(fileName, source);
        if (PlateGridFile.Recognises(lines))
            return PlateGridFile.Read(fileName, source);

        findings.Fail("format-unknown", 1, 1,
            "Found no format that is known here. Expected a text export of SoftMax Pro, "
            + "or a grid that starts with 'Plate,<barcode>'.");
        return findings.Give<PlateFileContent>(null);
    }
}

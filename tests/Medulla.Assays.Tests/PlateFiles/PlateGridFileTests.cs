using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Medulla.Assays.PlateFiles;
using Medulla.Tests;

namespace Medulla.Assays.Tests.PlateFiles;

public sealed class PlateGridFileTests
{
    [Fact]
    public void Reads_a_grid_for_each_wavelength_and_keeps_the_notes()
    {
        var parsed = Read("good-two-wavelengths.csv");
        var content = parsed.Value!;
        var plate = Assert.Single(content.Plates);

        Assert.Equal(["SIMULATED for a test, seed 1", "Simulated: yes"], content.Notes);
        Assert.Equal(("LEP-0001", 96), (plate.Name, plate.WellCount));
        Assert.Equal([450, 570], plate.Reads.Select(read => read.WavelengthNm));
        Assert.Equal(0.056, plate.Reads[0].Values[new Well('A', 2)]);
        Assert.Equal(0.156, plate.Reads[1].Values[new Well('H', 12)]);
        Assert.Equal("OVRFLW", plate.Reads[0].Flags[new Well('A', 1)]);
        Assert.Equal((94, 96), (plate.Reads[0].Values.Count, plate.Reads[1].Values.Count));
        Assert.Equal("Found 'OVRFLW' in well A1. The well is saturated.", Assert.Single(parsed.Findings).Message);
    }

    [Theory]
    [InlineData("bad-decimal-comma.csv", "column-count", 4,
        "Found 24 readings in row A. Expected 12. Is the decimal sign a comma? Export with a point.")]
    [InlineData("bad-decimal-comma-quoted.csv", "decimal-comma", 5,
        "Found '0,052' in well B3. Expected a decimal point: export with English settings.")]
    [InlineData("bad-semicolons.csv", "separator", 1,
        "Found semicolons between cells. Expected commas, and decimals with a point: export as CSV with English settings.")]
    [InlineData("bad-no-barcode.csv", "barcode-missing", 1, "Found no line 'Plate,<barcode>'. Expected one.")]
    [InlineData("bad-two-plates.csv", "plate-twice", 12,
        "Found a second plate 'LEP-0002' after 'LEP-0001'. Expected one plate in a file.")]
    [InlineData("bad-no-wavelength.csv", "wavelength-missing", 2,
        "Found no line 'Wavelength (nm),<whole number>' before this grid. Expected one.")]
    [InlineData("bad-wavelength.csv", "wavelength", 2, "Found wavelength '450.5'. Expected whole nanometres from 200 to 1100.")]
    [InlineData("bad-wavelength-twice.csv", "wavelength-twice", 12, "Found wavelength 450 nm twice. Expected each once.")]
    [InlineData("bad-wavelength-without-grid.csv", "grid-missing", 12,
        "Found wavelength 570 nm without a grid below it. Expected one.")]
    [InlineData("bad-row-missing.csv", "row-count", 3, "Found 7 rows below the column numbers. Expected 8, A to H.")]
    [InlineData("bad-row-letter.csv", "row-letter", 6, "Found row 'D'. Expected row C.")]
    [InlineData("bad-column-missing.csv", "column-count", 8, "Found 11 readings in row E. Expected 12.")]
    [InlineData("bad-column-numbers.csv", "column-numbers", 3,
        "Found 12 column numbers. Expected 1 to 12, or 1 to 24, without a gap.")]
    [InlineData("bad-reading-not-a-number.csv", "reading-not-a-number", 7,
        "Found 'high' in well D5. Expected an optical density such as 0.052, or OVRFLW.")]
    public void Says_what_is_wrong_and_where(string fileName, string rule, int line, string message)
    {
        var parsed = Read(fileName);

        Assert.Null(parsed.Value);
        Assert.Contains(parsed.Findings, finding => (finding.Rule, finding.Line, finding.Message) == (rule, line, message));
        Assert.All(parsed.Findings, finding => Assert.Equal(fileName, finding.File));
    }

    [Fact]
    public void The_encoding_is_found_from_the_bytes()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "good-two-wavelengths.csv"));
        (TextEncoding Found, byte[] Bytes)[] written =
        [
            (TextEncoding.Ascii, Encoding.ASCII.GetBytes(text)),
            (TextEncoding.Utf8, Encoding.UTF8.GetBytes(text.Replace("LEP-0001", "板-0001", StringComparison.Ordinal))),
            (TextEncoding.Utf8WithMark, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]),
            (TextEncoding.Utf16LittleEndian, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.ReplaceLineEndings("\r\n"))]),
            (TextEncoding.MacRoman, [.. Encoding.ASCII.GetBytes("# 24.6 "), 0xA1, .. Encoding.ASCII.GetBytes("C\n" + text)]),
        ];

        foreach (var (found, bytes) in written)
        {
            var content = PlateFile.Read("plate.csv", bytes).Value!;
            Assert.Equal(found, content.Encoding);
            Assert.Equal(94, content.Plates[0].Reads[0].Values.Count);
            Assert.Equal(found == TextEncoding.Utf8 ? "板-0001" : "LEP-0001", content.Plates[0].Name);
            Assert.Equal(found == TextEncoding.MacRoman, content.Notes[0] == "24.6 °C");
        }
    }

    [Fact]
    public void Gives_every_fault_at_once()
    {
        var found = Read("bad-several-faults.csv").Findings.Select(finding => finding.Rule).ToList();

        Assert.Equal(
            [
                "header-not-read", "barcode-missing", "wavelength", "wavelength-missing", "row-count",
                "reading-not-a-number", "reading-not-a-number",
            ],
            found);
    }

    [Fact]
    public void A_header_that_nobody_reads_is_pointed_out()
    {
        var parsed = Read("odd-header-not-read.csv");

        Assert.NotNull(parsed.Value);
        Assert.Equal(
            ["Found 'Operator,7'. It was not read.", "Found 'Temperature,24.6'. It was not read."],
            parsed.Findings.Select(finding => finding.Message));
        Assert.All(parsed.Findings, finding => Assert.Equal(Severity.Warning, finding.Severity));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same() => Prop.ForAll(
        Plates().ToArbitrary(),
        plate =>
        {
            var text = PlateGridFile.Write(plate, "SIMULATED, seed 42", "second note");
            var content = PlateFile.Read("written.csv", Encoding.UTF8.GetBytes(text)).Value!;
            var read = content.Plates.Single();

            return content.Notes is ["SIMULATED, seed 42", "second note"]
                && (read.Name, read.WellCount) == (plate.Name, plate.WellCount)
                && read.Reads.Length == plate.Reads.Length
                && read.Reads.Zip(plate.Reads).All(pair =>
                    (pair.First.Label, pair.First.WavelengthNm) == (pair.Second.Label, pair.Second.WavelengthNm)
                    && pair.First.Values.SequenceEqual(pair.Second.Values) && pair.First.Flags.SequenceEqual(pair.Second.Flags))
                && PlateGridFile.Write(read, "SIMULATED, seed 42", "second note") == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_to_write_what_could_not_be_read_back()
    {
        Assert.Throws<ArgumentException>(() => PlateGridFile.Write(new PlateContent(null, 96, [], [])));
        Assert.Throws<ArgumentException>(() => PlateGridFile.Write(new PlateContent("A,B", 96, [], [])));
        Assert.Throws<ArgumentException>(() => PlateGridFile.Write(new PlateContent("P", 96, [ReadOf(null, [])], [])));
        Assert.Throws<ArgumentException>(
            () => PlateGridFile.Write(new PlateContent("P", 96, [ReadOf(450, [(new Well('A', 13), 1)])], [])));
        Assert.Throws<ArgumentException>(
            () => PlateGridFile.Write(new PlateContent("P", 96, [ReadOf(450, [])], []), "two\nlines"));
    }

    static Gen<PlateContent> Plates() =>
        from size in Gen.Elements(96, 384)
        from wavelengths in Gen.Elements<int[]>([450], [450, 570], [450, 540, 620])
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new PlateContent(
            "LEP-0001", size, [.. wavelengths.Select((nm, index) => RandomRead(nm, size, unchecked(seed + index)))], []);

    static PlateRead RandomRead(int wavelengthNm, int size, int seed)
    {
        var random = new Random(seed);
        var columns = size == 96 ? 12 : 24;
        var wells = Enumerable.Range(0, size).Select(index => new Well((char)('A' + index / columns), 1 + index % columns));
        var drawn = wells.Select(well => (Well: well, Kind: random.Next(20), Value: random.NextDouble() * 4 - 0.1)).ToList();
        return new PlateRead(
            $"Absorbance {wavelengthNm}", wavelengthNm,
            drawn.Where(one => one.Kind > 1).ToImmutableSortedDictionary(one => one.Well, one => one.Value),
            drawn.Where(one => one.Kind == 1).ToImmutableSortedDictionary(one => one.Well, _ => "OVRFLW"));
    }

    static PlateRead ReadOf(int? wavelengthNm, (Well Well, double Value)[] values) => new(
        null, wavelengthNm, values.ToImmutableSortedDictionary(one => one.Well, one => one.Value),
        ImmutableSortedDictionary<Well, string>.Empty);

    static string Folder => Path.Combine(ReferenceFolder.ProjectRoot, "tests/Medulla.Assays.Tests/Plates");

    static Parsed<PlateFileContent> Read(string fileName) =>
        PlateFile.Read(fileName, File.ReadAllBytes(Path.Combine(Folder, fileName)));
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Medulla.Assays.PlateFiles;
using Medulla.Tests;

namespace Medulla.Assays.Tests.PlateFiles;

public sealed class SoftMaxProFileTests
{
    const string SmallFile =
        "##BLOCKS= 1\nPlate:\tP1\t1.3\tTimeFormat\tEndpoint\tAbsorbance\tRaw\tFALSE\t1\t\t\t\t\t\t1\t450 \t1\t12\t96\t1\t8\n"
        + "\tTemperature(C)\tA1\tA2\tA3\n\t24\t0.1\tOVRFLW\t0.3\n\n~End\n";

    [Theory]
    [InlineData("elisa_assay2.txt", 1)]
    [InlineData("elisa_assay3_and_4.txt", 2)]
    [InlineData("abs450_two_plates_utf16.txt", 2)]
    [InlineData("partial_plate_nan.txt", 1)]
    [InlineData("decimal_comma_and_note_block.txt", 1)]
    [InlineData("elisa_annotation_layout.txt", 2)]
    [InlineData("elisa_std_conc.txt", 2)]
    public void Reads_exactly_what_is_expected(string fileName, int plateCount)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(ReferenceFolder.Require($"plates/softmax_pro/expected/{fileName}.json")));
        var expected = document.RootElement;
        var content = PlateFolder.Content(ReferenceFolder.Require($"plates/softmax_pro/{fileName}"));

        Assert.Equal(plateCount, content.Plates.Length);
        ExpectedPlateFile.Compare(expected, content);
    }

    [Fact]
    public void Shipped_files_are_the_bytes_of_the_reference_folder()
    {
        foreach (var name in new[] { "elisa_assay2.txt", "elisa_assay3_and_4.txt" })
            Assert.Equal(
                File.ReadAllBytes(ReferenceFolder.Require($"plates/softmax_pro/{name}")),
                File.ReadAllBytes(Path.Combine(ReferenceFolder.ProjectRoot, "data/plates", name)));
    }

    [Fact]
    public void Decimal_commas_between_tabs_are_read_and_pointed_out()
    {
        var path = ReferenceFolder.Require("plates/softmax_pro/decimal_comma_and_note_block.txt");
        var parsed = PlateFile.Read("commas.txt", File.ReadAllBytes(path));

        var finding = Assert.Single(parsed.Findings, one => one.Rule == "decimal-comma");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.StartsWith(
            "Found 8 decimal commas in Absorbance 426 of plate Plate1, the first in well A2. ",
            finding.Message, StringComparison.Ordinal);
        Assert.Equal(DecimalSign.Mixed, parsed.Value!.DecimalSign);
        Assert.NotEmpty(parsed.Value.Notes);
    }

    [Fact]
    public void A_flagged_well_has_no_number()
    {
        var read = Read(SmallFile).Value!.Plates[0].Reads[0];

        Assert.Equal([new Well('A', 1), new Well('A', 3)], read.Values.Keys);
        Assert.Equal("OVRFLW", read.Flags[new Well('A', 2)]);
    }

    [Fact]
    public void The_unit_of_the_calibrators_is_that_of_their_title()
    {
        var group = PlateFolder.Shipped("elisa_assay2.txt").Plates[0].Groups[0];

        Assert.Equal(("Standards", "pg/mL", "BackCalcConc"), (group.Name, group.ConcentrationUnit, group.ResultLabel));
    }

    [Theory]
    [InlineData("##BLOCKS= 1", "##BLOCKS= 3", "Found 1 blocks. Expected 3, as the first line says: is the file complete?")]
    [InlineData("~End\n", "", "Found no '~End' after 'Plate:'. Expected every block to be closed: is the file complete?")]
    [InlineData("Endpoint", "Kinetic", "Found a read of type 'Kinetic' on plate P1. Expected Endpoint.")]
    [InlineData("450 ", "450 620 ", "Found 1 lines of readings on plate P1. Expected 2, one per wavelength.")]
    [InlineData("\t96\t", "\t48\t", "Found '48' wells on plate P1. Expected 96 or 384.")]
    [InlineData("450 ", "blue ", "Found wavelength 'blue' on plate P1. Expected a whole number of nanometres.")]
    [InlineData("\tA3", "\tA99", "Found column 'A99' on plate P1. Expected a well such as A1.")]
    public void Says_what_is_wrong_and_gives_nothing(string good, string bad, string message)
    {
        Assert.False(Read(SmallFile).HasErrors);
        var parsed = Read(SmallFile.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(parsed.Value);
        Assert.Contains(message, parsed.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_block_of_another_kind_is_pointed_out()
    {
        var parsed = Read(
            SmallFile.Replace("##BLOCKS= 1", "##BLOCKS= 2", StringComparison.Ordinal) + "Cuvette Set:\tC1\n~End\n");

        Assert.NotNull(parsed.Value);
        Assert.Contains(
            "Found a block 'Cuvette Set:'. It was not read: expected Plate, Group or Note.",
            parsed.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_workbook_and_an_unknown_format_are_named()
    {
        var workbook = PlateFile.Read("plate.xlsx", [0x50, 0x4B, 0x03, 0x04, 0]);
        var letter = Read("Dear colleague,\n");

        Assert.Equal("workbook", Assert.Single(workbook.Findings).Rule);
        Assert.Equal("format-unknown", Assert.Single(letter.Findings).Rule);
    }

    static Parsed<PlateFileContent> Read(string text) => PlateFile.Read("small.txt", Encoding.UTF8.GetBytes(text));
}

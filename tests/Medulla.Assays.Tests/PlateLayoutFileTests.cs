using System.Text;
using Medulla.Tests;

namespace Medulla.Assays.Tests;

public sealed class PlateLayoutFileTests
{
    [Fact]
    public void Reads_roles_concentrations_aliquots_dilutions_and_counts_replicates()
    {
        var parsed = Read("good-layout.csv");

        Assert.Empty(parsed.Findings);
        Assert.Equal(["LEP-0001", "LEP-0002"], parsed.Value!.Select(layout => layout.Plate));
        Assert.Equal(
            [
                new LayoutWell(new('A', 1), WellRole.Calibrator) { NominalConcentration = 30 },
                new LayoutWell(new('A', 2), WellRole.Calibrator) { NominalConcentration = 30, Replicate = 2 },
                new LayoutWell(new('A', 3), WellRole.Unknown) { Aliquot = "AML-01-0001-BM-1", DilutionFactor = 2 },
                new LayoutWell(new('A', 4), WellRole.Unknown)
                {
                    Aliquot = "AML-01-0001-BM-1",
                    DilutionFactor = 2,
                    Replicate = 2,
                },
                new LayoutWell(new('A', 5), WellRole.Unknown) { Aliquot = "AML-01-0001-BM-1", DilutionFactor = 4 },
                new LayoutWell(new('C', 2), WellRole.QualityControl) { Level = "QC-low", NominalConcentration = 2.5 },
                new LayoutWell(new('H', 1), WellRole.Calibrator) { NominalConcentration = 0 },
                new LayoutWell(new('H', 12), WellRole.Blank),
            ],
            parsed.Value![0].Wells);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var layouts = Read("good-layout.csv").Value!;
        var text = PlateLayoutFile.Write([.. layouts]);
        var again = PlateLayoutFile.Read("again.csv", Encoding.UTF8.GetBytes(text));

        Assert.Empty(again.Findings);
        Assert.Equal(layouts.Select(layout => layout.Plate), again.Value!.Select(layout => layout.Plate));
        Assert.Equal(layouts.SelectMany(layout => layout.Wells), again.Value!.SelectMany(layout => layout.Wells));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_line_and_column()
    {
        var parsed = Read("bad-layout.csv");

        Assert.Null(parsed.Value);
        Assert.Equal(
            [
                (1, 8, "Found a column 'colour'. It was not read."),
                (2, 5, "Found no concentration for calibrator A1. Expected one."),
                (3, 2, "Found well A1 of plate LEP-0001 again. Expected each well once: it stands on line 2 already."),
                (4, 2, "Found well 'Z9'. Expected a well such as A1."),
                (5, 3, "Found role 'standard'. Expected one of calibrator, quality control, unknown, blank."),
                (6, 6, "Found no aliquot in B2. Expected the aliquot that stands there."),
                (7, 5, "Found concentration '7,5' for well B3. Expected 0 or more. Write decimals with a point."),
                (8, 7, "Found dilution '0' for well B4. Expected a number above 0, or nothing for 1."),
                (9, 7, "Found dilution 2 for calibrator B5. Expected none: its concentration is that of the well."),
                (10, 5, "Found a concentration for blank B6. Expected one for calibrators and quality controls only."),
                (10, 6, "Found aliquot AML-01-0001-BM-1 in blank B6. Expected none."),
                (11, 1, "Found no plate. Expected the barcode of the plate."),
            ],
            parsed.Findings.Select(finding => (finding.Line, finding.Column, finding.Message)));
    }

    [Fact]
    public void Says_which_columns_are_missing_or_double()
    {
        Assert.Equal(
            ["Found no column 'role'. Expected one.", "Found a second column 'well'. Expected one."],
            Read("bad-layout-columns.csv").Findings.Select(finding => finding.Message));
        Assert.Equal("layout-empty", Assert.Single(PlateLayoutFile.Read("empty.csv", []).Findings).Rule);
        Assert.Equal("layout-empty", Assert.Single(PlateLayoutFile.Read("titles.csv", "plate,well,role"u8).Findings).Rule);
    }

    static Parsed<IReadOnlyList<PlateLayout>> Read(string fileName) => PlateLayoutFile.Read(
        fileName, File.ReadAllBytes(Path.Combine(ReferenceFolder.ProjectRoot, "tests/Medulla.Assays.Tests/Plates", fileName)));
}

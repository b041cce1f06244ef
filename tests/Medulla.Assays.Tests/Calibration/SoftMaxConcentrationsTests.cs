using System.Globalization;
using Medulla.Assays.Calibration;
using Medulla.Tests;

namespace Medulla.Assays.Tests.Calibration;

/// <summary>What a commercial program printed for three real plates, found again from the raw readings.</summary>
public sealed class SoftMaxConcentrationsTests
{
    const double PrintedTo = 0.0006;

    static readonly string[] Files = ["elisa_assay2.txt", "elisa_assay3_and_4.txt"];

    [Fact]
    public void Finds_all_202_printed_concentrations_again()
    {
        var plates = Plates();
        Assert.Equal(3, plates.Count);
        Assert.Equal(202, plates.Sum(plate => plate.PrintedCount));
        Assert.Equal(202, plates.Sum(plate => plate.ComparedCount));
        foreach (var plate in plates)
            Assert.InRange(plate.WorstDifference!.Value, 0, PrintedTo);
    }

    [Fact]
    public void Wells_marked_out_of_range_are_exactly_those_below_the_lower_asymptote()
    {
        var plates = Plates();
        Assert.Equal(3, plates.Sum(plate => plate.OutOfRangePrinted.Length));
        foreach (var (plate, name) in plates.Zip(Files.Append(Files[1])))
        {
            var content = PlateFolder.Shipped(name).Plates[plate.Plate - 1];
            var wells =
                PlateResult.Of(content, PlateLayout.From(content), PlateFolder.SoftMaxMethod, new AcceptanceRules()).Wells;

            Assert.Equal(plate.OutOfRangePrinted, plate.OutsideAsymptotes);
            Assert.Equal(
                plate.OutOfRangePrinted,
                wells.Where(well => well.Flag == WellFlag.BelowLowerAsymptote).Select(well => well.Well));
        }
    }

    [Fact]
    public void Counts_of_every_plate_are_those_of_the_reference_table()
    {
        var table = File.ReadLines(ReferenceFolder.Require("plates/README.md"))
            .Where(line => line.StartsWith("| elisa_assay", StringComparison.Ordinal) && line.Count(sign => sign == '|') == 8)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var plates = Plates();

        Assert.Equal(3, table.Count);
        foreach (var (plate, row) in plates.Zip(table))
        {
            Assert.StartsWith(plate.File, row[1]);
            Assert.Equal(
                row[2..5].Select(count => int.Parse(count, CultureInfo.InvariantCulture)),
                plate.Groups.Select(group => group.PrintedCount));
            Assert.Equal(
                int.Parse(row[5].Split(' ')[0], CultureInfo.InvariantCulture), plate.Groups.Sum(group => group.MaskedCount));
            Assert.Equal(int.Parse(row[6], CultureInfo.InvariantCulture), plate.OutOfRangePrinted.Length);
        }
    }

    [Fact]
    public void Fitting_wells_where_calibrators_are_masked_would_be_off_by_per_cents()
    {
        var byWells = PlateFolder.SoftMaxMethod with { Basis = CurveBasis.Wells };
        var worst = PlateComparison.Of(PlateFolder.Shipped(Files[0]), byWells).Single().WorstDifference;

        Assert.True(worst > 1, $"The worst difference is {worst}.");
    }

    static List<PlateComparison> Plates() =>
        [.. Files.SelectMany(file => PlateComparison.Of(PlateFolder.Shipped(file), PlateFolder.SoftMaxMethod))];
}

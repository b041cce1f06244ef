using Medulla.Study.Analysis;
using Medulla.Study.Results;
using Medulla.Study.Tests.Reporting;

namespace Medulla.Study.Tests.Analysis;

public sealed class AnalysisTablesTests
{
    readonly AnalysisTable captured = PlanResults.Of(SmallStudies.SimulatedRun).Table;
    readonly AnalysisTable imported = PlanResults.Of(SmallStudies.ImportedRun).Table;

    [Fact]
    public void Everybody_enrolled_has_a_row_measured_or_not()
    {
        Assert.Equal(SmallStudies.EnrolledPeople, captured.Rows.Length);
        Assert.Equal(["CRC1"], captured.BinaryEndpointCodes);
        Assert.Equal(["OS", "EFS"], captured.TimeEndpointCodes);
        Assert.Equal(["UH-006", "UH-022", "UH-038"], captured.Rows.Where(row => row.Marker is null).Select(row => row.Person));
    }

    [Fact]
    public void Every_marker_value_leads_back_to_the_wells_of_an_accepted_plate()
    {
        var study = SmallStudies.SimulatedRun;
        var measured = captured.Rows.Where(row => row.Marker is not null).ToList();
        Assert.Equal(45, measured.Count);

        Assert.All(measured, row =>
        {
            var plate = study.Results[new PlateId(row.MarkerSource!.Plate)];
            Assert.Equal(plate.Source.Sha256, row.MarkerSource.RawFileSha256);
            Assert.Equal(plate.Accepted!.AcceptedAt, row.MarkerSource.AcceptedAt);
            Assert.All(row.MarkerSource.Wells, name =>
                Assert.Equal(row.MarkerSource.Aliquot, Assert.Single(plate.Wells, well => well.Well == name).Aliquot!.Value.Value));
        });
    }

    [Fact]
    public void A_follow_up_of_0_days_in_an_imported_cohort_is_kept()
    {
        Assert.Equal(60, imported.Rows.Length);
        Assert.Equal(2, imported.Rows.Count(row => row.Times.TryGetValue("OS", out var time) && time.Days == 0));
        Assert.Equal(4, imported.Rows.Count(row => row.Times.IsEmpty));
    }

    [Fact]
    public void Numbers_of_results_are_named_once()
    {
        foreach (var result in PlanResults.Of(SmallStudies.SimulatedRun).Results)
        {
            Assert.NotEmpty(result.Numbers);
            Assert.Equal(result.Numbers.Select(number => number.Name).Distinct(), result.Numbers.Select(number => number.Name));
        }
    }
}

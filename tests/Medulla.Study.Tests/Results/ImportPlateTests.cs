using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Statistics.DoseResponse;
using Medulla.Study.Analysis;
using Medulla.Study.Results;
using Medulla.Study.Specimens;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Results;

public sealed class ImportPlateTests
{
    static readonly DateTimeOffset Nine = new(2025, 9, 3, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly SpecimenId Marrow = new("SP-0001");
    static readonly PlateId Plate = new("PL-0001");
    static readonly FourParameterLogistic Truth = new(A: 0.05, B: 1.2, C: 18, D: 3.0);

    static readonly GivenStudy WithAliquots = AtBaseline.After(
        new CollectSpecimen(First, "MARROW", "BL", Nine, 2),
        new ProcessSpecimen(Marrow, new Spin(Nine.AddMinutes(50), 1800, 10, 4)),
        new MakeAliquots(Marrow, 3, 0.4, Nine.AddMinutes(80), "F1"));

    [Fact]
    public void A_plate_gives_back_what_was_in_its_wells_with_the_dilution_applied_once()
    {
        var accepted = WithAliquots.After(Import("SP-0001-A1", holds: 12, dilution: 2), new AcceptPlate(Plate, null)).Study;

        var result = Assert.Single(accepted.Results[Plate].Accepted!.Results);
        Assert.Equal(12, result.Concentration!.Value, tolerance: 1e-9);
        Assert.Equal(["E1", "E2"], result.Wells);
        Assert.Empty(result.Flags);
        Assert.Equal(12, accepted.ResultOf(First, "LEP", "MARROW", "BL")!.Value.Result.Concentration!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void The_curve_that_was_seen_is_kept_and_can_be_computed_again_to_the_digit()
    {
        var accepted = WithAliquots.After(Import("SP-0001-A1", 12, 2), new AcceptPlate(Plate, null)).Study;
        var again = PlateCalculation.Of(accepted.Results[Plate], accepted.Definition.FindAssay("LEP")!).Curve.Identified!.Curve;
        var kept = accepted.Results[Plate].Accepted!.Curve;

        Assert.Equal((kept.A, kept.B, kept.C, kept.D), (again.A, again.B, again.C, again.D));
    }

    [Fact]
    public void An_aliquot_that_this_study_did_not_make_is_named_with_its_wells()
    {
        var reason = Assert.Single(WithAliquots.Refusals(Import("SP-0777-A1", 12, 2)));

        Assert.Equal("aliquot-unknown", reason.Rule);
        Assert.Equal("Found aliquot 'SP-0777-A1' in well E1, E2. Expected one that this study made.", reason.Message.En);
    }

    [Fact]
    public void The_same_plate_of_the_same_file_is_imported_once_until_it_is_rejected()
    {
        var imported = WithAliquots.After(Import("SP-0001-A1", 12, 2));
        Assert.Equal(["plate-imported-twice"], imported.RefusedBy(Import("SP-0001-A1", 12, 2)));

        Assert.Empty(imported.After(new RejectPlate(Plate, "wrong layout")).RefusedBy(Import("SP-0001-A1", 12, 2)));
    }

    [Fact]
    public void An_aliquot_thawed_too_often_is_refused()
    {
        var twice = WithAliquots.After(
            Import("SP-0001-A1", 12, 2, file: "a"), new RejectPlate(Plate, "drift"),
            Import("SP-0001-A1", 12, 2, file: "b"), new RejectPlate(new PlateId("PL-0002"), "drift"));

        Assert.Equal(["aliquot-thawed-too-often"], twice.RefusedBy(Import("SP-0001-A1", 12, 2, file: "c")));
    }

    [Fact]
    public void A_reading_outside_the_curve_is_flagged_and_has_no_number()
    {
        var accepted = WithAliquots.After(Import("SP-0001-A1", holds: 1e9, dilution: 2, above: 0.5), new AcceptPlate(Plate, null)).Study;

        var result = Assert.Single(accepted.Results[Plate].Accepted!.Results);
        Assert.Null(result.Concentration);
        Assert.Equal(["AboveUpperAsymptote"], result.Flags);
    }

    [Fact]
    public void A_run_that_failed_is_accepted_only_with_a_reason()
    {
        var failed = WithAliquots.After(Import("SP-0001-A1", 12, 2, controlsOff: 1.6));

        Assert.Equal("reason-missing", failed.RefusedBy(new AcceptPlate(Plate, null)).Last());
        Assert.False(failed.After(new AcceptPlate(Plate, "controls were old")).Study.Results[Plate].Accepted!.Passed);
    }

    [Fact]
    public void A_plate_is_decided_once() =>
        Assert.Equal(["plate-already-decided"], WithAliquots
            .After(Import("SP-0001-A1", 12, 2), new AcceptPlate(Plate, null)).RefusedBy(new RejectPlate(Plate, "second thoughts")));

    [Fact]
    public void A_locked_database_takes_no_plate()
    {
        var locked = WithAliquots.After(new LockDatabase(new DateOnly(2026, 12, 31), "end"));

        Assert.Equal(["study-locked"], locked.RefusedBy(Import("SP-0001-A1", 12, 2)));
    }

    [Fact]
    public void A_wavelength_that_was_not_read_is_named()
    {
        var import = Import("SP-0001-A1", 12, 2);

        Assert.Equal(["wavelength-missing"], WithAliquots.RefusedBy(import with
        {
            Content = import.Content with { Reads = [import.Content.Reads[0]] },
        }));
    }

    /// <summary>A noiseless plate: nine calibrators, three controls, one aliquot, all in duplicate.</summary>
    static ImportPlate Import(
        string aliquot, double holds, double dilution, string file = "a", double controlsOff = 1, double above = 0)
    {
        var wells = ImmutableArray.CreateBuilder<(LayoutWell Layout, double OpticalDensity)>();
        var free = (from row in "ABCDEFGH" from column in Enumerable.Range(1, 6) select new Well(row, column)).GetEnumerator();
        foreach (var level in new[] { 0, 0.78125, 1.5625, 3.125, 6.25, 12.5, 25, 50, 100 })
            Twice(well => new LayoutWell(well, WellRole.Calibrator) { NominalConcentration = level }, Truth.ResponseAt(level));
        foreach (var level in new[] { 2.0, 12, 60 })
            Twice(well => new LayoutWell(well, WellRole.QualityControl) { Level = $"QC-{level}", NominalConcentration = level },
                Truth.ResponseAt(level * controlsOff));
        Twice(well => new LayoutWell(well, WellRole.Unknown) { Aliquot = aliquot, DilutionFactor = dilution },
            Truth.ResponseAt(holds / dilution) + above);

        var none = ImmutableSortedDictionary<Well, string>.Empty;
        return new ImportPlate(
            "LEP", new RawPlate($"{file}.csv", file.PadLeft(64, '0'), 1, file, null, null),
            new PlateContent(file, 96,
            [
                new PlateRead(null, 450, wells.ToImmutableSortedDictionary(well => well.Layout.Well, well => well.OpticalDensity + 0.04), none),
                new PlateRead(null, 570, wells.ToImmutableSortedDictionary(well => well.Layout.Well, _ => 0.04), none),
            ], []),
            new PlateLayout(file, [.. wells.Select(well => well.Layout)]), []);

        void Twice(Func<Well, LayoutWell> make, double opticalDensity)
        {
            for (var replicate = 1; replicate <= 2; replicate++)
            {
                free.MoveNext();
                wells.Add((make(free.Current) with { Replicate = replicate }, opticalDensity));
            }
        }
    }
}

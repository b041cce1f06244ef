using Medulla.Assays.Calibration;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Tests.Calibration;

public sealed class PlateResultTests
{
    static readonly CalibrationMethod Method = new(new Response(450, ReferenceWavelengthNm: 570));

    [Fact]
    public void Gives_back_what_was_put_in_and_passes()
    {
        var result = Result(new KnownPlate().With("B3", 5).With("B4", 5));

        Assert.True(result.Verdict.Passed);
        Assert.Equal(5, Aliquot(result).MeanConcentration!.Value, tolerance: 1e-9);
        Assert.Equal(0, Aliquot(result).ConcentrationCvPercent!.Value, tolerance: 1e-6);
        Assert.Equal(WellFlag.InRange, WellOf(result, "B3").Flag);
        Assert.All(
            result.Curve.Levels.Where(level => !level.IsAnchor),
            level => Assert.Equal(100, level.RecoveryPercent!.Value, tolerance: 1e-6));
    }

    [Fact]
    public void The_dilution_factor_is_applied_once_to_the_value_and_both_ends()
    {
        var plain = WellOf(Result(new KnownPlate(noise: 0.02).With("B3", 5)), "B3");
        var diluted = WellOf(Result(new KnownPlate(noise: 0.02).With("B3", 5, dilution: 10)), "B3");

        Assert.Equal(plain.ConcentrationInWell, diluted.ConcentrationInWell);
        Assert.Equal(10 * plain.Concentration!.Value, diluted.Concentration!.Value, tolerance: 1e-9);
        Assert.Equal(10 * plain.Confidence!.Value.Lower!.Value, diluted.Confidence!.Value.Lower!.Value, tolerance: 1e-9);
        Assert.Equal(10 * plain.Confidence!.Value.Upper!.Value, diluted.Confidence!.Value.Upper!.Value, tolerance: 1e-9);
        Assert.InRange(plain.Concentration!.Value, plain.Confidence!.Value.Lower!.Value, plain.Confidence!.Value.Upper!.Value);
    }

    [Fact]
    public void The_range_is_that_of_the_well_not_of_the_undiluted_material()
    {
        var result = Result(new KnownPlate().With("B3", 20, dilution: 10).With("B4", 0.2, dilution: 10).With("B5", 40));

        Assert.Equal(WellFlag.InRange, WellOf(result, "B3").Flag);
        Assert.Equal(200, WellOf(result, "B3").Concentration!.Value, tolerance: 1e-6);
        Assert.Equal(WellFlag.BelowLowestCalibrator, WellOf(result, "B4").Flag);
        Assert.Equal(0.2, WellOf(result, "B4").ConcentrationInWell!.Value, tolerance: 1e-6);
        Assert.Equal(WellFlag.AboveHighestCalibrator, WellOf(result, "B5").Flag);
    }

    [Fact]
    public void A_well_without_concentration_says_why()
    {
        var plate = new KnownPlate()
            .WithResponse("B3", 0.01).WithResponse("B4", 3.5).WithFlag("B5", "OVRFLW").WithFlag("B6", "Path?").Without("B7")
            .With("B8", 5, masked: true);
        var result = Result(plate);

        Assert.Equal(
            [
                WellFlag.BelowLowerAsymptote, WellFlag.AboveUpperAsymptote, WellFlag.Saturated, WellFlag.NoReading,
                WellFlag.NoReading, WellFlag.Masked,
            ],
            new[] { "B3", "B4", "B5", "B6", "B7", "B8" }.Select(well => WellOf(result, well).Flag));
        Assert.All(
            new[] { "B3", "B4", "B5", "B6", "B7", "B8" }.Select(well => WellOf(result, well)),
            well => Assert.Equal((null, null, null), (well.ConcentrationInWell, well.Concentration, well.Confidence)));
    }

    [Fact]
    public void A_saturated_calibrator_does_not_enter_its_level()
    {
        var result = Result(new KnownPlate().WithFlag("A8", "OVRFLW").With("B3", 5));

        Assert.Equal(1, result.Curve.Levels[^1].WellCount);
        Assert.Equal(5, WellOf(result, "B3").Concentration!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void Level_means_of_two_wells_widen_the_interval_of_one_well()
    {
        var plate = new KnownPlate(noise: 0.02).With("B3", 5).With("B4", 5.2);
        var result = Result(plate);
        var fit = result.Curve.Identified!;
        var ofOneWell = fit.Predict(WellOf(result, "B3").Response!.Value, replicates: 0.5)!.LogWald;
        var ofOnePoint = fit.Predict(WellOf(result, "B3").Response!.Value)!.LogWald;

        Assert.Equal(2, result.Curve.WellsPerPoint);
        Assert.Equal(ofOneWell, WellOf(result, "B3").Confidence);
        Assert.True(ofOneWell.Upper > ofOnePoint.Upper);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Weights_change_a_noisy_curve_and_leave_an_exact_one(double power)
    {
        var weighted = Method with { Weighting = new ResponseWeighting(power), Basis = CurveBasis.Wells };
        var exact = new KnownPlate().With("B3", 5);
        var noisy = new KnownPlate(noise: 0.02).With("B3", 5);

        Assert.Equal(5, WellOf(Result(exact, weighted), "B3").Concentration!.Value, tolerance: 1e-8);
        Assert.NotEqual(
            WellOf(Result(noisy, weighted with { Weighting = default }), "B3").Concentration,
            WellOf(Result(noisy, weighted), "B3").Concentration);
    }

    [Fact]
    public void Scattered_replicates_are_to_be_repeated_and_the_run_stands()
    {
        var result = Result(new KnownPlate().With("B3", 5).With("B4", 9));
        var outcome = Assert.Single(result.Verdict.Outcomes, one => one.Rule == "replicate-cv");

        // 100 × √8 / 7 = 40.4 for the concentrations 5 and 9.
        Assert.Equal(100 * Math.Sqrt(8) / 7, Aliquot(result).ConcentrationCvPercent!.Value, tolerance: 1e-6);
        Assert.Equal(RuleResult.AliquotsRepeat, outcome.Result);
        Assert.Equal("Replicates of 1 of 1 aliquots have a CV above 20 %: AML-01.", outcome.Message);
        Assert.True(result.Verdict.Passed);
    }

    [Fact]
    public void A_flat_plate_fails_and_no_well_has_a_number() => Fails(
        new KnownPlate(flat: true).With("B3", 5),
        "The calibrators do not determine a curve. Found the same response at every dose. Expected it to change with dose.");

    [Fact]
    public void A_flat_noisy_plate_does_not_pass()
    {
        for (var seed = 1; seed <= 20; seed++)
            Assert.False(Result(new KnownPlate(flat: true, noise: 0.01, seed: seed).With("B3", 5)).Verdict.Passed);
    }

    [Fact]
    public void A_plate_without_calibrators_fails() => Fails(
        new KnownPlate(calibrators: false).With("B3", 5),
        "The calibrators do not determine a curve. Found 0 points at 0 doses. Expected at least 5 points at 4 doses.");

    [Fact]
    public void A_plate_with_all_wells_masked_fails()
    {
        var plate = new KnownPlate(masked: true).With("B3", 5, masked: true);

        Assert.False(Result(plate).Verdict.Passed);
        Assert.All(Result(plate).Wells, well => Assert.Equal(WellFlag.Masked, well.Flag));
    }

    [Fact]
    public void A_run_without_quality_controls_fails_unless_the_rules_say_otherwise()
    {
        var plate = new KnownPlate(qualityControls: false).With("B3", 5);
        var strict = Result(plate).Verdict;
        var lenient = PlateResult.Of(
            plate.Content, plate.Layout, Method, new AcceptanceRules { QualityControlsRequired = false }).Verdict;

        Assert.False(strict.Passed);
        Assert.Contains(
            "Found no quality control of known concentration. Expected at least one level with its nominal concentration.",
            strict.Outcomes.Select(outcome => outcome.Message));
        Assert.True(lenient.Passed);
    }

    [Fact]
    public void A_missed_quality_control_level_fails_the_run_in_words_and_numbers()
    {
        var threefoldOfTheLower = KnownPlate.Truth.ResponseAt(4.5);
        var verdict = Result(new KnownPlate().WithResponse("C1", threefoldOfTheLower).WithResponse("C2", threefoldOfTheLower))
            .Verdict;

        Assert.False(verdict.Passed);
        Assert.Equal(
            [
                "4 of 6 quality controls lie within ±20 %. Expected at least 66.7 %.",
                "Less than 50 % of the quality controls pass at QC-low.",
            ],
            verdict.Outcomes.Where(outcome => outcome.Rule.StartsWith("quality", StringComparison.Ordinal))
                .Select(outcome => outcome.Message));
        Assert.Equal(1, verdict.Outcomes.Single(outcome => outcome.Rule == "quality-control-per-level").Numbers["failing"]);
    }

    [Fact]
    public void Calibrators_that_miss_their_level_fail_the_run()
    {
        var plate = new KnownPlate();
        foreach (var column in new[] { 3, 5, 7 })
            plate.WithResponse($"A{column}", KnownPlate.Truth.ResponseAt(KnownPlate.Levels[column - 1] * 1.6))
                .WithResponse($"D{column}", KnownPlate.Truth.ResponseAt(KnownPlate.Levels[column - 1] * 1.6));
        var outcome = Result(plate).Verdict.Outcomes.Single(one => one.Rule == "calibrator-recovery");

        Assert.Equal(RuleResult.RunFails, outcome.Result);
        Assert.EndsWith("Expected at least 75 % and 6 levels.", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_wavelength_that_the_plate_was_not_read_at()
    {
        var plate = new KnownPlate();
        var error = Assert.Throws<ArgumentException>(() => PlateResult.Of(
            plate.Content, plate.Layout, Method with { Response = new Response(450, 620) }, new AcceptanceRules()));

        Assert.StartsWith(
            "Found reads at 450, 570 nm on plate LEP-0001. Expected 450 and 620 nm.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_the_layout_of_another_plate()
    {
        var plate = new KnownPlate();
        var error = Assert.Throws<ArgumentException>(() => PlateResult.Of(
            plate.Content, plate.Layout with { Plate = "LEP-0002" }, Method, new AcceptanceRules()));

        Assert.StartsWith(
            "Found the layout of plate LEP-0002 for plate LEP-0001. Expected its own.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_plate_gives_the_same_digits()
    {
        var one = Result(new KnownPlate(noise: 0.02).With("B3", 5));
        var other = Result(new KnownPlate(noise: 0.02).With("B3", 5));

        Assert.Equal(one.Curve.Identified!.Curve, other.Curve.Identified!.Curve);
        Assert.Equal(one.Wells, other.Wells);
    }

    static void Fails(KnownPlate plate, string message)
    {
        var result = Result(plate);

        Assert.False(result.Verdict.Passed);
        Assert.Contains(message, result.Verdict.Outcomes.Select(outcome => outcome.Message));
        Assert.All(result.Wells, well => Assert.Equal((WellFlag.NoCurve, null), (well.Flag, well.Concentration)));
        Assert.Null(Aliquot(result).MeanConcentration);
    }

    static PlateResult Result(KnownPlate plate, CalibrationMethod? method = null) =>
        PlateResult.Of(plate.Content, plate.Layout, method ?? Method, new AcceptanceRules());

    static WellResult WellOf(PlateResult result, string well) => result.Wells.Single(one => one.Well == Well.Parse(well));

    static AliquotResult Aliquot(PlateResult result) => Assert.Single(result.Aliquots);
}

using System.Collections.Immutable;
using System.Text.Json;
using Medulla.Assays.Calibration;
using Medulla.Tests;

namespace Medulla.Assays.Tests.Calibration;

/// <summary>
/// Acceptance rules against the restated M10 cases. Incurred-sample reanalysis (2 cases) is not covered here.
/// </summary>
public sealed class RunAcceptanceReferenceTests
{
    [Fact]
    public void Calibrators_are_judged_as_in_all_nine_cases()
    {
        var cases = Cases("calibration");
        Assert.Equal(9, cases.Count);
        foreach (var one in cases)
        {
            var input = one.GetProperty("input");
            var limits = input.GetProperty("limits");
            var expected = one.GetProperty("expected");
            var rules = new AcceptanceRules
            {
                CalibratorLimitPercent = limits.GetProperty("pct").GetDouble(),
                EndCalibratorLimitPercent = limits.GetProperty("pct_lloq_uloq").GetDouble(),
                LeastFractionOfCalibratorLevels = limits.GetProperty("min_fraction_levels").GetDouble(),
                LeastCalibratorLevels = limits.GetProperty("min_levels").GetInt32(),
            };
            var judged = CalibratorAcceptance.Judge(Levels(input), rules);
            var anchors = input.GetProperty("anchor").EnumerateArray().Select(anchor => anchor.GetBoolean()).ToList();

            Assert.Equal(Unless(anchors, expected.GetProperty("mean_back_calc")), judged.Levels.Select(level => level.Found));
            Near(
                Unless(anchors, expected.GetProperty("deviation_pct")),
                [.. judged.Levels.Select(level => level.DeviationPercent)]);
            Assert.Equal(
                Unless(anchors, expected.GetProperty("limit_pct")), judged.Levels.Select(level => (double?)level.LimitPercent));
            Assert.Equal(
                expected.GetProperty("pass").EnumerateArray()
                    .Where((_, index) => !anchors[index]).Select(pass => pass.GetBoolean()),
                judged.Levels.Select(level => level.Passed));
            Assert.Equal(expected.GetProperty("levels").GetDouble(), judged.Outcome.Numbers["levels"]);
            Assert.Equal(expected.GetProperty("levels_pass").GetDouble(), judged.Outcome.Numbers["passing"]);
            Assert.Equal(
                expected.GetProperty("fraction_pass").GetDouble(), judged.Outcome.Numbers["fraction"], tolerance: 1e-12);
            Assert.Equal(expected.GetProperty("run_accepted").GetBoolean(), judged.Outcome.Result == RuleResult.Passed);
            Assert.Equal(expected.GetProperty("lloq").GetDouble(), judged.LowestPassing);
            Assert.Equal(expected.GetProperty("uloq").GetDouble(), judged.HighestPassing);
        }
    }

    [Fact]
    public void Quality_controls_are_judged_as_in_all_five_cases()
    {
        var cases = Cases("qc");
        Assert.Equal(5, cases.Count);
        foreach (var one in cases)
        {
            var limits = one.GetProperty("input").GetProperty("limits");
            var expected = one.GetProperty("expected");
            var rules = new AcceptanceRules
            {
                QualityControlLimitPercent = limits.GetProperty("pct").GetDouble(),
                LeastFractionOfQualityControls = limits.GetProperty("min_fraction_all").GetDouble(),
                LeastFractionPerQualityControlLevel = limits.GetProperty("min_fraction_per_level").GetDouble(),
            };
            var judged = QualityControlAcceptance.Judge(QualityControls(one.GetProperty("input")), rules);

            foreach (var (deviations, level) in expected.GetProperty("deviation_pct").EnumerateArray().Zip(judged.Levels))
                Near([.. deviations.EnumerateArray().Select(number => (double?)number.GetDouble())], level.DeviationsPercent);
            Assert.Equal(expected.GetProperty("total").GetDouble(), judged.Outcomes[0].Numbers["wells"]);
            Assert.Equal(expected.GetProperty("passed").GetDouble(), judged.Outcomes[0].Numbers["passing"]);
            Assert.Equal(
                expected.GetProperty("fraction_by_level").EnumerateArray().Select(fraction => fraction.GetDouble()),
                judged.Levels.Select(level => level.PassingFraction));
            Assert.Equal(
                expected.GetProperty("accepted").GetBoolean(),
                judged.Outcomes.All(outcome => outcome.Result == RuleResult.Passed));
        }
    }

    static List<JsonElement> Cases(string kind)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(ReferenceFolder.Require("reference/immunoassay/m10_acceptance.json")));
        return
        [
            .. document.RootElement.GetProperty("cases").EnumerateArray()
                .Where(one => one.GetProperty("input").GetProperty("kind").GetString() == kind).Select(one => one.Clone()),
        ];
    }

    static ImmutableArray<CalibratorLevel> Levels(JsonElement input) =>
    [
        .. input.GetProperty("nominal").EnumerateArray().Select((nominal, index) => new CalibratorLevel(
            nominal.GetDouble(), WellCount: 2, MeanResponse: 1,
            [.. input.GetProperty("back_calculated")[index].EnumerateArray().Select(number => number.GetDouble())])
        {
            IsAnchor = input.GetProperty("anchor")[index].GetBoolean(),
        }),
    ];

    static IEnumerable<WellResult> QualityControls(JsonElement input) =>
        input.GetProperty("nominal").EnumerateArray().SelectMany((nominal, level) =>
            input.GetProperty("results")[level].EnumerateArray().Select((found, replicate) => new WellResult(
                new LayoutWell(new Well((char)('A' + level), replicate + 1), WellRole.QualityControl)
                {
                    Level = $"QC {level}",
                    NominalConcentration = nominal.GetDouble(),
                },
                Response: 1, WellFlag.InRange, found.GetDouble(), found.GetDouble(), Confidence: null, RecoveryPercent: null)));

    static List<double?> Unless(List<bool> anchors, JsonElement numbers) =>
        [.. numbers.EnumerateArray().Where((_, index) => !anchors[index]).Select(number => (double?)number.GetDouble())];

    static void Near(List<double?> expected, IReadOnlyList<double?> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
            Assert.Equal(one!.Value, other!.Value, tolerance: 1e-9 * Math.Max(1, Math.Abs(one.Value)));
    }
}

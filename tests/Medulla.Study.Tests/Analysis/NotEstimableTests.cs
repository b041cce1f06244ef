using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Tests.Definition;

namespace Medulla.Study.Tests.Analysis;

/// <summary>Data that an analysis cannot take give a reason in both languages, never an exception.</summary>
public sealed class NotEstimableTests
{
    static readonly AnalysisPlan Plan = BundledStudies.Plan("nct07163728");

    [Fact]
    public void Nobody_at_all() => AssertReason([], All(), "");

    [Fact]
    public void Everybody_with_the_same_marker() =>
        AssertReason(People(20, _ => 5), Of<PlannedAnalysis.FisherExact>(), "One of the groups is empty");

    [Fact]
    public void Everybody_with_the_same_marker_has_no_correlation() =>
        AssertReason(People(20, _ => 5), Of<PlannedAnalysis.Spearman>(), "the same in everybody");

    [Fact]
    public void Everybody_with_the_same_covariate_has_no_correlation() =>
        AssertReason(People(20, number => number + 1, _ => "24.1"), Of<PlannedAnalysis.Spearman>(), "the same in everybody");

    [Fact]
    public void Everybody_with_the_same_outcome() =>
        AssertReason(People(20, number => number + 1, unfavourable: _ => true), Of<PlannedAnalysis.RankSum>(), "the same outcome");

    [Fact]
    public void Nobody_with_an_event() =>
        AssertReason(People(20, number => number + 1, isEvent: _ => false), Of<PlannedAnalysis.Cox>(), "event");

    static void AssertReason(ImmutableArray<AnalysisRow> rows, IReadOnlyList<PlannedAnalysis> planned, string reason)
    {
        Assert.NotEmpty(planned);
        var plan = Plan with { Analyses = [.. planned] };
        var table = new AnalysisTable(rows, ["CRC1"], ["OS", "EFS"], [.. Plan.Baseline.Select(covariate => covariate.Code)], []);

        var results = PlanResults.Of(plan, table).Results;

        Assert.All(results, result =>
        {
            var cannot = Assert.IsType<NotEstimable>(result);
            Assert.Contains(reason, cannot.Reason.En, StringComparison.Ordinal);
            Assert.DoesNotMatch("[a-z]{3}", cannot.Reason.Zh);
        });
    }

    static ImmutableArray<AnalysisRow> People(
        int count, Func<int, double> marker, Func<int, string>? covariate = null,
        Func<int, bool>? unfavourable = null, Func<int, bool>? isEvent = null) =>
    [
        .. Enumerable.Range(0, count).Select(number => new AnalysisRow(
            $"P{number:000}", marker(number), null,
            Sorted(["CRC1"], _ => unfavourable?.Invoke(number) ?? number % 3 == 0),
            Sorted(["OS", "EFS"], _ => new ObservedTime(10 + number, isEvent?.Invoke(number) ?? number % 2 == 0, Bilingual.Same("ended"))),
            Sorted(Plan.Baseline.Select(known => known.Code), code => code switch
            {
                "sex" => number % 2 == 0 ? "Female" : "Male",
                "eln" => Plan.FindCovariate("eln")!.Levels[number % 3].Value,
                _ => covariate?.Invoke(number) ?? $"{20 + number}",
            }))),
    ];

    static ImmutableSortedDictionary<string, TValue> Sorted<TValue>(IEnumerable<string> keys, Func<string, TValue> value) =>
        keys.ToImmutableSortedDictionary(key => key, value, StringComparer.Ordinal);

    static IReadOnlyList<PlannedAnalysis> All() => Plan.Analyses;

    static IReadOnlyList<PlannedAnalysis> Of<T>() where T : PlannedAnalysis => [.. Plan.Analyses.OfType<T>()];
}

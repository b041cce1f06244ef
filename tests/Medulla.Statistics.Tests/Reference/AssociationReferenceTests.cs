using Medulla.Statistics.Association;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Description;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Tests.Reference;

public sealed class AssociationReferenceTests
{
    // The reference took these from R's uniroot, which stops early; its own README states the distances.
    const double RootOfShift = 5e-3;
    const double RootOfOddsRatio = 5e-4;

    [Fact]
    public void Agrees_with_R_on_correlations_rank_tests_and_tables()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("association_tests"))
        {
            Action<Agreement>? compare = reference.Method switch
            {
                "pearson" => check => ComparePearson(check, reference),
                "spearman" => check => CompareSpearman(check, reference),
                "spearman_ci" => check => CompareSpearmanIntervals(check, reference),
                "wilcoxon" => check => CompareWilcoxon(check, reference),
                "wilcoxon_exact_midrank" => check => CompareMidrank(check, reference),
                "coin_wilcoxon" => check => CompareStandardised(check, reference),
                "crosstab" => check => CompareCounts(check, reference),
                "fisher" => check => CompareFisher(check, reference),
                "chisq" => check => CompareChiSquare(check, reference),
                "binom_test" => check => CompareBinomial(check, reference),
                "effect_size" => check => CompareSummaries(check, reference),
                "p_adjust" => check => CompareAdjusted(check, reference),
                _ => null,
            };
            if (reference.Method == "p_adjust" && reference.Text("adjust") == "hommel")
                agreement.LeaveOut(reference, "Hommel");
            else if (compare is null)
                agreement.LeaveOut(reference, "not in the library");
            else
                agreement.Case(reference, compare);
        }

        agreement.Report("association_tests");
        Assert.Equal(
            ["binom_test 4", "chisq 16", "coin_wilcoxon 5", "crosstab 8", "effect_size 6", "fisher 8", "p_adjust 5",
                "pearson 5", "spearman 13", "spearman_ci 5", "wilcoxon 14", "wilcoxon_exact_midrank 5"],
            agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(
            ["bartlett 4", "cmh 2", "dunn 4", "f_test_variance 6", "fligner 6", "jonckheere 4", "kendall 8", "kruskal 4",
                "ks 6", "mcnemar 4", "oneway 8", "p_adjust 1", "partial_pearson 2", "poisson_test 4", "prop_test 4",
                "prop_trend 4", "risk_ratio 4", "shapiro 6", "t_test 12"],
            agreement.NotCovered.Select(method => $"{method.Key.Split(':')[0]} {method.Value}"));
        Assert.Equal(["effect_size: cohen_d geomean hedges_g mad skewness_g1 smd_table1"],
            agreement.Untouched.Select(method => $"{method.Key}: {method.Value}"));
    }

    static void ComparePearson(Agreement check, ReferenceCase reference)
    {
        var (x, y) = Columns(reference);
        var correlation = PearsonCorrelation.Of(x, y);
        check.Number("statistic", correlation.Statistic);
        check.List("parameter", [correlation.DegreesOfFreedom]);
        check.Number("p", correlation.Probability);
        check.List("estimate", [correlation.Estimate]);
        Pair(check, "ci", correlation.Confidence(reference.Number("level", 0.95)));
    }

    static void CompareSpearman(Agreement check, ReferenceCase reference)
    {
        var (x, y) = Columns(reference);
        var correlation = SpearmanCorrelation.Of(x, y, reference.Flag("exact") ? SpearmanMethod.Exact
            : reference.Flag("correct") ? SpearmanMethod.StudentTWithContinuity : SpearmanMethod.StudentT);
        check.Number("statistic", correlation.SumOfSquares);
        check.Number("p", correlation.Probability);
        check.List("estimate", [correlation.Estimate]);
    }

    static void CompareSpearmanIntervals(Agreement check, ReferenceCase reference)
    {
        var (x, y) = Columns(reference);
        var correlation = SpearmanCorrelation.Of(x, y);
        check.Number("n", correlation.Pairs);
        check.Number("rs", correlation.Estimate);
        Pair(check, "bonett_wright", correlation.Confidence(reference.Number("level", 0.95)));
        Pair(check, "fisher", correlation.PlainFisherConfidence(reference.Number("level", 0.95)));
    }

    static void CompareWilcoxon(Agreement check, ReferenceCase reference)
    {
        var exact = reference.Flag("exact");
        var test = RankSum(reference, exact ? RankSumMethod.Exact
            : reference.Flag("correct") ? RankSumMethod.NormalWithContinuity : RankSumMethod.Normal);
        check.Number("statistic", test.Statistic);
        check.Number("p", test.Probability);
        if (!reference.Flag("conf_int"))
            return;
        var shift = test.Shift(reference.Number("level", 0.95));
        check.List("estimate", [shift.Estimate], exact ? Agreement.Tolerance : RootOfShift);
        Pair(check, "ci", shift.Confidence, exact ? Agreement.Tolerance : RootOfShift);
    }

    static void CompareMidrank(Agreement check, ReferenceCase reference)
    {
        var test = RankSum(reference, RankSumMethod.Exact);
        check.Number("statistic", test.Statistic);
        check.Number("p", test.Probability);
    }

    static void CompareStandardised(Agreement check, ReferenceCase reference)
    {
        var test = RankSum(reference, RankSumMethod.Exact);
        check.Number("z", test.Z);
        check.Number("p", test.Probability);
    }

    static void CompareCounts(Agreement check, ReferenceCase reference)
    {
        var table = Table(reference);
        check.Echo("rows", "cols");
        check.Table("counts", Enumerable.Range(0, table.Rows).Select(row =>
            Enumerable.Range(0, table.Columns).Select(column => (double?)table[row, column])));
    }

    static void CompareFisher(Agreement check, ReferenceCase reference)
    {
        var test = FisherExact.Of(Table(reference), reference.Number("level", 0.95));
        check.Number("p", test.Probability);
        Assert.Equal(check.Exists("estimate"), test.OddsRatio is not null);
        if (!check.Exists("estimate"))
            return;
        check.List("estimate", [test.OddsRatio], RootOfOddsRatio);
        Pair(check, "ci", test.Confidence, RootOfOddsRatio);
    }

    static void CompareChiSquare(Agreement check, ReferenceCase reference)
    {
        var test = ChiSquaredTest.Of(Table(reference), reference.Flag("correct"));
        check.Number("statistic", test.ChiSquare);
        check.List("parameter", [test.DegreesOfFreedom]);
        check.Number("p", test.Probability);
    }

    static void CompareBinomial(Agreement check, ReferenceCase reference)
    {
        var proportion = new BinomialProportion((int)reference.Number("count", -1), (int)reference.Number("n", -1));
        check.Number("statistic", proportion.Count);
        check.List("parameter", [proportion.Total]);
        check.Number("p", proportion.ProbabilityIfShareWere(reference.Number("null", -1)));
        check.List("estimate", [proportion.Estimate]);
        Pair(check, "ci", proportion.ClopperPearson(reference.Number("level", 0.95)));
    }

    static void CompareSummaries(Agreement check, ReferenceCase reference)
    {
        var groups = Groups(reference);
        var summaries = groups.Select(group => Summary.Of(group.Select(value => (double?)value))).ToArray();
        check.List("n", summaries.Select(summary => (double)summary.Count));
        check.List("mean", summaries.Select(summary => summary.Mean));
        check.List("sd", summaries.Select(summary => summary.StandardDeviation));
        check.List("median", summaries.Select(summary => summary.Median));
        foreach (var type in reference.Numbers("quantile_types"))
            check.List($"q/type{(int)type}", reference.Numbers("probs").Select(share =>
                Quantiles.Of(groups[0], share, (QuantileType)(int)type)));
    }

    static void CompareAdjusted(Agreement check, ReferenceCase reference)
    {
        check.Echo("p");
        check.List("adjusted", MultipleTesting.Adjust(
            [.. reference.Arguments.GetProperty("data").GetProperty("p").EnumerateArray().Select(one => one.GetDouble())],
            reference.Text("adjust") switch
            {
                "bonferroni" => Adjustment.Bonferroni,
                "holm" => Adjustment.Holm,
                "hochberg" => Adjustment.Hochberg,
                "BH" => Adjustment.BenjaminiHochberg,
                "BY" => Adjustment.BenjaminiYekutieli,
                var other => throw new NotSupportedException(other),
            }));
    }

    static WilcoxonRankSum RankSum(ReferenceCase reference, RankSumMethod method)
    {
        var groups = Groups(reference);
        return WilcoxonRankSum.Compare(groups[0], groups[1], method);
    }

    static double[][] Groups(ReferenceCase reference) =>
        [.. Cohort.Of(reference).GroupedBy(reference.Text("group"))
            .Select(group => group.Cohort.Values(reference.Text("outcome")))];

    static (double[] X, double[] Y) Columns(ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        return (cohort.Values(reference.Text("x")), cohort.Values(reference.Text("y")));
    }

    static ContingencyTable Table(ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        return ContingencyTable.Of(cohort.Values(reference.Text("row")), cohort.Values(reference.Text("column")));
    }

    static void Pair(Agreement check, string path, Interval? interval, double tolerance = Agreement.Tolerance) =>
        check.List(path, [interval?.Lower, interval?.Upper], tolerance);
}

using Medulla.Statistics.Comparison;
using Medulla.Statistics.Discrimination;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>association_tests</c>.</summary>
static class AssociationTestsTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "association_tests",
        ("pearson", CorrelationCases.Pearson),
        ("spearman", CorrelationCases.Spearman),
        ("kendall", CorrelationCases.Kendall),
        ("spearman_ci", CorrelationCases.SpearmanIntervals),
        ("partial_pearson", CorrelationCases.Partial),
        ("wilcoxon", GroupCases.Wilcoxon),
        ("wilcoxon_exact_midrank", GroupCases.WilcoxonMidrank),
        ("coin_wilcoxon", GroupCases.WilcoxonStandardised),
        ("t_test", GroupCases.StudentT),
        ("f_test_variance", GroupCases.VarianceRatio),
        ("ks", GroupCases.KolmogorovSmirnovDistance),
        ("shapiro", GroupCases.Shapiro),
        ("fligner", GroupCases.Fligner),
        ("effect_size", GroupCases.EffectSizes),
        ("kruskal", GroupCases.Kruskal),
        ("oneway", GroupCases.OneWay),
        ("bartlett", GroupCases.Bartlett),
        ("jonckheere", GroupCases.Jonckheere),
        ("dunn", GroupCases.Dunn),
        ("crosstab", TableCases.Counts),
        ("fisher", TableCases.Fisher),
        ("chisq", TableCases.ChiSquare),
        ("mcnemar", TableCases.McNemar),
        ("prop_test", TableCases.Proportions),
        ("risk_ratio", TableCases.RiskRatio),
        ("cmh", TableCases.MantelHaenszel),
        ("prop_trend", TableCases.Trend),
        ("p_adjust", Adjusted),
        ("binom_test", Binomial),
        ("poisson_test", Poisson));

    internal static Adjustment AdjustmentOf(string name) => name switch
    {
        "bonferroni" => Adjustment.Bonferroni,
        "holm" => Adjustment.Holm,
        "hochberg" => Adjustment.Hochberg,
        "hommel" => Adjustment.Hommel,
        "BH" or "fdr" => Adjustment.BenjaminiHochberg,
        "BY" => Adjustment.BenjaminiYekutieli,
        _ => throw new NotSupportedException($"Found the adjustment {name}. Expected one of R's p.adjust."),
    };

    static Answer Adjusted(CaseInput input)
    {
        var adjust = input.Text("adjust");
        double[] given = [.. input.Argument("data").GetProperty("p").EnumerateArray().Select(one => one.GetDouble())];
        return new Answer().Set("adjusted",
            adjust == "none" ? given : MultipleTesting.Adjust(given, AdjustmentOf(adjust)).AsEnumerable());
    }

    static Answer Binomial(CaseInput input)
    {
        var share = new BinomialProportion(input.Whole("count"), input.Whole("n"));
        return new Answer()
            .Set("statistic", share.Count)
            .Set("parameter", share.Total)
            .Set("p", share.ProbabilityIfShareWere(input.Number("null")))
            .Set("estimate", share.Estimate)
            .Set("ci", TestCases.Limits(share.ClopperPearson(TestCases.Level(input))));
    }

    static Answer Poisson(CaseInput input)
    {
        var rate = new PoissonRate(input.Whole("count"), input.Number("exposure"));
        return new Answer()
            .Set("statistic", rate.Count)
            .Set("parameter", rate.Exposure)
            .Set("p", rate.ProbabilityIfRateWere(input.Number("null")))
            .Set("estimate", rate.Estimate)
            .Set("ci", TestCases.Limits(rate.Confidence(TestCases.Level(input))));
    }
}

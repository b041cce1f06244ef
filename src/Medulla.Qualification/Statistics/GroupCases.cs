using System.Globalization;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Description;

namespace Medulla.Qualification.Statistics;

/// <summary>Comparisons of groups of the topic <c>association_tests</c>.</summary>
static class GroupCases
{
    public static Answer Wilcoxon(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        var normal = input.Flag("correct") ? RankSumMethod.NormalWithContinuity : RankSumMethod.Normal;
        var test = WilcoxonRankSum.Compare(groups[0], groups[1], normal);

        // R turns to the normal approximation where values tie.
        if (input.Flag("exact") && !test.Tied)
            test = WilcoxonRankSum.Compare(groups[0], groups[1], RankSumMethod.Exact);
        var answer = new Answer().Set("statistic", test.Statistic).Set("p", test.Probability);
        if (!input.Flag("conf_int"))
            return answer;
        var shift = test.Shift(TestCases.Level(input));
        return answer.Set("estimate", shift.Estimate).Set("ci", TestCases.Limits(shift.Confidence));
    }

    public static Answer WilcoxonMidrank(CaseInput input)
    {
        var test = ExactRankSum(input);
        return new Answer().Set("statistic", test.Statistic).Set("p", test.Probability);
    }

    public static Answer WilcoxonStandardised(CaseInput input)
    {
        var test = ExactRankSum(input);
        return new Answer().Set("z", test.Z).Set("p", test.Probability);
    }

    public static Answer StudentT(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        var test = StudentTTest.Compare(groups[0], groups[1], input.Flag("equal_var"));
        return new Answer()
            .Set("statistic", test.Statistic)
            .Set("parameter", test.DegreesOfFreedom)
            .Set("p", test.Probability)
            .Set("estimate", [test.FirstMean, test.SecondMean])
            .Set("ci", TestCases.Limits(test.Confidence(TestCases.Level(input))));
    }

    public static Answer VarianceRatio(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        var test = VarianceRatioTest.Compare(groups[0], groups[1]);
        return new Answer()
            .Set("statistic", test.Ratio)
            .Set("parameter", [test.NumeratorDegrees, (double)test.DenominatorDegrees])
            .Set("p", test.Probability)
            .Set("estimate", test.Ratio)
            .Set("ci", TestCases.Limits(test.Confidence(TestCases.Level(input))));
    }

    public static Answer KolmogorovSmirnovDistance(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        var test = KolmogorovSmirnov.Compare(
            groups[0], groups[1], input.Flag("exact") ? KolmogorovMethod.Exact : KolmogorovMethod.AsymptoticFirstTerm);
        return new Answer().Set("statistic", test.Distance).Set("p", test.Probability);
    }

    public static Answer Shapiro(CaseInput input)
    {
        var test = ShapiroWilk.Of(input.Values(input.Text("outcome")));
        return new Answer().Set("statistic", test.W).Set("p", test.Probability);
    }

    public static Answer Fligner(CaseInput input)
    {
        var test = FlignerKilleen.Compare(TestCases.Outcomes(input));
        return ChiSquare(test.ChiSquare, test.DegreesOfFreedom, test.Probability);
    }

    public static Answer EffectSizes(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        var summaries = groups.Select(group => Summary.Of(group.Select(value => (double?)value))).ToArray();
        var quantiles = new Answer();
        foreach (var type in input.Numbers("quantile_types"))
            quantiles.Set(string.Create(CultureInfo.InvariantCulture, $"type{type}"), input.Numbers("probs")
                .Select(share => Quantiles.Of(groups[0], share, (QuantileType)(int)type)));
        var effect = EffectSize.Of(groups[0], groups[1]);
        return new Answer()
            .Set("n", summaries.Select(summary => (double)summary.Count))
            .Set("mean", summaries.Select(summary => summary.Mean))
            .Set("sd", summaries.Select(summary => summary.StandardDeviation))
            .Set("median", summaries.Select(summary => summary.Median))
            .Set("q", quantiles)
            .Set("cohen_d", effect.CohenD)
            .Set("hedges_g", effect.HedgesG)
            .Set("smd_table1", effect.StandardisedMeanDifference)
            .Set("mad", groups.Select(Shape.MedianAbsoluteDeviation))
            .Set("geomean", groups.Select(GeometricMean))
            .Set("skewness_g1", Shape.Skewness(groups[0]));
    }

    public static Answer Kruskal(CaseInput input)
    {
        var test = KruskalWallis.Compare(TestCases.Outcomes(input));
        return ChiSquare(test.ChiSquare, test.DegreesOfFreedom, test.Probability);
    }

    public static Answer OneWay(CaseInput input)
    {
        var test = OneWayAnova.Compare(TestCases.Outcomes(input), input.Flag("equal_var"));
        return new Answer()
            .Set("statistic", test.Statistic)
            .Set("parameter", [test.NumeratorDegrees, test.DenominatorDegrees])
            .Set("p", test.Probability);
    }

    public static Answer Bartlett(CaseInput input)
    {
        var test = BartlettTest.Compare(TestCases.Outcomes(input));
        return ChiSquare(test.ChiSquare, test.DegreesOfFreedom, test.Probability);
    }

    public static Answer Jonckheere(CaseInput input)
    {
        var test = JonckheereTerpstra.Compare(TestCases.Outcomes(input));
        return new Answer()
            .Set("J", test.Statistic)
            .Set("mean", test.Mean)
            .Set("var", test.Variance)
            .Set("z", test.Z)
            .Set("p", test.Probability);
    }

    public static Answer Dunn(CaseInput input)
    {
        var adjust = input.Text("adjust");
        var test = DunnTest.Compare(TestCases.Outcomes(input), AssociationTestsTopic.AdjustmentOf(adjust));
        return new Answer()
            .Set("z", test.Pairs.Select(pair => pair.Z))
            .Set("p", test.Pairs.Select(pair => pair.Probability))
            .Set($"p_{adjust}", test.Pairs.Select(pair => pair.AdjustedProbability));
    }

    // R takes the logarithm of 0 for minus infinity, and comes back to 0.
    static double? GeometricMean(double[] values) => Shape.GeometricMean(values) ?? (values.Min() == 0 ? 0 : null);

    static WilcoxonRankSum ExactRankSum(CaseInput input)
    {
        var groups = TestCases.Outcomes(input);
        return WilcoxonRankSum.Compare(groups[0], groups[1], RankSumMethod.Exact);
    }

    static Answer ChiSquare(double statistic, int degrees, double probability) =>
        new Answer().Set("statistic", statistic).Set("parameter", degrees).Set("p", probability);
}

using Medulla.Statistics.Association;

namespace Medulla.Qualification.Statistics;

/// <summary>Correlations of the topic <c>association_tests</c>.</summary>
static class CorrelationCases
{
    // R's series for the exact probability ends here, and the t approximation begins.
    const int MostPairsSeries = 1290;

    public static Answer Pearson(CaseInput input)
    {
        var correlation = PearsonCorrelation.Of(X(input), Y(input));
        return new Answer()
            .Set("statistic", correlation.Statistic)
            .Set("parameter", correlation.DegreesOfFreedom)
            .Set("p", correlation.Probability)
            .Set("estimate", correlation.Estimate)
            .Set("ci", TestCases.Limits(correlation.Confidence(TestCases.Level(input))));
    }

    public static Answer Spearman(CaseInput input)
    {
        var (x, y) = (X(input), Y(input));
        var exact = input.Flag("exact") && x.Length <= MostPairsSeries && !Tied(x) && !Tied(y);
        var method = exact ? SpearmanMethod.Exact
            : input.Flag("correct") ? SpearmanMethod.StudentTWithContinuity
            : SpearmanMethod.StudentT;
        var correlation = SpearmanCorrelation.Of(x, y, method);
        return new Answer()
            .Set("statistic", correlation.SumOfSquares)
            .Set("p", correlation.Probability)
            .Set("estimate", correlation.Estimate);
    }

    public static Answer Kendall(CaseInput input)
    {
        var (x, y) = (X(input), Y(input));

        // R turns to the normal approximation where values tie, and keeps the correction that was asked for.
        var exact = input.Flag("exact") && !Tied(x) && !Tied(y);
        var correlation = KendallCorrelation.Of(x, y, exact ? KendallMethod.Exact
            : input.Flag("correct") ? KendallMethod.NormalWithContinuity
            : KendallMethod.Normal);
        return new Answer()
            .Set("statistic", exact ? correlation.Concordant : correlation.Z)
            .Set("p", correlation.Probability)
            .Set("estimate", correlation.Estimate);
    }

    public static Answer SpearmanIntervals(CaseInput input)
    {
        var correlation = SpearmanCorrelation.Of(X(input), Y(input));
        return new Answer()
            .Set("n", correlation.Pairs)
            .Set("rs", correlation.Estimate)
            .Set("bonett_wright", TestCases.Limits(correlation.Confidence(TestCases.Level(input))))
            .Set("fisher", TestCases.Limits(correlation.PlainFisherConfidence(TestCases.Level(input))));
    }

    public static Answer Partial(CaseInput input)
    {
        var correlation = PartialCorrelation.Of(X(input), Y(input), input.Covariates("given"));
        return new Answer()
            .Set("r", correlation.Estimate)
            .Set("df", correlation.DegreesOfFreedom)
            .Set("t", correlation.Statistic)
            .Set("p", correlation.Probability);
    }

    static bool Tied(double[] values) => values.Distinct().Count() < values.Length;

    static double[] X(CaseInput input) => input.Values(input.Text("x"));

    static double[] Y(CaseInput input) => input.Values(input.Text("y"));
}

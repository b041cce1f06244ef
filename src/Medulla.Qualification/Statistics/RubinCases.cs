using Medulla.Statistics.Imputation;

namespace Medulla.Qualification.Statistics;

/// <summary>Multiple imputation of the topic <c>survival_misc</c>.</summary>
static class RubinCases
{
    public static Answer Rubin(CaseInput input)
    {
        var n = input.Number("n");
        var pooled = RubinsRules.Pool(
            Vector(input, "Q"), Vector(input, "U"), double.IsInfinity(n) ? null : n - input.Number("k"));
        return new Answer()
            .Set("Q", Vector(input, "Q"))
            .Set("U", Vector(input, "U"))
            .Set("qbar", pooled.Estimate)
            .Set("ubar", pooled.WithinVariance)
            .Set("b", pooled.BetweenVariance)
            .Set("t", pooled.TotalVariance)
            .Set("df", pooled.DegreesOfFreedom ?? double.PositiveInfinity)
            .Set("r", pooled.RelativeIncrease)
            .Set("fmi", pooled.MissingInformation);
    }

    static double[] Vector(CaseInput input, string name) =>
        [.. input.Argument("data").GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];
}

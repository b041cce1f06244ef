using Medulla.Statistics.Description;
using Medulla.Statistics.Prediction;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Resampled Cox models.</summary>
static class ResamplingAnswers
{
    public static Answer Optimism(CaseInput input)
    {
        var optimism = Run(input);
        var coefficients = Coefficients(optimism);
        var intervals = coefficients.Select(column => Interval(input, 0, column)).ToArray();
        return new Answer().Set("C_apparent", optimism.ApparentC)
            .Set("C_boot", optimism.Replicates.Select(replicate => replicate.InResample))
            .Set("C_orig", optimism.Replicates.Select(replicate => replicate.InCohort))
            .Set("slope_b", optimism.Replicates.Select(replicate => replicate.Slope))
            .Set("coef_b", Enumerable.Range(0, optimism.Replicates.Length).Select(
                row => coefficients.Select(column => column[row])))
            .Set("optimism", optimism.Optimism).Set("C_corrected", optimism.CorrectedC)
            .Set("slope_corrected", optimism.CorrectedSlope)
            .Set("boot_se", intervals.Select(interval => interval.StandardError))
            .Set("percentile95", intervals.Select(interval => new[] { interval.Percentile.Lower, interval.Percentile.Upper }));
    }

    public static Answer Intervals(CaseInput input)
    {
        var place = input.Whole("coefficient", 1) - 1;
        var (followUps, columns) = (input.FollowUps(), input.Covariates());
        var options = new CoxOptions { Ties = Ties(input) };
        var estimate = CoxRegression.Fit(followUps, columns, options).Coefficients[place].Estimate;
        var interval = Interval(input, estimate, Coefficients(Run(input))[place]);
        double[] jackknife = [.. Enumerable.Range(0, followUps.Length).Select(left => CoxRegression.Fit(
            [.. followUps.Where((_, row) => row != left)],
            [.. columns.Select(column => new Covariate(column.Name, [.. column.Values.Where((_, row) => row != left)]))],
            options).Coefficients[place].Estimate)];
        var answer = new Answer().Set("jackknife_first5", jackknife.Take(5));
        if (interval.Accelerated(jackknife) is { } accelerated)
            answer.Set("jack_se", accelerated.JackknifeStandardError).Set("z0", accelerated.BiasCorrection)
                .Set("a", accelerated.Acceleration).Set("adj_alpha", [accelerated.LowerShare, accelerated.UpperShare])
                .Set("bca_type7", [accelerated.Limits.Lower, accelerated.Limits.Upper]);
        return answer.Set("basic", [interval.Basic.Lower, interval.Basic.Upper])
            .Set("normal", [interval.Normal.Lower, interval.Normal.Upper]);
    }

    static CoxOptimism Run(CaseInput input) => CoxOptimism.Run(
        input.FollowUps(), input.Covariates(), BootstrapIndices.Given(input.Places("indices")), Ties(input));

    static double[][] Coefficients(CoxOptimism optimism) =>
        [.. Enumerable.Range(0, optimism.Columns.Length).Select(column => Enumerable.Range(0, optimism.Replicates.Length)
            .Select(replicate => optimism.Coefficient(replicate, column)).ToArray())];

    static BootstrapInterval Interval(CaseInput input, double estimate, double[] replicates) =>
        new(estimate, replicates, input.Number("level", absent: 0.95), (QuantileType)input.Whole("quantile_type", 7));

    static CoxTies Ties(CaseInput input) =>
        input.Has("ties") && input.Text("ties") == "breslow" ? CoxTies.Breslow : CoxTies.Efron;
}

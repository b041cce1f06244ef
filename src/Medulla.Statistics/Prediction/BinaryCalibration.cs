using System.Collections.Immutable;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Prediction;

/// <summary>Whether as many are cases as predicted, group by group and overall.</summary>
/// <param name="Groups">Lowest risk first; Wilson intervals.</param>
/// <param name="Intercept">
/// Of a logistic model with the log odds as offset: 0 when right in the large. Null where not estimable.
/// </param>
/// <param name="SlopeIntercept">Intercept of the logistic model of the log odds.</param>
/// <param name="Slope">Of that model: 1 when spread right, below 1 when predictions are too extreme.</param>
/// <param name="ObservedOverExpected">Cases over the sum of risks.</param>
/// <remarks>
/// R: <c>glm(y ~ offset(qlogis(p)), binomial)</c>, <c>glm(y ~ qlogis(p), binomial)</c>; <c>rms::val.prob</c>.
/// Sources: Cox 1958; Steyerberg et al. 2010.
/// </remarks>
public sealed record BinaryCalibration(
    ImmutableArray<CalibrationGroup> Groups, double? Intercept, double? SlopeIntercept, double? Slope,
        double ObservedOverExpected)
{
    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Logistic recalibration of log odds, groups at type-7 quantiles of risk; R: glm(y ~ qlogis(p), binomial)";

    /// <param name="outcomes">True for a case.</param>
    /// <param name="risks">One per participant; 0 and 1 allow no slope.</param>
    /// <param name="groups">At least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not a probability, or one outcome is missing.</exception>
    public static BinaryCalibration Of(IReadOnlyList<bool> outcomes, IReadOnlyList<double> risks, int groups = 10)
    {
        var (cases, _) = PredictionInput.RequireOutcomes(outcomes, risks, nameof(risks));
        var parts = RiskGroups.Of(risks, groups).Select(rows =>
        {
            var ofGroup = rows.Count(row => outcomes[row]);
            return new CalibrationGroup(rows.Length, rows.Average(row => risks[row]), (double)ofGroup / rows.Length,
                new BinomialProportion(ofGroup, rows.Length).Wilson());
        });
        var expected = risks.Sum();
        double[]? logOdds = risks.Any(risk => risk is <= 0 or >= 1) ? null
            : [.. risks.Select(risk => Math.Log(risk / (1 - risk)))];
        double? intercept = null, slopeIntercept = null, slope = null;
        if (logOdds is not null)
        {
            intercept = Estimable(() => LogisticRegression.Fit(outcomes, [], new LogisticOptions { Offset = logOdds }))
                ?.Coefficients[0].Estimate;
            var model = Estimable(() => LogisticRegression.Fit(outcomes, [new Covariate("log odds", logOdds)]));
            (slopeIntercept, slope) = (model?.Coefficients[0].Estimate, model?.Coefficients[1].Estimate);
        }

        return new BinaryCalibration([.. parts], intercept, slopeIntercept, slope, cases / expected);
    }

    static LogisticRegression? Estimable(Func<LogisticRegression> fit)
    {
        try
        {
            return fit();
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }
}

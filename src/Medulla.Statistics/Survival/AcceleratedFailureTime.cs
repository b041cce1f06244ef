using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>One row of an <see cref="AcceleratedFailureTime"/>'s table.</summary>
/// <param name="Name">Of the column; "(Intercept)" for the first.</param>
/// <param name="Estimate">Change of the logarithm of time per unit of the column.</param>
/// <param name="StandardError">From the observed information.</param>
/// <param name="TimeRatio">How many times as long it takes per unit of the column: above 1 is protective.</param>
/// <param name="Confidence">Wald interval of <paramref name="TimeRatio"/>.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record AftCoefficient(
    string Name, double Estimate, double StandardError, double TimeRatio, Interval Confidence, double Z, double Probability);

/// <summary>Parametric survival regression: columns stretch or shrink the time scale.</summary>
/// <remarks>
/// log(time) = columns × coefficients + scale × error. The likelihood is that of the times, not of their logarithms.
/// R: <c>survreg(Surv(time, event) ~ ..., dist = )</c>. Sources: Kalbfleisch &amp; Prentice 2002; Pratt 1981.
/// </remarks>
public sealed class AcceleratedFailureTime
{
    readonly int order;
    readonly double[] covariance;
    readonly double confidenceLevel;

    AcceleratedFailureTime(
        RegressionDesign design, LocationScaleKernel kernel, IReadOnlyList<FollowUp> followUps, double sumOfLogTimes,
        double nullLogLikelihood, AftDistribution distribution, double confidenceLevel)
    {
        this.confidenceLevel = confidenceLevel;
        Distribution = distribution;
        order = distribution == AftDistribution.Exponential ? design.Columns : design.Columns + 1;
        covariance = kernel.Covariance();
        (Participants, Events) = (followUps.Count, followUps.Count(one => one.EventObserved));
        (LogLikelihood, NullLogLikelihood) = (kernel.LogLikelihood - sumOfLogTimes, nullLogLikelihood - sumOfLogTimes);
        (Scale, NewtonDecrement) = (kernel.Scale, kernel.NewtonDecrement);
        var z = Distributions.ConfidenceLevel.NormalQuantile(confidenceLevel);
        Coefficients = [.. kernel.Coefficients().Select((estimate, column) =>
        {
            var standardError = Math.Sqrt(Covariance(column, column));
            return new AftCoefficient(design.Names[column], estimate, standardError, Math.Exp(estimate),
                new Interval(Math.Exp(estimate - z * standardError), Math.Exp(estimate + z * standardError)),
                estimate / standardError, StandardNormal.TwoSided(estimate / standardError));
        })];
        if (distribution != AftDistribution.Exponential)
        {
            var half = z * Math.Sqrt(Covariance(order - 1, order - 1));
            ScaleConfidence = new Interval(Scale * Math.Exp(-half), Scale * Math.Exp(half));
        }

        LikelihoodRatio = ChiSquareStatistic.Of(Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood)), design.Columns - 1);
    }

    public AftDistribution Distribution { get; }

    public int Participants { get; }

    public int Events { get; }

    /// <summary>The intercept, then the columns in their order.</summary>
    public ImmutableArray<AftCoefficient> Coefficients { get; }

    /// <summary>Of the error; 1 for exponential times. A Weibull hazard rises where it is below 1.</summary>
    public double Scale { get; }

    /// <summary>Wald interval on the logarithm; null for exponential times.</summary>
    public Interval? ScaleConfidence { get; }

    public double LogLikelihood { get; }

    /// <summary>With the intercept, and the scale, alone.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>That all columns together add nothing.</summary>
    public ChiSquareStatistic LikelihoodRatio { get; }

    /// <summary>−2 log-likelihood + 2 per parameter, the scale counted where it is estimated.</summary>
    public double Akaike => -2 * LogLikelihood + 2 * order;

    /// <summary>Distance of the estimate from the maximum in standard errors.</summary>
    public double NewtonDecrement { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Accelerated failure time model, {Distribution} times, {100 * confidenceLevel:0.##} % Wald interval from the observed "
            + $"information; R: survreg(..., dist = \"{Distribution.ToString().ToLowerInvariant()}\")");

    /// <summary>Covariance of two parameters, by their places: intercept, columns, logarithm of the scale.</summary>
    public double Covariance(int place, int otherPlace) => covariance[place * order + otherPlace];

    /// <summary>Probability of being free of the event after a time, for given values of the columns.</summary>
    /// <param name="time">Above 0.</param>
    /// <param name="values">One per column, in their order.</param>
    public double Survival(double time, params IReadOnlyList<double> values) =>
        Math.Exp(Distribution.Error().UpperTail((Math.Log(time) - Location(values)) / Scale).Value);

    /// <summary>Time by which a share has had the event: the median at 0.5. R: <c>predict(type = "quantile")</c>.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="values">One per column, in their order.</param>
    public double Quantile(double probability, params IReadOnlyList<double> values) =>
        probability is > 0 and < 1
            ? Math.Exp(Location(values) + Scale * Distribution.Error().Quantile(probability))
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");

    /// <summary>e^(−coefficient / scale), for exponential and Weibull times: proportional hazards. Otherwise null.</summary>
    /// <param name="column">Place of the coefficient, the intercept having 0.</param>
    public double? HazardRatio(int column) => Distribution is AftDistribution.Exponential or AftDistribution.Weibull
        ? Math.Exp(-Coefficients[column].Estimate / Scale)
        : null;

    /// <param name="followUps">One per participant, times above 0, observed from time 0.</param>
    /// <param name="covariates">In the order of the participants; without any, the distribution itself is fitted.</param>
    /// <param name="distribution">Of the times.</param>
    /// <param name="confidenceLevel">Of the intervals.</param>
    /// <exception cref="ArgumentException">Lengths differ, a time is 0, or somebody entered late.</exception>
    /// <exception cref="NotEstimableException">No events, a constant or collinear column, a level without events.</exception>
    public static AcceleratedFailureTime Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, AftDistribution distribution,
        double confidenceLevel = Distributions.ConfidenceLevel.Usual)
    {
        Distributions.ConfidenceLevel.Require(confidenceLevel);
        RequireUsable(followUps, covariates);
        var times = TiedTimes.Merge(followUps).Times;
        CensoredValue[] outcomes = [.. followUps.Select((followUp, row) => followUp.EventObserved
            ? new CensoredValue(Math.Log(times[row])) : CensoredValue.Above(Math.Log(times[row])))];
        var design = new RegressionDesign(outcomes.Length, covariates);
        RegressionEstimability.Require(design);
        var scaleKnown = distribution == AftDistribution.Exponential;
        var kernel = new LocationScaleKernel(design, outcomes, distribution.Error(), scaleKnown);
        kernel.Fit();
        var alone = new LocationScaleKernel(
            new RegressionDesign(outcomes.Length, []), outcomes, distribution.Error(), scaleKnown);
        alone.Fit();
        var sumOfLogTimes = outcomes.Where(outcome => outcome.Censoring == ValueCensoring.None).Sum(outcome => outcome.Value);
        return new AcceleratedFailureTime(
            design, kernel, followUps, sumOfLogTimes, alone.LogLikelihood, distribution, confidenceLevel);
    }

    double Location(IReadOnlyList<double> values) => values.Count == Coefficients.Length - 1
        ? Coefficients[0].Estimate + values.Select((value, column) => value * Coefficients[column + 1].Estimate).Sum()
        : throw new ArgumentException(
            $"Found {values.Count} values. Expected {Coefficients.Length - 1}, one per column.", nameof(values));

    static void RequireUsable(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        foreach (var covariate in covariates)
            covariate.RequireUsable(followUps.Count, nameof(covariates));
        for (var index = 0; index < followUps.Count; index++)
        {
            if (followUps[index].Time == 0)
                throw new ArgumentException(
                    $"Found the time 0 at index {index}. Expected times above 0: their logarithm is what is modelled. "
                        + "Leave the participant out, or count half a day.", nameof(followUps));
            if (followUps[index].EntryTime is > 0)
                throw new ArgumentException(
                    $"Found an entry time at index {index}. Expected observation from time 0: use Cox regression.",
                    nameof(followUps));
        }

        if (!followUps.Any(followUp => followUp.EventObserved))
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found no events in {followUps.Count} participants. Expected at least one: wait for events.");
    }
}

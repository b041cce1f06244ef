using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Whether one marker orders the times of the same participants better than another.</summary>
/// <param name="First">Of the first marker.</param>
/// <param name="Second">Of the second marker.</param>
/// <param name="FirstVariance">Of the first estimate.</param>
/// <param name="SecondVariance">Of the second estimate.</param>
/// <param name="Covariance">Of the two: they share their participants.</param>
/// <remarks>
/// Joint infinitesimal jackknife. A gain in C of a model that holds the other is not tested well by this: use the
/// likelihood ratio. R: <c>concordance(fit1, fit0)</c> and its <c>vcov</c>. Sources: Therneau &amp; Watson 2015.
/// </remarks>
public sealed record ConcordanceDifference(
    double First, double Second, double FirstVariance, double SecondVariance, double Covariance)
{
    public double Estimate => First - Second;

    public double StandardError => Math.Sqrt(Math.Max(0, FirstVariance + SecondVariance - 2 * Covariance));

    /// <summary>Two-sided; null where the standard error is 0.</summary>
    public double? Probability => StandardError > 0 ? StandardNormal.TwoSided(Estimate / StandardError) : null;

    /// <summary>The conventions in words.</summary>
    public string Convention => "Difference of two C, joint infinitesimal jackknife; R: concordance(fit1, fit0)";

    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * StandardError;
        return new Interval(Estimate - halfWidth, Estimate + halfWidth);
    }

    /// <param name="followUps">One per participant.</param>
    /// <param name="first">One per participant; higher means an earlier event.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="clusters">One label per participant, or null when each is on its own.</param>
    /// <param name="timeWeight">Harrell's C unless said otherwise.</param>
    /// <param name="until">Events after this time open no pair.</param>
    /// <returns>Null when no pair can be compared.</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static ConcordanceDifference? Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> first, IReadOnlyList<double> second,
        IReadOnlyList<string>? clusters = null, ConcordanceTimeWeight timeWeight = ConcordanceTimeWeight.EveryPair,
        double until = double.PositiveInfinity)
    {
        var one = Concordance.Pairs(followUps, first, null, null, timeWeight, until);
        var other = Concordance.Pairs(followUps, second, null, null, timeWeight, until);
        if (one.Estimate is not { } firstEstimate || other.Estimate is not { } secondEstimate)
            return null;
        var (ofOne, ofOther) = (one.Influences(null), other.Influences(null));
        return new ConcordanceDifference(
            firstEstimate, secondEstimate, Concordance.Product(ofOne, ofOne, clusters),
            Concordance.Product(ofOther, ofOther, clusters), Concordance.Product(ofOne, ofOther, clusters));
    }
}

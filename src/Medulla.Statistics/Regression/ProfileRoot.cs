using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>Where a profile log-likelihood has fallen to a given value, exactly.</summary>
/// <remarks>
/// Newton's method on the profile: its slope is the score of the held coefficient. A profile is concave near its
/// maximum, so that from outside the steps fall on the limit from one side; a bracket keeps them where it is not. R's
/// <c>confint(glm)</c> interpolates a spline through some points instead, and is off by 1e-4.
/// Sources: Venzon &amp; Moolgavkar 1988.
/// </remarks>
static class ProfileRoot
{
    const double Tolerance = 1e-13;
    const int MaximumSteps = 200;
    const double LongestStride = 4;

    /// <param name="profile">Log-likelihood and slope with the coefficient held at a value, the others at their best.</param>
    /// <param name="estimate">Where the profile is highest.</param>
    /// <param name="standardError">A first guess of the distance.</param>
    /// <param name="maximum">The profile at the estimate.</param>
    /// <param name="confidenceLevel">Of the interval: the profile falls by half the chi-square quantile.</param>
    public static Interval Limits(
        Func<double, (double LogLikelihood, double Slope)> profile, double estimate, double standardError, double maximum,
        double confidenceLevel)
    {
        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var target = maximum - z * z / 2;
        return new Interval(
            Limit(profile, estimate, -z * standardError, target), Limit(profile, estimate, z * standardError, target));
    }

    static double Limit(
        Func<double, (double LogLikelihood, double Slope)> profile, double estimate, double distance, double target)
    {
        var inside = estimate;
        double? outside = null;
        var value = estimate + distance;
        for (var steps = 0; steps < MaximumSteps; steps++)
        {
            var (logLikelihood, slope) = profile(value);
            var above = logLikelihood - target;
            if (above >= 0)
                inside = value;
            else
                outside = value;

            var next = value - above / slope;
            var furthest = outside ?? inside + LongestStride * (inside - estimate + distance);
            if (!(Math.Min(inside, furthest) <= next && next <= Math.Max(inside, furthest)))
                next = outside is null ? furthest : inside + (furthest - inside) / 2;
            if (Math.Abs(next - value) <= Tolerance * (Math.Abs(value) + Math.Abs(distance)))
                return next;
            value = next;
        }

        return value;
    }
}

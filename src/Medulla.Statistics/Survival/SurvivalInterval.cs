using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Pointwise confidence interval of a survival probability from the standard error of its logarithm.</summary>
/// <remarks>Sources: log-log and arcsin, Borgan &amp; Liestøl 1990; all five as R's <c>survfit(conf.type = )</c>.</remarks>
static class SurvivalInterval
{
    /// <summary>
    /// Null where the transformation leaves nothing to say: at 0 always, at 1 for log-log, logit and arcsine.
    /// </summary>
    public static Interval? Of(SurvivalIntervalType type, double survival, double logStandardError, double z)
    {
        if (survival <= 0 || (survival >= 1 && type is not (SurvivalIntervalType.Log or SurvivalIntervalType.Plain)))
            return null;

        var halfWidth = z * logStandardError;
        switch (type)
        {
            case SurvivalIntervalType.Log:
                return Cut(survival * Math.Exp(-halfWidth), survival * Math.Exp(halfWidth));

            case SurvivalIntervalType.LogLog:
                var logLog = Math.Log(-Math.Log(survival));
                var logLogHalfWidth = halfWidth / Math.Log(survival); // Negative: the scale runs the other way.
                return new Interval(
                    Math.Exp(-Math.Exp(logLog - logLogHalfWidth)),
                    Math.Exp(-Math.Exp(logLog + logLogHalfWidth)));

            case SurvivalIntervalType.Plain:
                return Cut(survival - halfWidth * survival, survival + halfWidth * survival);

            case SurvivalIntervalType.Logit:
                var logit = Math.Log(survival / (1 - survival));
                var logitHalfWidth = halfWidth / (1 - survival);
                return new Interval(
                    1 / (1 + Math.Exp(-(logit - logitHalfWidth))),
                    1 / (1 + Math.Exp(-(logit + logitHalfWidth))));

            case SurvivalIntervalType.ArcSine:
                var angle = Math.Asin(Math.Sqrt(survival));
                var angleHalfWidth = halfWidth / 2 * Math.Sqrt(survival / (1 - survival));
                return new Interval(
                    Square(Math.Sin(Math.Max(0, angle - angleHalfWidth))),
                    Square(Math.Sin(Math.Min(Math.PI / 2, angle + angleHalfWidth))));

            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Expected one of the five interval types.");
        }
    }

    /// <summary>The convention in words and as the R call.</summary>
    public static string Describe(SurvivalIntervalType type) => type switch
    {
        SurvivalIntervalType.Log => "log interval; R: survfit(..., conf.type = \"log\")",
        SurvivalIntervalType.LogLog => "log-log interval; R: survfit(..., conf.type = \"log-log\")",
        SurvivalIntervalType.Plain => "plain interval; R: survfit(..., conf.type = \"plain\")",
        SurvivalIntervalType.Logit => "logit interval; R: survfit(..., conf.type = \"logit\")",
        _ => "arcsine interval; R: survfit(..., conf.type = \"arcsin\")",
    };

    static Interval Cut(double lower, double upper) => new(Math.Max(0, lower), Math.Min(1, upper));

    static double Square(double value) => value * value;
}

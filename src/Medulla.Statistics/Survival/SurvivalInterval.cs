using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Pointwise confidence interval of a survival probability from the standard error of its logarithm.</summary>
/// <remarks>Sources: log-log and arcsin, Borgan &amp; Liestøl 1990; all five as R's <c>survfit(conf.type = )</c>.</remarks>
static class SurvivalInterval
{
    /// <summary>
    /// Null where the transformation leaves nothing to say: at 0 always, at 1 for log-log, logit and arcsine.
    /// </summary>
    public static Interval? Of(SurvivalIntervalType type, double survival, double logStandardError, double z) =>
        Of(type, survival, logStandardError, logStandardError, z);

    /// <summary>With another standard error for the lower limit.</summary>
    public static Interval? Of(
        SurvivalIntervalType type, double survival, double lowerLogStandardError, double logStandardError, double z)
    {
        if (survival <= 0 || (survival >= 1 && type is not (SurvivalIntervalType.Log or SurvivalIntervalType.Plain)))
            return null;

        var (lowerWidth, upperWidth) = (z * lowerLogStandardError, z * logStandardError);
        switch (type)
        {
            case SurvivalIntervalType.Log:
                return Cut(survival * Math.Exp(-lowerWidth), survival * Math.Exp(upperWidth));

            case SurvivalIntervalType.LogLog:
                var logLog = Math.Log(-Math.Log(survival));
                var logSurvival = Math.Log(survival); // Negative: the scale runs the other way.
                return new Interval(
                    Math.Exp(-Math.Exp(logLog - lowerWidth / logSurvival)),
                    Math.Exp(-Math.Exp(logLog + upperWidth / logSurvival)));

            case SurvivalIntervalType.Plain:
                return Cut(survival - lowerWidth * survival, survival + upperWidth * survival);

            case SurvivalIntervalType.Logit:
                var logit = Math.Log(survival / (1 - survival));
                return new Interval(
                    1 / (1 + Math.Exp(-(logit - lowerWidth / (1 - survival)))),
                    1 / (1 + Math.Exp(-(logit + upperWidth / (1 - survival)))));

            case SurvivalIntervalType.ArcSine:
                var angle = Math.Asin(Math.Sqrt(survival));
                var slope = Math.Sqrt(survival / (1 - survival)) / 2;
                return new Interval(
                    Square(Math.Sin(Math.Max(0, angle - lowerWidth * slope))),
                    Square(Math.Sin(Math.Min(Math.PI / 2, angle + upperWidth * slope))));

            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Expected one of the five interval types.");
        }
    }

    /// <summary>In words.</summary>
    public static string Name(SurvivalIntervalType type) => type switch
    {
        SurvivalIntervalType.LogLog => "log-log",
        SurvivalIntervalType.Log => "log",
        SurvivalIntervalType.Plain => "plain",
        SurvivalIntervalType.Logit => "logit",
        _ => "arcsine",
    };

    /// <summary>The convention in words and as the R call.</summary>
    public static string Describe(SurvivalIntervalType type) =>
        $"{Name(type)} interval; R: survfit(..., conf.type = \"{CodeOfR(type)}\")";

    /// <summary>As R's <c>conf.type</c>.</summary>
    public static string CodeOfR(SurvivalIntervalType type) => type == SurvivalIntervalType.ArcSine ? "arcsin" : Name(type);

    static Interval Cut(double lower, double upper) => new(Math.Max(0, lower), Math.Min(1, upper));

    static double Square(double value) => value * value;
}

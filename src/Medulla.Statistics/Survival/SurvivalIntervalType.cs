namespace Medulla.Statistics.Survival;

/// <summary>The scale on which the pointwise confidence interval of a survival curve is symmetric.</summary>
/// <remarks>R: <c>conf.type</c>; SAS PROC LIFETEST: <c>CONFTYPE=</c>, whose default is the log-log interval.</remarks>
public enum SurvivalIntervalType
{
    /// <summary>log S; the default of R.</summary>
    Log,

    /// <summary>log(−log S): stays within 0 and 1, and holds its level in small cohorts (Borgan &amp; Liestøl 1990).</summary>
    LogLog,

    /// <summary>S itself, cut at 0 and 1.</summary>
    Plain,

    /// <summary>log(S / (1 − S)).</summary>
    Logit,

    /// <summary>arcsin √S.</summary>
    ArcSine,
}

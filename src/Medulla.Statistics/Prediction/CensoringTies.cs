namespace Medulla.Statistics.Prediction;

/// <summary>Whether events at a time of censoring are still at risk of censoring.</summary>
public enum CensoringTies
{
    /// <summary>
    /// Events leave first: G steps by 1 − c / (n − d). R: <c>prodlim(reverse = TRUE)</c>, <c>riskRegression::Score</c>,
    /// <c>pec</c>.
    /// </summary>
    EventsFirst,

    /// <summary>
    /// Events and censored leave together: G steps by 1 − c / n. R: <c>survfit(Surv(time, 1 - event) ~ 1)</c>.
    /// </summary>
    Together,

    /// <summary>
    /// As <see cref="Together"/>, but an event weighs 1 / G(T) and not 1 / G(T−). R: <c>nricens(point.method = "ipw")</c>.
    /// </summary>
    TogetherAtEvent,
}

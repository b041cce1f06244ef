namespace Medulla.Statistics.Regression;

/// <summary>The measures called R² of a logistic model, each from the likelihoods with and without the columns.</summary>
/// <param name="McFadden">1 − log-likelihood / null log-likelihood.</param>
/// <param name="CoxSnell">1 − e^(−χ²/n), χ² the likelihood-ratio statistic; cannot reach 1.</param>
/// <param name="Nagelkerke">Cox and Snell's over its largest value. R: <c>lrm</c>'s R2.</param>
/// <param name="CoxSnellAdjusted">With χ² less its degrees of freedom. R: <c>lrm</c>'s R2(df,n).</param>
/// <param name="EffectiveSize">3 n p (1 − p), p the share of cases: what n would be worth as a continuous outcome.</param>
/// <param name="CoxSnellEffective">With the effective size for n. R: <c>lrm</c>'s R2(m).</param>
/// <param name="CoxSnellEffectiveAdjusted">Both. R: <c>lrm</c>'s R2(df,m).</param>
/// <remarks>Sources: McFadden 1974; Cox &amp; Snell 1989; Nagelkerke 1991.</remarks>
public sealed record LogisticExplained(
    double McFadden, double CoxSnell, double Nagelkerke, double CoxSnellAdjusted,
    double EffectiveSize, double CoxSnellEffective, double CoxSnellEffectiveAdjusted)
{
    internal static LogisticExplained Of(
        double logLikelihood, double nullLogLikelihood, int participants, int cases, int degreesOfFreedom)
    {
        var chiSquare = 2 * (logLikelihood - nullLogLikelihood);
        var share = (double)cases / participants;
        var effective = 3 * participants * share * (1 - share);
        return new LogisticExplained(
            1 - logLikelihood / nullLogLikelihood, Share(chiSquare, participants),
            Share(chiSquare, participants) / Share(-2 * nullLogLikelihood, participants),
            Share(Math.Max(0, chiSquare - degreesOfFreedom), participants),
            effective, Share(chiSquare, effective), Share(Math.Max(0, chiSquare - degreesOfFreedom), effective));

        static double Share(double chiSquare, double size) => -Math.Exp(-chiSquare / size) + 1;
    }
}

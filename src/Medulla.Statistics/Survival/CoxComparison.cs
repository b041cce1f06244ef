namespace Medulla.Statistics.Survival;

/// <summary>Does a Cox regression say more than one with fewer columns of the same participants?</summary>
/// <remarks>
/// Likelihood ratio test. R: <c>anova(smaller, larger)</c>. Sources: Cox 1972.
/// </remarks>
public sealed record CoxComparison
{
    /// <param name="smaller">Its columns follow from those of <paramref name="larger"/>.</param>
    /// <param name="larger">Of the same participants, with the same ties, strata, weights and offset.</param>
    /// <exception cref="ArgumentException">The participants differ, or there are no columns more.</exception>
    public CoxComparison(CoxRegression smaller, CoxRegression larger)
    {
        if (smaller.Participants != larger.Participants || smaller.Events != larger.Events)
            throw new ArgumentException(
                $"Found {smaller.Events} events in {smaller.Participants} participants, and {larger.Events} in "
                    + $"{larger.Participants}. Expected the same participants: leave out those with a value missing in either.",
                nameof(smaller));
        var columns = larger.Coefficients.Length - smaller.Coefficients.Length;
        if (columns < 1)
            throw new ArgumentException(
                $"Found {smaller.Coefficients.Length} columns and {larger.Coefficients.Length}. Expected more in the second.",
                nameof(larger));
        LikelihoodRatio = CoxTest.Of(2 * (larger.LogLikelihood - smaller.LogLikelihood), columns);
    }

    public CoxTest LikelihoodRatio { get; }

    /// <summary>The convention in words.</summary>
    public string Convention => "Likelihood ratio test of nested Cox regressions; R: anova(smaller, larger)";
}

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Sums over participants of squared influences, stepped in time.</summary>
/// <remarks>
/// U is the influence on the cumulative incidence of a cause, −S A that on the event-free probability S. Each step changes
/// every U by −A dF, and those at risk by −dF / n; every A of those at risk by −d / (n (n − d)).
/// </remarks>
sealed class InfluenceSums(int causes)
{
    readonly double[] squares = new double[causes];   // of U
    readonly double[] products = new double[causes];  // of U and A
    readonly double[] atRiskSums = new double[causes]; // of U among those at risk
    double selfAtRisk;                                // of A among those at risk

    /// <summary>Sum of A²: the variance of the logarithm of the event-free probability.</summary>
    public double SelfSquares { get; private set; }

    /// <param name="cause">By its place.</param>
    public double Variance(int cause) => squares[cause];

    /// <param name="point">After its counts and steps are known.</param>
    /// <param name="share">d / (n (n − d)).</param>
    public void Advance(IncidencePoint point, double share)
    {
        double atRisk = point.AtRisk;
        for (var cause = 0; cause < squares.Length; cause++)
        {
            var step = point.Step[cause];
            if (step > 0)
            {
                squares[cause] += step * (step * SelfSquares - 2 * products[cause]);
                products[cause] -= step * SelfSquares;
                atRiskSums[cause] -= step * selfAtRisk;

                var shift = -step / atRisk;
                squares[cause] += shift * (2 * atRiskSums[cause] + atRisk * shift);
                products[cause] += shift * selfAtRisk;
                atRiskSums[cause] += atRisk * shift;
            }

            products[cause] -= share * atRiskSums[cause];
        }

        SelfSquares += share * (atRisk * share - 2 * selfAtRisk);
        selfAtRisk -= atRisk * share;
    }

    /// <summary>A participant's follow-up ends at this time.</summary>
    /// <param name="self">A.</param>
    /// <param name="changes">U of each cause, without the participant's own event.</param>
    /// <param name="cause">Place of the participant's cause; −1 when censored.</param>
    /// <param name="jump">What the own event adds to U of its cause.</param>
    /// <param name="own">What the own event adds to A.</param>
    public void Leave(double self, ReadOnlySpan<double> changes, int cause, double jump, double own)
    {
        selfAtRisk -= self;
        for (var other = 0; other < squares.Length; other++)
            atRiskSums[other] -= changes[other];
        if (cause < 0)
            return;

        squares[cause] += jump * (2 * changes[cause] + jump);
        products[cause] += jump * self;
        for (var other = 0; other < squares.Length; other++)
            products[other] += own * (changes[other] + (other == cause ? jump : 0));
        SelfSquares += own * (2 * self + own);
    }
}

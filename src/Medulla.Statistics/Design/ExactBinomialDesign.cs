using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>A trial of one arm: how many responses exclude a share that is not worth while.</summary>
/// <param name="Participants">At least 1.</param>
/// <param name="NullShare">Share of responses to be excluded, between 0 and 1.</param>
/// <param name="Alpha">One-sided level, between 0 and 1.</param>
/// <remarks>Sources: A'Hern 2001. R: <c>1 - pbinom(r - 1, n, p)</c>; <c>clinfun::ph2single</c>.</remarks>
public sealed record ExactBinomialDesign(int Participants, double NullShare, double Alpha = 0.05)
{
    // Designs larger than this are not searched for: the normal formula does as well.
    const int MostParticipants = 10_000;

    public const string Convention =
        "Exact binomial, one arm: smallest r with P(X >= r | p0) <= alpha; R: 1 - pbinom(r - 1, n, p)";

    /// <summary>
    /// Responses from which on the null share is excluded; one more than the participants where no number is enough.
    /// </summary>
    public int Responses
    {
        get
        {
            DesignNumbers.RequireShare(NullShare, nameof(NullShare));
            DesignNumbers.RequireShare(Alpha, nameof(Alpha));
            DesignNumbers.RequireAboveZero(Participants, nameof(Participants));
            var (below, enough) = (0, Participants + 1);
            while (enough - below > 1)
            {
                var middle = below + (enough - below) / 2;
                if (Binomial.AtLeast(middle, Participants, NullShare) <= Alpha)
                    enough = middle;
                else
                    below = middle;
            }

            return enough;
        }
    }

    /// <summary>Probability of that many responses at the null share: at most the level.</summary>
    public double ActualAlpha => Binomial.AtLeast(Responses, Participants, NullShare);

    /// <param name="share">True share of responses, between 0 and 1.</param>
    public double PowerAt(double share) =>
        Binomial.AtLeast(Responses, Participants, DesignNumbers.RequireShare(share, nameof(share)));

    /// <summary>
    /// The smallest trial with a power; a somewhat larger one can have less, because responses are whole numbers.
    /// </summary>
    /// <param name="power">Between 0 and 1.</param>
    /// <param name="share">True share, above the null share.</param>
    /// <param name="nullShare">To be excluded.</param>
    /// <param name="alpha">One-sided.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of range, or no trial of 10 000 has the power.</exception>
    public static ExactBinomialDesign For(double power, double share, double nullShare, double alpha = 0.05)
    {
        DesignNumbers.RequireShare(power, nameof(power));
        if (!(share > nullShare))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected above the null share.");
        for (var participants = 1; participants <= MostParticipants; participants++)
        {
            var design = new ExactBinomialDesign(participants, nullShare, alpha);
            if (design.PowerAt(share) >= power)
                return design;
        }

        throw new ArgumentOutOfRangeException(
            nameof(power), power, $"Expected a power that a trial of {MostParticipants} participants reaches.");
    }
}

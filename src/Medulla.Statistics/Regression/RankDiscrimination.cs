namespace Medulla.Statistics.Regression;

/// <summary>How well predictions order cases above controls: the pairs, and four measures of them.</summary>
/// <param name="Concordant">Pairs of a case and a control in which the case has the higher prediction.</param>
/// <param name="Discordant">Pairs in which the control has.</param>
/// <param name="Tied">Pairs with equal predictions.</param>
/// <param name="Participants">All of them.</param>
/// <remarks>
/// R: <c>Hmisc::somers2</c>. <c>rms::lrm</c> counts probabilities as tied within bins of 1/5000, and prints measures that
/// differ from these in the fourth decimal; <see cref="Of"/> does the same where a bin width is given.
/// Sources: Harrell 2015; Somers 1962; Goodman &amp; Kruskal 1954.
/// </remarks>
public sealed record RankDiscrimination(double Concordant, double Discordant, double Tied, int Participants)
{
    double Pairs => Concordant + Discordant + Tied;

    /// <summary>Area under the ROC curve, ties counted one half; null without a case or a control.</summary>
    public double? C => Pairs > 0 ? (Concordant + Tied / 2) / Pairs : null;

    /// <summary>Somers' D of the prediction given the outcome: 2 C − 1.</summary>
    public double? Dxy => Pairs > 0 ? (Concordant - Discordant) / Pairs : null;

    /// <summary>Goodman and Kruskal's: of the pairs that are not tied; null when all are.</summary>
    public double? Gamma => Pairs > Tied ? (Concordant - Discordant) / (Concordant + Discordant) : null;

    /// <summary>Kendall's: of all pairs of participants, those of one outcome counted too.</summary>
    public double? TauA => Participants > 1 ? (Concordant - Discordant) / (0.5 * Participants * (Participants - 1)) : null;

    /// <param name="predictions">Higher speaks for a case.</param>
    /// <param name="outcomes">True for a case.</param>
    /// <param name="binWidth">Predictions in one bin count as tied: 1/5000 for <c>lrm</c>; null for exact comparison.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static RankDiscrimination Of(
        IReadOnlyList<double> predictions, IReadOnlyList<bool> outcomes, double? binWidth = null)
    {
        if (predictions.Count != outcomes.Count)
            throw new ArgumentException($"Found {predictions.Count} predictions and {outcomes.Count} outcomes. "
                + "Expected one of each per participant.", nameof(predictions));

        double[] placed = [.. predictions.Select(one => binWidth is { } width ? Math.Floor(one * (1 / width)) : one)];
        var order = Enumerable.Range(0, placed.Length).ToArray();
        Array.Sort((double[])placed.Clone(), order);
        double concordant = 0, discordant = 0, tied = 0;
        double controlsBelow = 0, casesBelow = 0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            double cases = 0, controls = 0;
            for (next = first; next < order.Length && placed[order[next]] == placed[order[first]]; next++)
                if (outcomes[order[next]])
                    cases++;
                else
                    controls++;
            concordant += cases * controlsBelow;
            discordant += controls * casesBelow;
            tied += cases * controls;
            (controlsBelow, casesBelow) = (controlsBelow + controls, casesBelow + cases);
        }

        return new RankDiscrimination(concordant, discordant, tied, placed.Length);
    }
}

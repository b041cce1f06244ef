using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Prediction;

/// <summary>Concordance that a Cox model implies by itself, whatever the censoring.</summary>
/// <param name="Estimate">Mean over pairs of the probability that the one with the higher hazard has the event first.</param>
/// <remarks>
/// Right only if hazards are proportional. Pairs with equal linear predictors add nothing, as in R: <c>survAUC::GHCI(lp)</c>;
/// <see cref="WithTiesHalf"/> counts them one half. Sources: Gönen &amp; Heller 2005.
/// </remarks>
public sealed record GonenHeller(double Estimate)
{
    /// <summary>The conventions in words.</summary>
    public const string Convention = "Gönen–Heller K, equal predictors count 0; R: survAUC::GHCI(lp)";

    /// <summary>With one half for each pair of equal linear predictors, the limit of nearly equal ones.</summary>
    public required double WithTiesHalf { get; init; }

    /// <param name="linearPredictors">Log hazard ratios, at least two, finite.</param>
    /// <exception cref="ArgumentException">Fewer than two, or one that is not finite.</exception>
    public static GonenHeller Of(IReadOnlyList<double> linearPredictors)
    {
        PredictionInput.RequireFinite(linearPredictors.Count, linearPredictors, nameof(linearPredictors));
        if (linearPredictors.Count < 2)
            throw new ArgumentException(
                $"Found {linearPredictors.Count} participants. Expected at least two.", nameof(linearPredictors));

        double sum = 0, tied = 0;
        for (var one = 0; one < linearPredictors.Count; one++)
            for (var other = one + 1; other < linearPredictors.Count; other++)
            {
                var difference = Math.Abs(linearPredictors[one] - linearPredictors[other]);
                if (difference > 0)
                    sum += 1 / (1 + Math.Exp(-difference));
                else
                    tied++;
            }

        var pairs = linearPredictors.Count * (linearPredictors.Count - 1.0) / 2;
        return new GonenHeller(sum / pairs) { WithTiesHalf = (sum + tied / 2) / pairs };
    }
}

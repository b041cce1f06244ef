using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Rank correlation of a predictor with censored times, pair by pair.</summary>
/// <param name="C">Harrell's C of a predictor that is higher where times are longer; null when no pair can be compared.</param>
/// <param name="Dxy">2 C − 1.</param>
/// <param name="StandardDeviation">Of <paramref name="Dxy"/>.</param>
/// <param name="Participants">Of the cohort.</param>
/// <param name="Uncensored">Participants with the event.</param>
/// <param name="Relevant">Ordered pairs (each pair twice) that can be compared.</param>
/// <param name="Concordant">Of these, tied predictors one half.</param>
/// <param name="Uncertain">Ordered pairs that cannot be compared because of censoring.</param>
/// <remarks>
/// R: <c>Hmisc::rcorr.cens(x, Surv(time, event))</c>: higher x, longer time, so use minus a hazard.
/// Standard deviation as of a ratio of two U statistics. Sources: Harrell, Lee &amp; Mark 1996.
/// </remarks>
public sealed record SomersRank(
    double? C, double? Dxy, double? StandardDeviation, int Participants, int Uncensored, double Relevant, double Concordant,
    double Uncertain)
{
    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Somers' Dxy with censored times, higher predictor longer time; R: Hmisc::rcorr.cens(x, Surv(time, event))";

    /// <param name="predictors">One per participant; higher means a longer time.</param>
    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are entry times.</exception>
    public static SomersRank Of(IReadOnlyList<double> predictors, IReadOnlyList<FollowUp> followUps)
    {
        PredictionInput.Require(followUps, predictors, nameof(predictors));
        var times = TiedTimes.Merge(followUps).Times;
        var count = times.Length;
        double relevant = 0, concordant = 0, uncertain = 0, sumNet = 0;
        double squares = 0, netSquares = 0, products = 0;
        for (var one = 0; one < count; one++)
        {
            double pairs = 0, net = 0;
            for (var other = 0; other < count; other++)
            {
                if (other == one)
                    continue;
                var order = Order(one, other);
                if (order == 0)
                {
                    // Two events at one time are ordered by nothing, and no longer follow-up would order them.
                    uncertain += followUps[one].EventObserved && followUps[other].EventObserved ? 0 : 1;
                    continue;
                }

                pairs++;
                var sign = order * Math.Sign(predictors[one] - predictors[other]);
                net += sign;
                concordant += sign > 0 ? 1 : sign == 0 ? 0.5 : 0;
            }

            (relevant, sumNet) = (relevant + pairs, sumNet + net);
            (squares, netSquares, products) = (squares + pairs * pairs, netSquares + net * net, products + pairs * net);
        }

        var uncensored = followUps.Count(followUp => followUp.EventObserved);
        if (relevant == 0)
            return new SomersRank(null, null, null, count, uncensored, 0, 0, uncertain);
        var share = concordant / relevant;
        var spread = relevant * relevant * netSquares - 2 * relevant * sumNet * products + sumNet * sumNet * squares;
        return new SomersRank(
            share, 2 * share - 1, 2 * Math.Sqrt(Math.Max(0, spread)) / (relevant * relevant), count, uncensored, relevant,
            concordant, uncertain);

        // 1 where the first is known to last longer, −1 where shorter.
        int Order(int one, int other)
        {
            var (first, second) = (followUps[one].EventObserved, followUps[other].EventObserved);
            if (second && (times[one] > times[other] || (times[one] == times[other] && !first)))
                return 1;
            return first && (times[one] < times[other] || (times[one] == times[other] && !second)) ? -1 : 0;
        }
    }
}

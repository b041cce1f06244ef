using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>
/// Kaplan–Meier curve of censoring, and how the curve of each participant's weight moves with the participants.
/// </summary>
/// <remarks>
/// The influence of a participant on log G is minus the integral of the censoring martingale over the share at risk.
/// Sources: Blanche, Dartigues &amp; Jacqmin-Gadda 2013.
/// </remarks>
sealed class CensoringCurve
{
    readonly double[] distinct;
    readonly double[] after;
    readonly double[] times;
    readonly bool[] censored;
    readonly int[] place;
    readonly int[] atRisk;
    readonly double[] compensator;

    CensoringCurve(IReadOnlyList<FollowUp> followUps, CensoringTies ties)
    {
        times = TiedTimes.Merge(followUps).Times;
        censored = [.. followUps.Select(followUp => !followUp.EventObserved)];
        distinct = [.. times.Distinct().Order()];
        (after, atRisk) = (new double[distinct.Length], new int[distinct.Length]);
        compensator = new double[distinct.Length];
        place = [.. times.Select(time => Array.BinarySearch(distinct, time))];
        var leaving = new int[distinct.Length];
        var censoredAt = new int[distinct.Length];
        for (var row = 0; row < times.Length; row++)
        {
            leaving[place[row]]++;
            censoredAt[place[row]] += censored[row] ? 1 : 0;
        }

        var left = times.Length;
        double curve = 1, sum = 0;
        for (var at = 0; at < distinct.Length; at++)
        {
            double exposed = ties == CensoringTies.EventsFirst ? left - (leaving[at] - censoredAt[at]) : left;
            if (censoredAt[at] > 0)
                curve *= 1 - censoredAt[at] / exposed;
            after[at] = curve;
            atRisk[at] = left;
            sum += (double)censoredAt[at] / left * times.Length / left;
            compensator[at] = sum;
            left -= leaving[at];
        }
    }

    public static CensoringCurve Of(IReadOnlyList<FollowUp> followUps, CensoringTies ties) => new(followUps, ties);

    /// <summary>Times of the participants, near ties made equal.</summary>
    public double[] Times => times;

    /// <summary>Probability of being uncensored just after a time; carried on past the last.</summary>
    public double At(double time) => Last(time) is >= 0 and var at ? after[at] : 1;

    /// <summary>Probability of being uncensored just before a participant's own time.</summary>
    public double Before(int row) => place[row] == 0 ? 1 : after[place[row] - 1];

    /// <summary>What each participant adds to a weighted mean through G.</summary>
    /// <param name="shares">Of each participant's term 1 / G(T−) in the mean.</param>
    /// <param name="share">Of all terms with 1 / G(time).</param>
    /// <param name="time">The horizon.</param>
    public double[] Influences(ReadOnlySpan<double> shares, double share, double time)
    {
        // The term of a participant at place p has seen the martingales up to the place before p.
        var terms = new double[distinct.Length + 1];
        for (var row = 0; row < times.Length; row++)
            terms[place[row]] += shares[row];
        terms[Last(time) + 1] += share;

        var later = 0.0;
        var seen = new double[distinct.Length];
        for (var at = distinct.Length - 1; at >= 0; at--)
            seen[at] = later += terms[at + 1];
        var passed = 0.0;
        var spent = new double[distinct.Length];
        for (var at = 0; at < distinct.Length; at++)
        {
            passed += at == 0 ? 0 : terms[at] * compensator[at - 1];
            spent[at] = passed;
        }

        var influences = new double[times.Length];
        for (var row = 0; row < times.Length; row++)
        {
            var at = place[row];
            influences[row] = (censored[row] ? seen[at] * times.Length / atRisk[at] : 0)
                - compensator[at] * seen[at] - spent[at];
        }

        return influences;
    }

    /// <summary>The same as R's timeROC has it: row after row in the order of the file, also within a time.</summary>
    public double[] InfluencesRowByRow(ReadOnlySpan<double> shares)
    {
        var count = times.Length;
        int[] order = [.. Enumerable.Range(0, count).OrderBy(row => times[row])];
        var spentUpTo = new double[count];
        var seenFrom = new double[count + 1];
        var running = new double[count];
        double sum = 0, spent = 0;
        for (var at = 0; at < count; at++)
        {
            double left = count - at;
            sum += censored[order[at]] ? count / (left * left) : 0;
            running[at] = sum;
            spent += shares[order[at]] * sum;
            spentUpTo[at] = spent;
        }

        for (var at = count - 1; at >= 0; at--)
            seenFrom[at] = seenFrom[at + 1] + shares[order[at]];
        var influences = new double[count];
        var first = 0;
        for (var at = 0; at < count; at++)
        {
            if (times[order[at]] != times[order[first]])
                first = at;
            influences[order[at]] = (censored[order[at]] ? seenFrom[first] * count / (count - first) : 0)
                - spentUpTo[at] - running[at] * seenFrom[at + 1];
        }

        return influences;
    }

    int Last(double time)
    {
        var found = Array.BinarySearch(distinct, time);
        return found >= 0 ? found : ~found - 1;
    }
}

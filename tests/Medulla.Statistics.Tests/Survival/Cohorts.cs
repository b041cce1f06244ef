using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

/// <summary>Cohorts small enough to read, and random ones for laws.</summary>
static class Cohorts
{
    /// <summary>Times in order, "+" for censored: "6 6+ 10".</summary>
    public static FollowUp[] Read(string times) =>
        [.. times.Split(' ').Select(time => new FollowUp(
            double.Parse(time.TrimEnd('+'), CultureInfo.InvariantCulture), EventObserved: !time.EndsWith('+')))];

    /// <summary>
    /// Whole times with ties when <paramref name="span"/> is small; about a third censored, one event at least.
    /// </summary>
    public static FollowUp[] Draw(Random random, int participants, int span) =>
        [new FollowUp(random.Next(span), EventObserved: true), .. Enumerable.Range(1, participants - 1)
            .Select(_ => new FollowUp(random.Next(span), EventObserved: random.Next(3) > 0))];
}

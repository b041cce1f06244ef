using System.Globalization;
using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.CompetingRisks;

/// <summary>Cohorts small enough to read, and random ones for laws.</summary>
static class CompetingCohorts
{
    /// <summary>Times with the cause after a colon, "+" for censored: "1:1 2:2 3+".</summary>
    public static CompetingFollowUp[] Read(string times) => [.. times.Split(' ').Select(time => time.EndsWith('+')
        ? new CompetingFollowUp(Number(time[..^1]), Cause: null)
        : new CompetingFollowUp(Number(time.Split(':')[0]), int.Parse(time.Split(':')[1], CultureInfo.InvariantCulture)))];

    /// <summary>Whole times from 1 with ties when the span is small; both causes happen.</summary>
    public static CompetingFollowUp[] Draw(Random random, int participants, int span, bool late = false) =>
    [
        new(span, Cause: 1), new(span, Cause: 2),
        .. Enumerable.Range(2, participants - 2).Select(_ =>
        {
            var time = 1 + random.Next(span);
            double? entry = late && random.Next(2) == 0 ? random.Next(time) : null;
            return new CompetingFollowUp(time, random.Next(3) is > 0 and var cause ? cause : null, entry);
        }),
    ];

    public static Covariate[] Columns(Random random, int participants) =>
    [
        new("Age", [.. Enumerable.Range(0, participants).Select(_ => 40 + 30 * random.NextDouble())]),
        new("Male", [.. Enumerable.Range(0, participants).Select(row => (double)(row % 2))]),
    ];

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures.Recipes;

namespace Medulla.Figures.Tests.Examples;

/// <summary>Kaplan–Meier inputs from simulated people, estimated here so that the library stays alone.</summary>
static class SurvivalExample
{
    public static KaplanMeierInput ByLeptin() => new()
    {
        Key = "km-overall-survival",
        Title = new("Overall survival by marrow leptin", "按骨髓瘦素水平的总生存"),
        Endpoint = new("Overall survival", "总生存率"),
        TimeOrigin = new("Time since diagnosis", "确诊后时间"),
        Groups =
        [
            Group(new("Leptin low third", "瘦素低三分位"), 29, 1500, 7, named: true) with
            {
                LandmarkSurvival = new(0.61, 0.42, 0.76),
            },
            Group(new("Leptin middle third", "瘦素中三分位"), 28, 800, 8, named: true) with
            {
                HazardRatio = new(1.93, 1.08, 3.42), LandmarkSurvival = new(0.33, 0.18, 0.49),
            },
            Group(new("Leptin high third", "瘦素高三分位"), 29, 380, 9, named: true) with
            {
                HazardRatio = new(2.79, 1.64, 4.75), LandmarkSurvival = new(0.24, 0.12, 0.37),
            },
        ],
        LogRank = new(15.2, 2, 0.0005),
        ProportionalHazardsP = 0.36,
        MedianFollowUpDays = 1500,
        LandmarkYears = 2,
        Simulated = true,
    };

    public static KaplanMeierInput Of(params ImmutableArray<KaplanMeierGroup> groups) => ByLeptin() with { Groups = groups };

    public static KaplanMeierGroup Group(
        Bilingual name, int people, double meanDays, uint seed, bool named = false, double censoredFrom = 1400)
    {
        var draws = new SimulatedDraws(seed);
        var followed = Enumerable.Range(1, people).Select(_ =>
        {
            var ends = Math.Floor(censoredFrom * (0.35 + 0.8 * draws.Uniform()));
            var dies = Math.Ceiling(draws.Exponential(meanDays));
            return (Days: Math.Min(ends, dies), Event: dies <= ends);
        }).ToList();
        return Estimate(name, followed, named ? $"MED-{seed}" : null);
    }

    public static KaplanMeierGroup Estimate(
        Bilingual name, IReadOnlyList<(double Days, bool Event)> followed, string? personPrefix = null)
    {
        var (atRisk, survival, greenwood) = (followed.Count, 1.0, 0.0);
        var steps = ImmutableArray.CreateBuilder<SurvivalStep>();
        foreach (var sameDay in followed.GroupBy(person => person.Days).OrderBy(group => group.Key))
        {
            var events = sameDay.Count(person => person.Event);
            survival *= (double)(atRisk - events) / atRisk;
            greenwood += events == 0 ? 0 : events / ((double)atRisk * (atRisk - events));
            (double, double)? interval = survival is > 0 and < 1
                ? (Math.Pow(survival, Math.Exp(1.96 * Math.Sqrt(greenwood) / -Math.Log(survival))),
                    Math.Pow(survival, Math.Exp(-1.96 * Math.Sqrt(greenwood) / -Math.Log(survival))))
                : null;
            steps.Add(new(sameDay.Key, survival, interval?.Item1, interval?.Item2, events, sameDay.Count() - events));
            atRisk -= sameDay.Count();
        }

        double? First(Func<SurvivalStep, double?> height) =>
            steps.FirstOrDefault(step => step.Events > 0 && height(step) is <= 0.5)?.Days;
        return new()
        {
            Name = name,
            Steps = steps.ToImmutable(),
            Median = new(First(step => step.Survival), First(step => step.Lower), First(step => step.Upper)),
            People = personPrefix is null
                ? []
                : [.. followed.Select((person, place) => Person($"{personPrefix}{place + 1:000}", person.Days, person.Event))],
        };
    }

    static FollowedPerson Person(string number, double days, bool died)
    {
        var day = days.ToString(CultureInfo.InvariantCulture);
        return new(days, died, new Mark($"{number}: {(died ? "died" : "censored")} on day {day}", $"/participants/{number}",
            ImmutableSortedDictionary<string, string>.Empty.Add("days", day)));
    }
}

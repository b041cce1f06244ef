using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary>Survival curves for the recipe, whose clock is days.</summary>
static class SurvivalFigures
{
    const double DaysOfYear = 365.25;
    const int MostGroups = 6;

    public static Figure KaplanMeier(
        ModelFrame frame, ImmutableArray<SurvivalGroup> groups, ImmutableArray<KaplanMeier> curves, LogRank? test,
        double? medianFollowUp, string unit, Language language)
    {
        if (groups.Length > MostGroups)
            throw new StatsQuestionException($"Found {groups.Length} groups. Expected {MostGroups} at most in a figure.");
        var days = unit switch { "years" => DaysOfYear, "months" => DaysOfYear / 12, _ => 1 };
        return KaplanMeierFigure.Draw(new KaplanMeierInput
        {
            Key = "km",
            Title = new(frame.Formula.Source, frame.Formula.Source),
            Endpoint = new("Survival", "生存率"),
            TimeOrigin = new("Time", "时间"),
            Groups = [.. groups.Select((group, place) => new KaplanMeierGroup
            {
                Name = group.Name == "all" ? new("All", "全部") : Bilingual.Same(group.Name),
                Steps = [.. curves[place].Steps.Select(step => new SurvivalStep(
                    step.Time * days, step.Survival, step.Confidence?.Lower, step.Confidence?.Upper, step.Events,
                        step.Censored))],
                Median = curves[place].Median is var median
                    ? new MedianSurvival(median.Time * days, median.Lower * days, median.Upper * days)
                    : new MedianSurvival(null, null, null),
            })],
            LogRank = test is { ChiSquare: { } chiSquare, Probability: { } p } ? new LogRankResult(chiSquare,
                test.DegreesOfFreedom, p) : null,
            MedianFollowUpDays = medianFollowUp * days,
        }, FigureWidth.Page, language);
    }
}

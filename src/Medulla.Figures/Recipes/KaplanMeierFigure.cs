using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>Survival curves with bands, censoring, medians and the extended table of numbers at risk.</summary>
/// <remarks>
/// At risk, censored and events at every tick: Morris et al. 2019, "Proposals on Kaplan–Meier plots in medical research".
/// The axis starts at 0 and curves end at their group's last follow-up.
/// </remarks>
public static class KaplanMeierFigure
{
    /// <exception cref="ArgumentException">No group, more than six, or a group without a step.</exception>
    public static Figure Draw(KaplanMeierInput input, FigureWidth width, Language language)
    {
        Require(input);

        var layout = new KaplanMeierLayout(input, width, language, keyAbove: false, noteAbove: false);
        if (!layout.NamesFit || !layout.NoteFits)
            layout = new(input, width, language, keyAbove: !layout.NamesFit, noteAbove: !layout.NoteFits);

        return layout.Sheet.ToFigure(input.Key, input.Title, Describe(input, layout.Time, language),
            Table(input, layout.Sheet.Titled(input.Title), layout.Time, language), layout.Bottom);
    }

    static string Describe(KaplanMeierInput input, FollowUpTimeScale time, Language language)
    {
        var words = KaplanMeierWords.In(language);
        List<string> sentences =
        [
            Phrase.Filled(words.DescribedStart, input.Endpoint.In(language), input.TimeOrigin.In(language)),
            .. input.Groups.Select(group => Phrase.Filled(words.DescribedGroup,
                group.Name.In(language), group.Count, group.Events,
                MedianText(group.Median, time, words) + (group.Median.Days is null ? "" : " " + words.Unit(time.Unit)))),
        ];
        foreach (var group in input.Groups)
            if (group.HazardRatio is { } ratio)
                sentences.Add($"{Phrase.Filled(words.HazardRatioAgainst, input.Groups[0].Name.In(language))}: "
                    + $"{group.Name.In(language)} {ratio.With(NumberText.Ratio)}.");
        if (input.LogRank is { } logRank)
            sentences.Add($"{words.LogRank} {NumberText.PEquals(logRank.P).Plain}.");
        return string.Join(' ', sentences);
    }

    static DataTable Table(KaplanMeierInput input, string title, FollowUpTimeScale time, Language language)
    {
        var words = KaplanMeierWords.In(language);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var group in input.Groups)
            foreach (var tick in time.Ticks())
            {
                var days = time.ToDays(tick.Value);
                var survival = days > group.LastFollowUpDays ? "–"
                    : group.StepAt(days) is { } step
                        ? new Estimate(step.Survival, step.Lower, step.Upper).With(NumberText.Percent)
                        : NumberText.Percent(1);
                rows.Add([group.Name.In(language), tick.Label, NumberText.Whole(group.AtRisk(days)),
                    NumberText.Whole(group.CensoredBefore(days)), NumberText.Whole(group.EventsBefore(days)), survival]);
            }

        return new(
            $"{title}. {words.CaptionNote}",
            [words.Group, input.TimeOrigin.In(language) + words.Comma + words.Unit(time.Unit),
                words.AtRisk, words.Censored, words.Events, words.Survival],
            rows.ToImmutable());
    }

    internal static string MedianText(MedianSurvival median, FollowUpTimeScale time, KaplanMeierWords words)
    {
        string Format(double days) => NumberText.Fixed(time.FromDays(days), 1);

        if (median is { Days: null, LowerDays: null, UpperDays: null })
            return words.NotReached;
        var middle = median.Days is { } days ? Format(days) : words.NotReached;
        return median is { LowerDays: null, UpperDays: null }
            ? middle
            : $"{middle} ({NumberText.Range(median.LowerDays, median.UpperDays, Format)})";
    }

    static void Require(KaplanMeierInput input)
    {
        if (input.Groups.Length is 0 || input.Groups.Length > SeriesStyle.Most)
            throw new ArgumentException(
                $"Found {input.Groups.Length} groups in {input.Key}. Expected 1 to {SeriesStyle.Most}.", nameof(input));
        foreach (var group in input.Groups)
        {
            if (group.Steps.IsEmpty)
                throw new ArgumentException(
                    $"Found no follow-up in group \"{group.Name.En}\". Expected at least one person.", nameof(input));
            for (var step = 1; step < group.Steps.Length; step++)
                if (group.Steps[step].Days <= group.Steps[step - 1].Days
                    || group.Steps[step].Survival > group.Steps[step - 1].Survival)
                    throw new ArgumentException(
                        $"Found step {step} of group \"{group.Name.En}\" out of order. "
                        + "Expected rising times and survival that never rises.", nameof(input));
        }
    }
}

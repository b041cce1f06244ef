using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Statistics.Survival;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>Kaplan–Meier curves of pre-specified marker groups, compared by the log-rank test.</summary>
/// <param name="FollowUp">Of everybody, by reverse Kaplan–Meier.</param>
public sealed record SurvivalByGroup(
    PlannedAnalysis Planned, int Analysed, int LeftOut, MarkerGroups Groups,
    ImmutableArray<GroupSurvival> Curves, LogRank LogRank, SurvivalQuantile FollowUp)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention => $"{Curves[0].Curve.Convention}; {LogRank.Convention}";

    public override IEnumerable<ResultNumber> Numbers =>
    [
        new("n", Analysed),
        .. Groups.Cuts.Select((cut, index) => new ResultNumber($"cut.{index + 1}", cut)),
        .. Curves.SelectMany((group, index) => new ResultNumber[]
        {
            new($"group.{index + 1}.n", group.People.Length),
            new($"group.{index + 1}.events", group.Curve.Steps.Sum(step => step.Events)),
            new($"group.{index + 1}.median", group.Curve.Median.Time),
            new($"group.{index + 1}.median.lower", group.Curve.Median.Lower),
            new($"group.{index + 1}.median.upper", group.Curve.Median.Upper),
        }),
        new("logrank.chisq", LogRank.ChiSquare),
        new("logrank.df", LogRank.DegreesOfFreedom),
        new("logrank.p", LogRank.Probability),
        new("followup.median", FollowUp.Time),
    ];

    public static AnalysisResult Run(PlannedAnalysis.KaplanMeier planned, AnalysisTable table, AnalysisPlan plan)
    {
        var marked = MarkerValues.Of(table, plan.Marker);
        ImmutableArray<MarkedPerson> people = [.. marked.Where(person => person.Row.Times.ContainsKey(planned.Endpoint))];
        var leftOut = table.Rows.Length - people.Length;
        if (people.IsEmpty)
            return new NotEstimable(planned, 0, leftOut, new("Nobody has marker and follow-up.", "没有人同时具备标志物与随访。"));

        var groups = MarkerGroups.Of(plan.FindGroups(planned.Groups)!, people);
        if (groups.Members.Any(members => members.IsEmpty))
            return MarkerGroups.OneEmpty(planned, people.Length, leftOut);

        return new SurvivalByGroup(
            planned, people.Length, leftOut, groups,
            [
                .. groups.Members.Select((members, index) => new GroupSurvival(
                    groups.Label(index), members,
                    KaplanMeier.Estimate(FollowUps(members, planned.Endpoint), confidenceLevel: plan.ConfidenceLevel))),
            ],
            LogRank.Compare(
                [.. groups.Members.Select((members, index) =>
                    new SurvivalGroup(groups.Label(index).En, FollowUps(members, planned.Endpoint)))]),
            KaplanMeier.OfFollowUp(FollowUps(people, planned.Endpoint)).Median);
    }

    internal static IReadOnlyList<FollowUp> FollowUps(IEnumerable<MarkedPerson> people, string endpoint) =>
        [.. people.Select(person => person.Row.Times[endpoint]).Select(time => new FollowUp(time.Days, time.EventObserved))];
}

/// <summary>One group's curve, in days.</summary>
public sealed record GroupSurvival(Bilingual Label, ImmutableArray<MarkedPerson> People, KaplanMeier Curve);

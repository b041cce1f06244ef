using System.Collections.Immutable;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary>The groups that the right side of a formula makes.</summary>
static class SurvivalGroups
{
    public static ImmutableArray<SurvivalGroup> Of(ModelFrame frame, IEnumerable<int>? rows = null)
    {
        var labels = frame.Groups();
        var followUps = frame.FollowUps();
        var byLabel = (rows ?? Enumerable.Range(0, frame.Count)).ToLookup(row => labels[row], row => followUps[row],
            StringComparer.Ordinal);
        return [.. frame.GroupOrder().Select(label => new SurvivalGroup(label, [.. byLabel[label]]))];
    }

    public static SurvivalIntervalType IntervalType(string word) => word switch
    {
        "log" => SurvivalIntervalType.Log,
        "plain" => SurvivalIntervalType.Plain,
        "logit" => SurvivalIntervalType.Logit,
        "arcsin" => SurvivalIntervalType.ArcSine,
        _ => SurvivalIntervalType.LogLog,
    };
}

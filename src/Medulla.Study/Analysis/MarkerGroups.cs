using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Statistics.Description;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>People divided by pre-specified quantiles of the marker.</summary>
/// <param name="Cuts">In the marker's own unit; a value at a cut belongs to the lower group.</param>
/// <param name="Members">One list a label, lowest first.</param>
public sealed record MarkerGroups(
    GroupRule Rule, ImmutableArray<double> Cuts, ImmutableArray<ImmutableArray<MarkedPerson>> Members)
{
    /// <param name="people">All who are analysed; the quantiles (type 7, R's default) are theirs.</param>
    public static MarkerGroups Of(GroupRule rule, IReadOnlyList<MarkedPerson> people)
    {
        double[] markers = [.. people.Select(person => person.Marker)];
        ImmutableArray<double> cuts = [.. rule.Quantiles.Select(probability => Quantiles.Of(markers, probability))];
        return new MarkerGroups(rule, cuts,
        [
            .. rule.Labels.Select((_, group) =>
                people.Where(person => cuts.Count(cut => person.Marker > cut) == group).ToImmutableArray()),
        ]);
    }

    public Bilingual Label(int group) => Rule.Labels[group];

    internal static NotEstimable OneEmpty(PlannedAnalysis planned, int analysed, int leftOut) => new(planned, analysed, leftOut,
        new("One of the groups is empty: too many people share the cut value.", "有一组为空：过多的人取值等于切点。"));
}

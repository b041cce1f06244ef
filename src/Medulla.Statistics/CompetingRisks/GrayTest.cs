using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>What one group contributed to a <see cref="GrayTest"/>.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="Participants">Over all strata.</param>
/// <param name="Events">Of the cause.</param>
/// <param name="Score">Weighted events beyond those expected if all groups shared one cumulative incidence.</param>
public sealed record GrayGroup(string Name, int Participants, int Events, double Score);

/// <summary>Do these groups share one cumulative incidence of a cause?</summary>
/// <remarks>
/// The log-rank test of the subdistribution hazard: participants with another event stay in the risk set, thinned by the
/// estimated
/// censoring of their group. R: <c>cmprsk::cuminc(time, cause, group, strata, rho)$Tests</c>.
/// Sources: Gray 1988.
/// </remarks>
public sealed class GrayTest
{
    // Share of a group's variance left after the groups before it; less is rounding.
    const double Singular = 1e-11;

    readonly double[] variances;

    GrayTest(int cause, double rho, bool stratified, ImmutableArray<GrayGroup> groups, double[] variances)
    {
        (Cause, Rho, Stratified, Groups, this.variances) = (cause, rho, stratified, groups, variances);
        DegreesOfFreedom = groups.Length - 1;
        var factor = new double[DegreesOfFreedom * DegreesOfFreedom];
        for (var row = 0; row < DegreesOfFreedom; row++)
            for (var column = 0; column < DegreesOfFreedom; column++)
                factor[row * DegreesOfFreedom + column] = Covariance(row, column);
        if (!Cholesky.TryFactor(factor, DegreesOfFreedom, Singular))
            return;

        Span<double> scores = [.. groups.Take(DegreesOfFreedom).Select(group => group.Score)];
        Cholesky.SolveLower(factor, DegreesOfFreedom, scores);
        var chiSquare = 0.0;
        foreach (var score in scores)
            chiSquare += score * score;
        (ChiSquare, Probability) = (chiSquare, ChiSquared.UpperTail(chiSquare, DegreesOfFreedom));
    }

    /// <summary>The cause whose cumulative incidences are compared.</summary>
    public int Cause { get; }

    /// <summary>Power of the weight (1 − F)^ρ: 0 weighs all times alike, above 0 the early ones more.</summary>
    public double Rho { get; }

    public bool Stratified { get; }

    /// <summary>In the order given.</summary>
    public ImmutableArray<GrayGroup> Groups { get; }

    /// <summary>Null when a group cannot be told from the others: no event of the cause while it is at risk with
    /// them.</summary>
    public double? ChiSquare { get; }

    /// <summary>One less than the groups.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Upper tail of the chi-square distribution; null with <see cref="ChiSquare"/>.</summary>
    public double? Probability { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"{(Stratified ? "Stratified Gray" : "Gray")} test, rho = {Rho:0.##}; R: cmprsk::cuminc(..., rho = {Rho:0.##})$Tests");

    /// <summary>Covariance of two scores, by the places of their groups.</summary>
    public double Covariance(int group, int otherGroup) => variances[group * Groups.Length + otherGroup];

    /// <summary>Compares two or more groups.</summary>
    /// <param name="groups">Each with at least one participant, all observed from time 0.</param>
    /// <param name="cause">Whose cumulative incidence.</param>
    /// <param name="rho">Finite.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, an unusable time, or an entry time.</exception>
    public static GrayTest Compare(IReadOnlyList<CompetingGroup> groups, int cause, double rho = 0) =>
        CompareWithin([groups], cause, rho);

    /// <summary>The test for every cause that happened, in the order of the causes.</summary>
    public static ImmutableArray<GrayTest> OfEveryCause(
        IReadOnlyList<IReadOnlyList<CompetingGroup>> strata, double rho = 0) =>
        [.. strata.SelectMany(groups => groups).SelectMany(group => group.FollowUps).Select(one => one.Cause).OfType<int>()
            .Distinct().Order().Select(cause => CompareWithin(strata, cause, rho))];

    /// <summary>Compares groups within strata and adds the evidence up.</summary>
    /// <param name="strata">Each lists the same groups in the same order; a group may be empty in a stratum.</param>
    /// <param name="cause">Whose cumulative incidence.</param>
    /// <param name="rho">Finite.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, strata that list other groups, an unusable time, or an entry time.
    /// </exception>
    public static GrayTest CompareWithin(IReadOnlyList<IReadOnlyList<CompetingGroup>> strata, int cause, double rho = 0)
    {
        RequireUsable(strata, rho);
        var count = strata[0].Count;
        var (scores, variances) = (new double[count], new double[count * count]);
        foreach (var groups in strata.Where(groups => groups.Any(group => group.FollowUps.Count > 0)))
            GrayStratum.Of(groups, cause).AddTo(scores, variances, rho);

        return new GrayTest(cause, rho, strata.Count > 1,
            [.. Enumerable.Range(0, count).Select(place => new GrayGroup(
                strata[0][place].Name,
                strata.Sum(groups => groups[place].FollowUps.Count),
                strata.Sum(groups => groups[place].FollowUps.Count(one => one.Cause == cause)),
                scores[place]))],
            variances);
    }

    static void RequireUsable(IReadOnlyList<IReadOnlyList<CompetingGroup>> strata, double rho)
    {
        if (!double.IsFinite(rho))
            throw new ArgumentOutOfRangeException(nameof(rho), rho, "Expected a finite power.");
        if (strata.Count == 0 || strata[0].Count < 2)
            throw new ArgumentException("Found fewer than two groups. Expected at least two to compare.", nameof(strata));

        var names = strata[0].Select(group => group.Name).ToList();
        for (var index = 0; index < strata.Count; index++)
        {
            if (!names.SequenceEqual(strata[index].Select(group => group.Name)))
                throw new ArgumentException(
                    $"Found other groups in the stratum at index {index}. Expected {string.Join(", ", names)}, in this order.",
                    nameof(strata));
            foreach (var group in strata[index].Where(group => group.FollowUps.Count > 0))
            {
                CompetingFollowUp.RequireUsable(group.FollowUps, nameof(strata));
                CompetingFollowUp.RequireObservedFromStart(group.FollowUps, nameof(strata));
            }
        }
    }
}

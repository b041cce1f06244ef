using System.Collections.Immutable;

namespace Medulla.Statistics.Simulation;

/// <summary>A cohort that does not exist, in the words of a protocol.</summary>
/// <remarks>Times are in one unit of the caller's choice.</remarks>
public sealed record CohortDescription
{
    /// <summary>At least 1.</summary>
    public required int Participants { get; init; }

    public required MarkerDistribution Marker { get; init; }

    /// <summary>Per unit of the marker, or of its logarithm where that is normal.</summary>
    public double MarkerLogHazardRatio { get; init; }

    public ImmutableArray<SimulatedCovariate> Covariates { get; init; } = [];

    public required BaselineHazard Hazard { get; init; }

    /// <summary>How long participants enter, evenly; 0 when all enter at once.</summary>
    public double Accrual { get; init; }

    /// <summary>From the last entry to the end of the study, where everybody left is censored; null for no end.</summary>
    public double? FollowUp { get; init; }

    /// <summary>Hazard of being lost, per unit of time; 0 for nobody.</summary>
    public double DropoutRate { get; init; }

    /// <summary>Log odds of a response at the middle of the marker; null for a cohort without responses.</summary>
    public double? ResponseLogOdds { get; init; }

    /// <summary>Log odds ratio of a response, per unit as for the hazard.</summary>
    public double ResponseLogOddsRatio { get; init; }

    /// <exception cref="ArgumentException">A number is out of range, or two covariates share a name.</exception>
    internal void RequireUsable()
    {
        Require(Participants >= 1, nameof(Participants), "at least one participant");
        Require(Hazard.Scale > 0 && double.IsFinite(Hazard.Scale) && Hazard.Shape > 0 && double.IsFinite(Hazard.Shape),
            nameof(Hazard), "a finite scale and shape above 0");
        Require(Accrual >= 0 && double.IsFinite(Accrual), nameof(Accrual), "a finite time of 0 or more");
        Require(FollowUp is null or >= 0, nameof(FollowUp), "a time of 0 or more, or none");
        Require(Accrual + FollowUp is not 0, nameof(FollowUp), "a time above 0 where all enter at once");
        Require(DropoutRate >= 0 && double.IsFinite(DropoutRate), nameof(DropoutRate), "a finite rate of 0 or more");
        Require(double.IsFinite(MarkerLogHazardRatio + (ResponseLogOdds ?? 0) + ResponseLogOddsRatio),
            nameof(MarkerLogHazardRatio), "finite effects");
        var spread = Marker switch
        {
            MarkerDistribution.LogNormal marker => marker.StandardDeviationOfLogarithm,
            MarkerDistribution.Normal marker => marker.StandardDeviation,
            _ => 0,
        };
        Require(spread > 0 && double.IsFinite(spread), nameof(Marker), "a standard deviation above 0");
        Require(Covariates.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == Covariates.Length,
            nameof(Covariates), "each name once");
        Require(Covariates.All(one => double.IsFinite(one.LogHazardRatio) && one is not
                (SimulatedCovariate.Binary { Share: not (> 0 and < 1) }
                    or SimulatedCovariate.Normal { StandardDeviation: not > 0 })),
            nameof(Covariates), "finite effects, shares between 0 and 1, standard deviations above 0");
    }

    static void Require(bool holds, string what, string expected)
    {
        if (!holds)
            throw new ArgumentException($"Found a {what} that no cohort can have. Expected {expected}.", what);
    }
}

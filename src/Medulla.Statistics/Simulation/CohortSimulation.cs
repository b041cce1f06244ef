using System.Collections.Immutable;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Simulation;

/// <summary>A simulated participant.</summary>
/// <param name="Marker">As measured: a value below the detection limit is the limit over √2.</param>
/// <param name="Covariates">In the order described.</param>
/// <param name="Time">Of the event, or until censored.</param>
/// <param name="Responded">Null in a cohort without responses.</param>
public sealed record SimulatedParticipant(
    double Marker, bool BelowDetectionLimit, ImmutableArray<double> Covariates, double Time, bool HadEvent, bool? Responded);

/// <summary>Whole cohorts drawn from a <see cref="CohortDescription"/>, to try an analysis on before there are data.</summary>
/// <remarks>
/// Every number of a cohort is a function of seed, replicate, participant and purpose alone: neither threads, nor the order of
/// replicates, nor another covariate changes it. Survival times by inversion of the cumulative hazard.
/// Sources: times, Bender, Augustin &amp; Blettner 2005; values below the limit, Hornung &amp; Reed 1990; generator, Salmon,
/// Moraes, Dror &amp; Shaw 2011. R: <c>simsurv::simsurv</c>.
/// </remarks>
public sealed class CohortSimulation
{
    // Blocks of two numbers each, set aside for a participant's purposes.
    const int MarkerAndEvent = 0;
    const int EntryAndDropout = 1;
    const int Response = 2;
    const int FirstCovariate = 3;
    const int BlocksPerParticipant = 1 << 16;

    readonly ulong seed;
    readonly bool logNormal;
    readonly double middle;
    readonly double spread;
    readonly double limit;

    /// <param name="description">Of the cohort.</param>
    /// <param name="seed">Of the whole simulation.</param>
    /// <exception cref="ArgumentException">The description has a number that no cohort can have.</exception>
    public CohortSimulation(CohortDescription description, ulong seed)
    {
        description.RequireUsable();
        (Description, this.seed) = (description, seed);
        (logNormal, middle, spread, limit) = description.Marker switch
        {
            MarkerDistribution.LogNormal marker =>
                (true, marker.MeanOfLogarithm, marker.StandardDeviationOfLogarithm, Math.Log(marker.DetectionLimit ?? 0)),
            MarkerDistribution.Normal marker => (false, marker.Mean, marker.StandardDeviation, double.NegativeInfinity),
            _ => throw new ArgumentException("Found an unknown marker. Expected one of the library's.", nameof(description)),
        };
    }

    public CohortDescription Description { get; }

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "SIMULATED. Philox4x32-10 by seed, replicate and participant; normal and survival times by inversion; "
        + "R: simsurv::simsurv, other random numbers";

    /// <summary>Writes one cohort; nothing is allocated.</summary>
    /// <param name="replicate">0 or more.</param>
    /// <param name="workspace">Made for this description.</param>
    /// <exception cref="ArgumentException">The workspace was made for another size.</exception>
    public void Fill(int replicate, CohortWorkspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        if (workspace.Participants != Description.Participants || workspace.Covariates.Length != Description.Covariates.Length)
            throw new ArgumentException(
                $"Found a workspace for {workspace.Participants} participants and {workspace.Covariates.Length} covariates. "
                    + $"Expected {Description.Participants} and {Description.Covariates.Length}.", nameof(workspace));

        for (var participant = 0; participant < workspace.Participants; participant++)
        {
            var (forMarker, forEvent) = Uniforms(replicate, participant, MarkerAndEvent);
            var effectUnit = spread * StandardNormal.Quantile(forMarker);
            WriteMarker(workspace, participant, effectUnit);
            var effect = Description.MarkerLogHazardRatio * effectUnit + CovariateEffects(replicate, participant, workspace);
            WriteTime(replicate, participant, workspace, -Math.Log(forEvent) * Math.Exp(-effect));
            workspace.Responded[participant] = Description.ResponseLogOdds is { } logOdds
                && Uniforms(replicate, participant, Response).First
                    < 1 / (1 + Math.Exp(-logOdds - Description.ResponseLogOddsRatio * effectUnit));
        }
    }

    /// <summary>One cohort as rows.</summary>
    /// <param name="replicate">0 or more.</param>
    public ImmutableArray<SimulatedParticipant> Generate(int replicate = 0)
    {
        var columns = new CohortWorkspace(Description);
        Fill(replicate, columns);
        return [.. Enumerable.Range(0, Description.Participants).Select(participant => new SimulatedParticipant(
            columns.Marker[participant], columns.BelowDetectionLimit[participant],
            [.. columns.Covariates.Select(column => column[participant])],
            columns.Time[participant], columns.HadEvent[participant],
            Description.ResponseLogOdds is null ? null : columns.Responded[participant]))];
    }

    void WriteMarker(CohortWorkspace workspace, int participant, double effectUnit)
    {
        var value = middle + effectUnit;
        var below = logNormal && value < limit;
        if (below)
            value = limit - Math.Log(2) / 2;
        workspace.BelowDetectionLimit[participant] = below;
        workspace.MarkerUnit[participant] = value - middle;
        workspace.Marker[participant] = logNormal ? Math.Exp(value) : value;
    }

    double CovariateEffects(int replicate, int participant, CohortWorkspace workspace)
    {
        var effect = 0.0;
        var covariates = Description.Covariates;
        for (var place = 0; place < covariates.Length; place++)
        {
            var value = covariates[place] switch
            {
                SimulatedCovariate.Normal normal => normal.StandardDeviation * StandardNormal.Quantile(
                    Uniforms(replicate, participant, FirstCovariate + place).First),
                SimulatedCovariate.Binary binary =>
                    Uniforms(replicate, participant, FirstCovariate + place).First < binary.Share ? 1 : 0,
                _ => participant % 2,
            };
            effect += covariates[place].LogHazardRatio * value;
            workspace.Covariates[place][participant] =
                covariates[place] is SimulatedCovariate.Normal { Mean: var mean } ? mean + value : value;
        }

        return effect;
    }

    /// <param name="cumulativeHazard">Of the baseline at the event.</param>
    void WriteTime(int replicate, int participant, CohortWorkspace workspace, double cumulativeHazard)
    {
        var hazard = Description.Hazard;
        var ofEvent = hazard.Shape == 1
            ? hazard.Scale * cumulativeHazard
            : hazard.Scale * Math.Pow(cumulativeHazard, 1 / hazard.Shape);
        var censored = double.PositiveInfinity;
        if (Description.FollowUp is not null || Description.DropoutRate > 0)
        {
            var (entry, loss) = Uniforms(replicate, participant, EntryAndDropout);
            if (Description.FollowUp is { } followUp)
                censored = Description.Accrual * (1 - entry) + followUp;
            if (Description.DropoutRate > 0)
                censored = Math.Min(censored, -Math.Log(loss) / Description.DropoutRate);
        }

        workspace.Time[participant] = Math.Min(ofEvent, censored);
        workspace.HadEvent[participant] = ofEvent <= censored;
    }

    /// <summary>Two numbers between 0 and 1, never either.</summary>
    (double First, double Second) Uniforms(int replicate, int participant, int block)
    {
        var (first, second) = Philox.Block(seed, (ulong)participant * BlocksPerParticipant + (ulong)block, (ulong)replicate);
        return (((first >> 12) + 0.5) * (1.0 / (1UL << 52)), ((second >> 12) + 0.5) * (1.0 / (1UL << 52)));
    }
}

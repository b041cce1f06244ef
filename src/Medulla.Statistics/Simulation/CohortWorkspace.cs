using System.Collections.Immutable;

namespace Medulla.Statistics.Simulation;

/// <summary>Columns of one simulated cohort, written over by the next; belongs to one thread.</summary>
public sealed class CohortWorkspace
{
    /// <param name="description">Of the cohorts that are to be written here.</param>
    public CohortWorkspace(CohortDescription description)
    {
        var count = description.Participants;
        Marker = new double[count];
        MarkerUnit = new double[count];
        BelowDetectionLimit = new bool[count];
        Time = new double[count];
        HadEvent = new bool[count];
        Responded = new bool[count];
        Covariates = [.. description.Covariates.Select(_ => new double[count])];
    }

    public int Participants => Time.Length;

    /// <summary>As measured, in the marker's unit.</summary>
    public double[] Marker { get; }

    /// <summary>As measured, on the scale and from the middle that effects are per unit of.</summary>
    public double[] MarkerUnit { get; }

    public bool[] BelowDetectionLimit { get; }

    /// <summary>One column per covariate, in the order described.</summary>
    public ImmutableArray<double[]> Covariates { get; }

    /// <summary>Of the event, or until censored.</summary>
    public double[] Time { get; }

    public bool[] HadEvent { get; }

    /// <summary>False throughout when the cohort has no responses.</summary>
    public bool[] Responded { get; }
}

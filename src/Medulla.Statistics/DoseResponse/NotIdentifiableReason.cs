namespace Medulla.Statistics.DoseResponse;

/// <summary>Why points do not determine a curve.</summary>
public enum NotIdentifiableReason
{
    /// <summary>No more points than parameters, or fewer different doses than parameters.</summary>
    TooFewPoints,

    /// <summary>A weighting by the response meets a response of 0.</summary>
    ResponseWithoutWeight,

    /// <summary>All responses are equal.</summary>
    FlatResponse,

    /// <summary>The sum of squares falls for ever as a parameter grows.</summary>
    NoFiniteOptimum,

    /// <summary>Parameters can replace each other: condition number of 10⁸ or more.</summary>
    IllConditioned,

    /// <summary>The asymmetry of a five-parameter curve runs away from 1 by more than a factor of 20.</summary>
    AsymmetryOutOfBounds,
}

using System.Collections.Immutable;

namespace Medulla.Statistics.Regression;

/// <summary>Why the data cannot answer what a model asks.</summary>
public enum NotEstimableCause
{
    /// <summary>Nobody had the event; or, where the outcome is yes or no, everybody.</summary>
    NoEvents,

    /// <summary>A column does not vary among participants at risk together.</summary>
    Constant,

    /// <summary>A column follows from others.</summary>
    Collinear,

    /// <summary>Columns order the events perfectly, so that a hazard ratio is infinite.</summary>
    Separated,

    /// <summary>The search for the maximum did not end.</summary>
    NotConverged,
}

/// <summary>The data do not hold what is asked; the message names the columns and the remedy.</summary>
public sealed class NotEstimableException : Exception
{
    public NotEstimableException(NotEstimableCause cause, ImmutableArray<string> columns, string message)
        : base(message) => (Cause, Columns) = (cause, columns);

    public NotEstimableCause Cause { get; }

    /// <summary>The columns at fault; empty where none is.</summary>
    public ImmutableArray<string> Columns { get; }
}

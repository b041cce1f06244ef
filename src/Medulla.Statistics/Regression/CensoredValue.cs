namespace Medulla.Statistics.Regression;

/// <summary>What is known of a measurement.</summary>
public enum ValueCensoring
{
    /// <summary>The value itself.</summary>
    None,

    /// <summary>That it lies below the value given, such as the limit of detection.</summary>
    Below,

    /// <summary>That it lies above the value given, such as the highest calibrator, or the end of follow-up.</summary>
    Above,
}

/// <summary>A measurement that may be known only to lie beyond a limit.</summary>
/// <param name="Value">The measurement, or the limit; finite.</param>
/// <param name="Censoring">Which of the two it is.</param>
public readonly record struct CensoredValue(double Value, ValueCensoring Censoring = ValueCensoring.None)
{
    public static CensoredValue Below(double limit) => new(limit, ValueCensoring.Below);

    public static CensoredValue Above(double limit) => new(limit, ValueCensoring.Above);
}

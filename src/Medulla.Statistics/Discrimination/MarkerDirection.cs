namespace Medulla.Statistics.Discrimination;

/// <summary>Which values of a marker speak for a case; stated before the data are seen.</summary>
public enum MarkerDirection
{
    /// <summary>A test is positive at or above the cut. R: <c>roc(direction = "&lt;")</c>.</summary>
    HigherInCases,

    /// <summary>A test is positive at or below the cut. R: <c>roc(direction = "&gt;")</c>.</summary>
    LowerInCases,
}

namespace Medulla.Assays;

/// <summary>What stands in a well.</summary>
public enum WellRole
{
    /// <summary>Material of a participant: the concentration is asked for.</summary>
    Unknown,

    /// <summary>Known concentration that the curve is fitted to; 0 is the zero calibrator.</summary>
    Calibrator,

    /// <summary>Known concentration that judges the run and is not fitted to.</summary>
    QualityControl,

    /// <summary>No analyte and no matrix.</summary>
    Blank,
}

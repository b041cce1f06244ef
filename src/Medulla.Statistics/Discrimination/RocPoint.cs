namespace Medulla.Statistics.Discrimination;

/// <summary>One coordinate of a <see cref="RocCurve"/>.</summary>
/// <param name="Threshold">
/// Halfway between two neighbouring values of the marker. At the ends of the curve, where every test or none is
/// positive, −∞ or ∞: there the infinite threshold is the fact.
/// </param>
/// <param name="PositiveFrom">The observed value nearest to the threshold that is positive; null where none is.</param>
/// <param name="Accuracy">Counts, sensitivity, specificity and the rest.</param>
public sealed record RocPoint(double Threshold, double? PositiveFrom, DiagnosticAccuracy Accuracy)
{
    public double Sensitivity => (double)Accuracy.TruePositives / Accuracy.Cases;

    public double Specificity => (double)Accuracy.TrueNegatives / Accuracy.Controls;
}

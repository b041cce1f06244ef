using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>The risk of exposed participants beside that of unexposed ones: ratio, odds ratio, difference.</summary>
/// <remarks>
/// Intervals: of the risk ratio on the log scale (Katz), of the odds ratio Woolf's, of the difference Newcombe's from two
/// Wilson intervals. A ratio or limit that needs a division by 0 does not exist. Sources: Katz, Baptista, Azen &amp; Pike 1978;
/// Woolf 1955; Newcombe 1998. R: <c>epiR::epi.2by2</c>, <c>DescTools::RelRisk</c>, <c>DescTools::BinomDiffCI</c>.
/// </remarks>
public sealed class RiskComparison
{
    readonly BinomialProportion exposed;
    readonly BinomialProportion unexposed;

    /// <param name="exposed">Events among the exposed.</param>
    /// <param name="unexposed">Events among the others.</param>
    public RiskComparison(BinomialProportion exposed, BinomialProportion unexposed) =>
        (this.exposed, this.unexposed) = (exposed, unexposed);

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Risk ratio with log-Wald interval, odds ratio with Woolf interval, risk difference with Newcombe interval; "
        + "R: epiR::epi.2by2";

    /// <summary>Null when no unexposed participant had the event.</summary>
    public double? RiskRatio => unexposed.Count == 0 ? null : exposed.Estimate / unexposed.Estimate;

    /// <summary>Null when a cell that it divides by is 0.</summary>
    public double? OddsRatio => unexposed.Count == 0 || exposed.Count == exposed.Total ? null : Odds(exposed) / Odds(unexposed);

    /// <summary>Exposed less unexposed.</summary>
    public double RiskDifference => exposed.Estimate - unexposed.Estimate;

    /// <summary>Exposed participants for one event more or fewer; null when the risks are equal.</summary>
    public double? NumberNeeded => RiskDifference == 0 ? null : 1 / Math.Abs(RiskDifference);

    /// <summary>Rows unexposed, exposed; columns without the event, with it.</summary>
    /// <exception cref="ArgumentException">The table is not 2 × 2.</exception>
    public static RiskComparison Of(ContingencyTable table) => table is { Rows: 2, Columns: 2 }
        ? new RiskComparison(
            new BinomialProportion(table[1, 1], table.RowTotals[1]), new BinomialProportion(table[0, 1], table.RowTotals[0]))
        : throw new ArgumentException(
            $"Found a table of {table.Rows} × {table.Columns}. Expected 2 × 2: compare two categories at a time.",
            nameof(table));

    /// <summary>Null when a group has no event.</summary>
    public Interval? RiskRatioConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        exposed.Count == 0 || unexposed.Count == 0 ? null : Around(RiskRatio, confidenceLevel,
            1.0 / exposed.Count - 1.0 / exposed.Total + 1.0 / unexposed.Count - 1.0 / unexposed.Total);

    /// <summary>Null when a cell is 0.</summary>
    public Interval? OddsRatioConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        exposed.Count * (exposed.Total - exposed.Count) == 0 || unexposed.Count * (unexposed.Total - unexposed.Count) == 0
            ? null
            : Around(OddsRatio, confidenceLevel,
                1.0 / exposed.Count + 1.0 / (exposed.Total - exposed.Count)
                + 1.0 / unexposed.Count + 1.0 / (unexposed.Total - unexposed.Count));

    /// <summary>Newcombe's hybrid score interval.</summary>
    public Interval RiskDifferenceConfidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var (one, other) = (exposed.Wilson(confidenceLevel), unexposed.Wilson(confidenceLevel));
        return new Interval(
            RiskDifference - double.Hypot(exposed.Estimate - one.Lower, other.Upper - unexposed.Estimate),
            RiskDifference + double.Hypot(one.Upper - exposed.Estimate, unexposed.Estimate - other.Lower));
    }

    static double Odds(BinomialProportion share) => (double)share.Count / (share.Total - share.Count);

    static Interval? Around(double? ratio, double confidenceLevel, double variance)
    {
        if (ratio is not > 0)
            return null;
        var reach = ConfidenceLevel.NormalQuantile(confidenceLevel) * Math.Sqrt(variance);
        return new Interval(ratio.Value * Math.Exp(-reach), ratio.Value * Math.Exp(reach));
    }
}

using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Events for a hazard ratio between two groups, by the score test: Schoenfeld's formula.</summary>
/// <param name="HazardRatio">Above 0, not 1.</param>
/// <param name="Share">Of the participants in one of the groups, between 0 and 1.</param>
/// <remarks>
/// D = (z₁₋α/₂ + z)² / (p(1 − p) log²HR). Sources: Schoenfeld 1983. R: <c>powerSurvEpi::powerCT.default0</c>,
/// <c>gsDesign::nEvents</c>.
/// </remarks>
public sealed record SchoenfeldDesign(double HazardRatio, double Share = 0.5) : SampleSizeDesign
{
    public override string Unit => "events";

    public override string Convention =>
        "Schoenfeld: events = (z(1 - alpha/2) + z(power))^2 / (p (1 - p) log(HR)^2); R: gsDesign::nEvents";

    public override double PowerAt(double size) =>
        StandardNormal.Cumulative(Math.Sqrt(RequireSize(size) * Information) - CriticalValue);

    public override double SizeFor(double power)
    {
        var reach = CriticalValue + PowerValue(power);
        return reach * reach / Information;
    }

    // Of one event about log HR, times its square.
    double Information
    {
        get
        {
            var logarithm = Math.Log(DesignNumbers.RequireRatio(HazardRatio, nameof(HazardRatio)));
            return DesignNumbers.RequireShare(Share, nameof(Share)) * (1 - Share) * logarithm * logarithm;
        }
    }
}

/// <summary>Events for a hazard ratio between two groups, by the log-rank statistic itself: Freedman's formula.</summary>
/// <param name="HazardRatio">Of the experimental group against control; above 0, not 1.</param>
/// <param name="Share">Of the participants in the experimental group, between 0 and 1.</param>
/// <remarks>
/// D = (z₁₋α/₂ + z)² (1 + φ·HR)² / (φ (1 − HR)²), φ = p/(1 − p). Sources: Freedman 1982. R:
/// <c>powerSurvEpi::ssizeCT.default</c>.
/// </remarks>
public sealed record FreedmanDesign(double HazardRatio, double Share = 0.5) : SampleSizeDesign
{
    public override string Unit => "events";

    public override string Convention =>
        "Freedman: events = (z(1 - alpha/2) + z(power))^2 (1 + phi HR)^2 / (phi (1 - HR)^2); R: powerSurvEpi::ssizeCT.default";

    public override double PowerAt(double size) =>
        StandardNormal.Cumulative(Math.Sqrt(RequireSize(size) * Information) - CriticalValue);

    public override double SizeFor(double power)
    {
        var reach = CriticalValue + PowerValue(power);
        return reach * reach / Information;
    }

    double Information
    {
        get
        {
            var allocation = DesignNumbers.RequireShare(Share, nameof(Share)) / (1 - Share);
            var ratio = DesignNumbers.RequireRatio(HazardRatio, nameof(HazardRatio));
            var distance = (1 - ratio) / (1 + allocation * ratio);
            return allocation * distance * distance;
        }
    }
}

/// <summary>Events for a hazard ratio per unit of a marker that is not a group, beside other covariates.</summary>
/// <param name="HazardRatio">Per unit of the marker; above 0, not 1.</param>
/// <param name="StandardDeviation">Of the marker, in its unit.</param>
/// <param name="VarianceExplained">R² of the marker on the other covariates; from 0 to below 1.</param>
/// <remarks>
/// D = (z₁₋α/₂ + z)² / (σ² log²HR (1 − R²)). Sources: Hsieh &amp; Lavori 2000. R: <c>powerSurvEpi::ssizeEpiCont.default</c>.
/// </remarks>
public sealed record HsiehLavoriDesign(double HazardRatio, double StandardDeviation = 1, double VarianceExplained = 0)
    : SampleSizeDesign
{
    public override string Unit => "events";

    public override string Convention =>
        "Hsieh and Lavori: events = (z(1 - alpha/2) + z(power))^2 / (sd^2 log(HR)^2 (1 - R^2)); "
        + "R: powerSurvEpi::ssizeEpiCont.default";

    public override double PowerAt(double size) =>
        StandardNormal.Cumulative(Math.Sqrt(RequireSize(size) * Information) - CriticalValue);

    public override double SizeFor(double power)
    {
        var reach = CriticalValue + PowerValue(power);
        return reach * reach / Information;
    }

    double Information
    {
        get
        {
            var effect = DesignNumbers.RequireAboveZero(StandardDeviation, nameof(StandardDeviation))
                * Math.Log(DesignNumbers.RequireRatio(HazardRatio, nameof(HazardRatio)));
            return effect * effect * (1 - DesignNumbers.RequireExplained(VarianceExplained, nameof(VarianceExplained)));
        }
    }
}

using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Participants to find a correlation, by Fisher's z.</summary>
/// <param name="Correlation">Between −1 and 1, not 0.</param>
/// <remarks>
/// n = ((z₁₋α/₂ + z) / atanh r)² + 3. Sources: Cohen 1988. R: <c>pwr::pwr.r.test</c> within one participant.
/// </remarks>
public sealed record CorrelationDesign(double Correlation) : SampleSizeDesign
{
    public override string Unit => "participants";

    public override string Convention =>
        "Correlation by Fisher z: n = ((z(1 - alpha/2) + z(power)) / atanh(r))^2 + 3; R: pwr::pwr.r.test, almost";

    public override double PowerAt(double size) =>
        StandardNormal.Cumulative(Effect * Math.Sqrt(RequireSize(size, above: 3) - 3) - CriticalValue);

    public override double SizeFor(double power)
    {
        var root = (CriticalValue + PowerValue(power)) / Effect;
        return root * root + 3;
    }

    double Effect => Math.Atanh(DesignNumbers.RequireShare(Math.Abs(Correlation), nameof(Correlation)));
}

/// <summary>Participants for a logistic regression on one normal marker.</summary>
/// <param name="Prevalence">Probability of the outcome at the mean of the marker, between 0 and 1.</param>
/// <param name="OddsRatio">Per standard deviation of the marker; above 0, not 1.</param>
/// <param name="VarianceExplained">R² of the marker on other covariates; from 0 to below 1.</param>
/// <remarks>
/// n = (z₁₋α/₂ + z)² / (p(1 − p) log²OR (1 − R²)). Sources: Hsieh, Bloch &amp; Larsen 1998. R:
/// <c>powerMediation::SSizeLogisticCon</c>.
/// </remarks>
public sealed record LogisticDesign(double Prevalence, double OddsRatio, double VarianceExplained = 0) : SampleSizeDesign
{
    public override string Unit => "participants";

    public override string Convention =>
        "Hsieh, Bloch and Larsen: n = (z(1 - alpha/2) + z(power))^2 / (p (1 - p) log(OR)^2 (1 - R^2)); "
        + "R: powerMediation::SSizeLogisticCon";

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
            var effect = Math.Log(DesignNumbers.RequireRatio(OddsRatio, nameof(OddsRatio)));
            return DesignNumbers.RequireShare(Prevalence, nameof(Prevalence)) * (1 - Prevalence) * effect * effect
                * (1 - DesignNumbers.RequireExplained(VarianceExplained, nameof(VarianceExplained)));
        }
    }
}

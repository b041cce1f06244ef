using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Participants for an interval of a test's sensitivity that is narrow enough: Buderer's formula.</summary>
/// <param name="Sensitivity">Expected, between 0 and 1; give the specificity, and 1 − prevalence, to size for that.</param>
/// <param name="Prevalence">Of the disease among participants, between 0 and 1.</param>
/// <param name="Level">Confidence level.</param>
/// <remarks>Cases = z² Se(1 − Se) / w². Sources: Buderer 1996. R: <c>epiR::epi.ssdxsesp</c>.</remarks>
public sealed record SensitivityDesign(double Sensitivity, double Prevalence, double Level = 0.95)
{
    public const string Convention =
        "Buderer: cases = z^2 Se (1 - Se) / half-width^2, participants = cases / prevalence; R: epiR::epi.ssdxsesp";

    /// <summary>Cases for a half-width, not rounded.</summary>
    /// <param name="halfWidth">Between 0 and 1.</param>
    public double CasesFor(double halfWidth)
    {
        var z = ConfidenceLevel.NormalQuantile(Level);
        return z * z * Variance / (DesignNumbers.RequireShare(halfWidth, nameof(halfWidth)) * halfWidth);
    }

    /// <summary>Participants, sick or not, for a half-width; not rounded.</summary>
    /// <param name="halfWidth">Between 0 and 1.</param>
    public double ParticipantsFor(double halfWidth) =>
        CasesFor(halfWidth) / DesignNumbers.RequireShare(Prevalence, nameof(Prevalence));

    /// <summary>Half-width of the interval that a number of participants gives.</summary>
    /// <param name="participants">Above 0.</param>
    public double HalfWidthAt(double participants) =>
        participants > 0
            ? ConfidenceLevel.NormalQuantile(Level)
                * Math.Sqrt(Variance / (participants * DesignNumbers.RequireShare(Prevalence, nameof(Prevalence))))
            : throw new ArgumentOutOfRangeException(nameof(participants), participants, "Expected above 0.");

    double Variance => DesignNumbers.RequireShare(Sensitivity, nameof(Sensitivity)) * (1 - Sensitivity);
}

/// <summary>Events to be expected when participants enter evenly and all are followed to one day.</summary>
/// <param name="Hazard">Of the event, per unit of time, above 0.</param>
/// <param name="Accrual">How long participants enter, above 0.</param>
/// <param name="Total">From the first entry to the last day; at least the accrual.</param>
/// <param name="Dropout">Hazard of being lost, 0 or more.</param>
/// <remarks>
/// λ/(λ + c) · (1 − (e^(−(λ+c)(T−R)) − e^(−(λ+c)T)) / ((λ + c)R)). Sources: Lachin &amp; Foulkes 1986.
/// R: <c>gsDesign::eEvents</c>.
/// </remarks>
public sealed record ExpectedEvents(double Hazard, double Accrual, double Total, double Dropout = 0)
{
    public const string Convention =
        "Exponential hazard, uniform accrual, exponential loss (Lachin and Foulkes); R: gsDesign::eEvents";

    /// <summary>Probability that a participant's event is seen.</summary>
    public double Probability
    {
        get
        {
            DesignNumbers.RequireAboveZero(Hazard, nameof(Hazard));
            DesignNumbers.Require(Dropout >= 0 && double.IsFinite(Dropout), Dropout, nameof(Dropout), "0 or more");
            DesignNumbers.RequireAboveZero(Accrual, nameof(Accrual));
            DesignNumbers.Require(
                Total >= Accrual && double.IsFinite(Total), Total, nameof(Total), "at least the time of accrual");
            var rate = Hazard + Dropout;
            return Hazard / rate
                * (1 + Math.Exp(-rate * Total) * -double.ExpM1(rate * Accrual) / (rate * Accrual));
        }
    }

    /// <param name="participants">0 or more.</param>
    public double EventsAmong(double participants) => participants * Probability;

    /// <summary>Participants for a number of events, not rounded.</summary>
    /// <param name="events">0 or more.</param>
    public double ParticipantsFor(double events) => events / Probability;
}

/// <summary>Participants to develop a prediction model for a binary outcome: the largest of three criteria.</summary>
/// <param name="Shrinkage">For a small optimism of the coefficients: expected shrinkage at least as asked.</param>
/// <param name="Optimism">For a small optimism of Nagelkerke's R².</param>
/// <param name="OverallRisk">For the overall risk within a margin.</param>
/// <remarks>
/// Sources: Riley, Snell, Ensor, Burke, Harrell, Moons &amp; Collins 2019. R: <c>pmsampsize::pmsampsize(type = "b")</c>, which
/// rounds up.
/// </remarks>
public sealed record PredictionModelSize(double Shrinkage, double Optimism, double OverallRisk)
{
    public const string Convention =
        "Riley et al.: shrinkage, optimism in Nagelkerke R-squared, overall risk; R: pmsampsize::pmsampsize(type = \"b\")";

    /// <summary>Participants, not rounded.</summary>
    public double Participants => Math.Max(Shrinkage, Math.Max(Optimism, OverallRisk));

    /// <param name="coxSnell">Expected R² of Cox and Snell, above 0, below its maximum at this prevalence.</param>
    /// <param name="parameters">Candidate coefficients, at least 1.</param>
    /// <param name="prevalence">Of the outcome, between 0 and 1.</param>
    /// <param name="shrinkage">Expected shrinkage, between 0 and 1.</param>
    /// <param name="optimism">Difference allowed between apparent and adjusted Nagelkerke R².</param>
    /// <param name="halfWidth">Of the 95 % interval of the overall risk.</param>
    public static PredictionModelSize Of(
        double coxSnell, int parameters, double prevalence, double shrinkage = 0.9, double optimism = 0.05,
        double halfWidth = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        if (prevalence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(prevalence), prevalence, "Expected between 0 and 1.");
        var largest = -double.ExpM1(2 * (prevalence * Math.Log(prevalence) + (1 - prevalence) * Math.Log(1 - prevalence)));
        if (!(coxSnell > 0 && coxSnell < largest))
            throw new ArgumentOutOfRangeException(
                nameof(coxSnell), coxSnell, $"Expected above 0 and below {largest:0.###}, the largest at this prevalence.");
        if (shrinkage is not (> 0 and < 1) || shrinkage <= coxSnell)
            throw new ArgumentOutOfRangeException(nameof(shrinkage), shrinkage, "Expected above the R-squared and below 1.");
        if (!(optimism > 0))
            throw new ArgumentOutOfRangeException(nameof(optimism), optimism, "Expected above 0.");
        if (!(halfWidth > 0))
            throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "Expected above 0.");

        var margin = ConfidenceLevel.NormalQuantile(ConfidenceLevel.Usual) / halfWidth;
        return new PredictionModelSize(
            For(shrinkage), For(coxSnell / (coxSnell + optimism * largest)),
            margin * margin * prevalence * (1 - prevalence));

        double For(double factor) => parameters / ((factor - 1) * Math.Log(1 - coxSnell / factor));
    }
}

using System.Globalization;

namespace Medulla.Statistics.Cutpoints;

/// <summary>What a cut of a diagnostic marker is chosen for.</summary>
public abstract record CutpointCriterion
{
    const double OutOfTheQuestion = double.NegativeInfinity;

    // Between cuts of equal merit in the first place.
    const double SecondPlace = 1e-9;

    CutpointCriterion()
    {
    }

    /// <summary>In words, for the convention of a result.</summary>
    public abstract string Name { get; }

    internal abstract double Merit(double sensitivity, double specificity, double shareOfCases);

    /// <summary>
    /// Sensitivity + specificity − 1, and so their sum. R: <c>cutpointr(metric = youden)</c>, <c>coords(best.method =
    /// "youden")</c>.
    /// </summary>
    /// <remarks>Sources: Youden 1950.</remarks>
    public sealed record Youden : CutpointCriterion
    {
        public override string Name => "largest Youden index";

        internal override double Merit(double sensitivity, double specificity, double shareOfCases) =>
            sensitivity + specificity;
    }

    /// <summary>Nearest to sensitivity 1 and specificity 1. R: <c>coords(best.method = "closest.topleft")</c>.</summary>
    public sealed record ClosestToTopLeft : CutpointCriterion
    {
        public override string Name => "closest to the top left corner";

        internal override double Merit(double sensitivity, double specificity, double shareOfCases) =>
            -((1 - sensitivity) * (1 - sensitivity) + (1 - specificity) * (1 - specificity));
    }

    /// <summary>Sensitivity × specificity. R: <c>cutpointr(metric = prod_sens_spec)</c>.</summary>
    public sealed record Product : CutpointCriterion
    {
        public override string Name => "largest product of sensitivity and specificity";

        internal override double Merit(double sensitivity, double specificity, double shareOfCases) =>
            sensitivity * specificity;
    }

    /// <summary>The highest sensitivity where the specificity is high enough. R: <c>metric = sens_constrain</c>.</summary>
    /// <param name="LowestSpecificity">From 0 to 1.</param>
    public sealed record SensitivityAtSpecificity(double LowestSpecificity) : CutpointCriterion
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture,
            $"highest sensitivity at a specificity of at least {LowestSpecificity}");

        internal override double Merit(double sensitivity, double specificity, double shareOfCases) =>
            specificity >= LowestSpecificity ? sensitivity + SecondPlace * specificity : OutOfTheQuestion;
    }

    /// <summary>The highest specificity where the sensitivity is high enough. R: <c>metric = spec_constrain</c>.</summary>
    /// <param name="LowestSensitivity">From 0 to 1.</param>
    public sealed record SpecificityAtSensitivity(double LowestSensitivity) : CutpointCriterion
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture,
            $"highest specificity at a sensitivity of at least {LowestSensitivity}");

        internal override double Merit(double sensitivity, double specificity, double shareOfCases) =>
            sensitivity >= LowestSensitivity ? specificity + SecondPlace * sensitivity : OutOfTheQuestion;
    }

    /// <summary>
    /// The lowest expected cost. R: <c>coords(best.weights = c(cost, prevalence))</c>.
    /// </summary>
    /// <param name="MissedCase">Cost of a missed case in false alarms, above 0.</param>
    /// <param name="Prevalence">Where the marker will be used; null for the share of cases of the cohort.</param>
    /// <remarks>Sources: Metz 1978.</remarks>
    public sealed record LowestCost(double MissedCase, double? Prevalence = null) : CutpointCriterion
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture,
            $"lowest cost, a missed case being worth {MissedCase} false alarms");

        internal override double Merit(double sensitivity, double specificity, double shareOfCases)
        {
            var share = Prevalence ?? shareOfCases;
            return -(MissedCase * share * (1 - sensitivity) + (1 - share) * (1 - specificity));
        }
    }
}

using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <content>Linear predictors, baseline hazard and predicted survival.</content>
public sealed partial class CoxRegression
{
    /// <summary>
    /// The values that centred predictions refer to: case-weighted means, 0 for columns that hold −1, 0 and 1 only.
    /// R: <c>coxph(...)$means</c>.
    /// </summary>
    public ImmutableArray<double> ReferenceValues => [.. cohort.ReferenceValues()];

    /// <summary>One per participant: Σ coefficient × column + offset, against columns of 0.</summary>
    /// <remarks>R: <c>predict(coxph, type = "lp", reference = "zero")</c>.</remarks>
    public ImmutableArray<double> LinearPredictors() => Predictors(new double[cohort.Columns], 0);

    /// <summary>One per participant, against <see cref="ReferenceValues"/> and the mean offset.</summary>
    /// <remarks>R: <c>coxph(...)$linear.predictors</c> of survival 3.5.</remarks>
    public ImmutableArray<double> CentredLinearPredictors() =>
        Predictors(cohort.ReferenceValues(), cohort.Offsets?.Average() ?? 0);

    /// <summary>The linear predictor of somebody new, against columns of 0, with its standard error.</summary>
    /// <param name="columns">In the order of the regression's columns.</param>
    /// <param name="offset">The known part.</param>
    /// <remarks>R: <c>predict(coxph, newdata, type = "lp", reference = "zero", se.fit = TRUE)</c>.</remarks>
    public CoxLinearPredictor LinearPredictor(IReadOnlyList<double> columns, double offset = 0)
    {
        RequireColumns(columns);
        var (value, variance) = (offset, 0.0);
        for (var row = 0; row < columns.Count; row++)
        {
            value += Coefficients[row].Estimate * columns[row];
            for (var column = 0; column < columns.Count; column++)
                variance += columns[row] * columns[column] * Covariance(row, column);
        }

        return new CoxLinearPredictor(value, Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>Cumulative hazard at every time of the cohort, stratum by stratum.</summary>
    /// <param name="centred">
    /// Of somebody at the <see cref="ReferenceValues"/>; else of somebody whose columns are 0, which may be far from everybody.
    /// </param>
    /// <remarks>
    /// Of the tie method of the model; of exact ties, Breslow's. R: <c>basehaz(fit, centered = )</c>.
    /// Sources: Breslow 1974; Efron 1977.
    /// </remarks>
    public ImmutableArray<CoxBaselineStep> BaselineHazard(bool centred = true)
    {
        var origin = centred ? cohort.ReferenceValues() : new double[cohort.Columns];
        var offset = cohort.Offsets?.Average() ?? 0;
        var all = ImmutableArray.CreateBuilder<CoxBaselineStep>();
        for (var stratum = 0; stratum < cohort.StratumNames.Length; stratum++)
        {
            var curve = Curve(origin, stratum, offset, SurvivalIntervalType.Log);
            foreach (var time in TimesOf(stratum))
                all.Add(new CoxBaselineStep(
                    cohort.StratumOf is null ? null : cohort.StratumNames[stratum], time, curve.At(time).CumulativeHazard));
        }

        return all.ToImmutable();
    }

    /// <summary>Predicted survival of somebody new.</summary>
    /// <param name="columns">In the order of the regression's columns.</param>
    /// <param name="intervalType">Log is the default of R.</param>
    /// <param name="stratum">Its label; needed where there are several.</param>
    /// <param name="offset">The known part.</param>
    /// <remarks>
    /// R: <c>survfit(coxph, newdata, conf.type = )</c>. The standard error holds both the baseline's and the coefficients'
    /// uncertainty. Sources: Tsiatis 1981; Efron 1977.
    /// </remarks>
    /// <exception cref="ArgumentException">Another number of columns, or no such stratum.</exception>
    public CoxSurvivalCurve Survival(
        IReadOnlyList<double> columns, SurvivalIntervalType intervalType = SurvivalIntervalType.Log, string? stratum = null,
        double offset = 0)
    {
        RequireColumns(columns);
        var place = cohort.StratumOf is null && stratum is null ? 0 : Array.IndexOf(cohort.StratumNames, stratum);
        return place < 0
            ? throw new ArgumentException(
                $"Found the stratum {stratum ?? "none"}. Expected one of {string.Join(", ", cohort.StratumNames)}.",
                nameof(stratum))
            : Curve(columns, place, offset, intervalType);
    }

    CoxSurvivalCurve Curve(IReadOnlyList<double> columns, int stratum, double offset, SurvivalIntervalType type)
    {
        var (sets, order) = (cohort.RiskSets, cohort.Columns);
        var (at, predictor) = (new double[order], offset);
        for (var column = 0; column < order; column++)
        {
            at[column] = (columns[column] - cohort.Means[column]) / cohort.Scales[column];
            predictor += standardised[column] * at[column];
        }

        var (relative, z) = (Math.Exp(predictor), Distributions.ConfidenceLevel.NormalQuantile(options.ConfidenceLevel));
        var (hazard, variance, distance) = (0.0, 0.0, new double[order]);
        var steps = ImmutableArray.CreateBuilder<CoxSurvivalStep>();
        for (var step = sets.StepCount - 1; step >= 0; step--)
        {
            if ((cohort.StratumOf?[sets.Rows[sets.Steps[step].EventsFrom]] ?? 0) != stratum)
                continue;
            hazard += Increments.Hazards[step];
            variance += Increments.Variances[step];
            for (var column = 0; column < order; column++)
                distance[column] += Increments.HazardMeans[step * order + column] - at[column] * Increments.Hazards[step];
            var whole = variance;
            for (var row = 0; row < order; row++)
                for (var column = 0; column < order; column++)
                    whole += distance[row] * covariance[row * order + column] * distance[column];
            steps.Add(CoxSurvivalStep.Of(sets.Steps[step].Time, relative * hazard, relative * Math.Sqrt(whole), type, z));
        }

        return new CoxSurvivalCurve(steps.ToImmutable(), type, options.Ties);
    }

    IEnumerable<double> TimesOf(int stratum) => cohort.Tied.Order
        .Where(row => cohort.Weight(row) > 0 && (cohort.StratumOf?[row] ?? 0) == stratum)
        .Select(row => cohort.Tied.Times[row]).Distinct();

    ImmutableArray<double> Predictors(double[] origin, double offset)
    {
        var predictors = new double[Participants];
        for (var row = 0; row < predictors.Length; row++)
        {
            predictors[row] = (cohort.Offsets?[row] ?? 0) - offset;
            for (var column = 0; column < origin.Length; column++)
                predictors[row] += Coefficients[column].Estimate * (cohort.Values[column][row] - origin[column]);
        }

        return [.. predictors];
    }

    void RequireColumns(IReadOnlyList<double> columns)
    {
        if (columns.Count != cohort.Columns)
            throw new ArgumentException(
                $"Found {columns.Count} values. Expected {cohort.Columns}: {string.Join(", ", cohort.Names)}.",
                nameof(columns));
    }
}

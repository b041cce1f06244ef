using System.Collections.Immutable;

namespace Medulla.Statistics.Survival;

/// <content>Residuals and the test of proportional hazards.</content>
public sealed partial class CoxRegression
{
    /// <summary>One per participant, in the order of the cohort. Computed on every call.</summary>
    public ImmutableArray<CoxResidual> Residuals()
    {
        var residuals = new CoxResiduals(cohort, Increments);
        var all = ImmutableArray.CreateBuilder<CoxResidual>(Participants);
        for (var row = 0; row < Participants; row++)
            all.Add(Residual(residuals.Martingale[row], cohort.Events[row],
                residuals.Scores.AsSpan(row * cohort.Columns, cohort.Columns)));
        return all.MoveToImmutable();
    }

    /// <summary>One per event: stratum by stratum, earliest first, those of one time in the order of the cohort.</summary>
    public ImmutableArray<SchoenfeldResidual> SchoenfeldResiduals()
    {
        var (sets, columns) = (cohort.RiskSets, cohort.Columns);
        var all = new List<(int Stratum, SchoenfeldResidual Residual)>();
        for (var step = sets.StepCount - 1; step >= 0; step--)
            for (var element = sets.Steps[step].EventsFrom; element < sets.Steps[step].End; element++)
            {
                var values = new double[columns];
                for (var column = 0; column < columns; column++)
                    values[column] = sets.Values[column * sets.Stride + element] - Increments.Means[step * columns + column];
                var scaled = Times(modelCovariance, values);
                for (var column = 0; column < columns; column++)
                {
                    scaled[column] = (Events * scaled[column] + standardised[column]) / cohort.Scales[column];
                    values[column] *= cohort.Scales[column];
                }

                all.Add((cohort.StratumOf?[sets.Rows[element]] ?? 0, new SchoenfeldResidual(
                    sets.Rows[element], sets.Steps[step].Time, [.. values], [.. scaled])));
            }

        return [.. all.OrderBy(one => one.Stratum).ThenBy(one => one.Residual.Time).ThenBy(one => one.Residual.Participant)
            .Select(one => one.Residual)];
    }

    /// <summary>Do the hazard ratios stay the same over time?</summary>
    /// <exception cref="InvalidOperationException">The model's ties are exact.</exception>
    public ProportionalHazardsTest ProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier) =>
        options.Ties == CoxTies.Exact
            ? throw new InvalidOperationException("Found exact ties. Expected Efron's or Breslow's for a test of drift.")
            : ProportionalHazardsTest.Of(followUps, cohort, standardised, transform);

    CoxResidual Residual(double martingale, bool eventObserved, ReadOnlySpan<double> score)
    {
        var surprise = martingale + (eventObserved ? Math.Log(1 - martingale) : 0);
        var (scores, changes) = (score.ToArray(), Times(modelCovariance, score));
        var inErrors = new double[changes.Length];
        for (var column = 0; column < changes.Length; column++)
        {
            inErrors[column] = changes[column] / Math.Sqrt(modelCovariance[column * (changes.Length + 1)]);
            scores[column] *= cohort.Scales[column];
            changes[column] /= cohort.Scales[column];
        }

        return new CoxResidual(
            martingale, Math.Sign(martingale) * Math.Sqrt(Math.Max(0, -2 * surprise)),
            [.. scores], [.. changes], [.. inErrors]);
    }

    static double[] Times(double[] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[vector.Length];
        for (var row = 0; row < product.Length; row++)
            for (var column = 0; column < product.Length; column++)
                product[row] += matrix[row * product.Length + column] * vector[column];
        return product;
    }
}

using System.Collections.Immutable;
using Medulla.Statistics.Randomness;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Predictions for each participant from a model fitted without that participant's fold.</summary>
/// <param name="Predictions">
/// One per participant: of a logistic model the probability, of a Cox model the linear predictor, centred in the rows fitted.
/// </param>
/// <param name="C">Of all predictions together; null where no pair can be compared.</param>
/// <param name="MeanC">
/// Of the folds' own C, those without a pair left out; free of differences between the folds' models.
/// </param>
/// <param name="Brier">Of a logistic model; null for a Cox model.</param>
/// <remarks>
/// Whatever chose the columns must be repeated in each fold. R: a loop over folds with <c>glm</c> or <c>coxph</c> and
/// <c>predict(newdata)</c>; <c>rms::validate(method = "crossvalidation")</c>. Sources: Stone 1974; Hastie, Tibshirani &amp;
/// Friedman 2009.
/// </remarks>
public sealed record CrossValidation(ImmutableArray<double> Predictions, double? C, double? MeanC, double? Brier)
{
    /// <summary>The conventions in words.</summary>
    public const string Convention = "Out-of-fold predictions, C pooled over folds and averaged within; R: a loop over folds";

    /// <summary>Folds of sizes that differ by one at most, in random order.</summary>
    /// <param name="participants">At least as many as folds.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="seed">Of the draw.</param>
    /// <returns>For each participant the fold, from 0.</returns>
    public static int[] DrawFolds(int participants, int folds, ulong seed)
    {
        if (folds < 2 || folds > participants)
            throw new ArgumentOutOfRangeException(
                nameof(folds), folds, "Expected at least 2, and at most one per participant.");
        var order = new RandomStream(seed).NextPermutation(participants);
        var drawn = new int[participants];
        for (var place = 0; place < participants; place++)
            drawn[order[place]] = place % folds;
        return drawn;
    }

    /// <param name="outcomes">True for a case.</param>
    /// <param name="covariates">In the order of the participants.</param>
    /// <param name="folds">For each participant the fold, by any numbers.</param>
    /// <exception cref="ArgumentException">Lengths differ, or there is one fold only.</exception>
    /// <exception cref="NotEstimableException">A model cannot be fitted without some fold.</exception>
    public static CrossValidation OfLogistic(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, IReadOnlyList<int> folds)
    {
        var predictions = Predict(outcomes.Count, covariates, folds, (kept, columns) =>
        {
            var model = LogisticRegression.Fit([.. kept.Select(row => outcomes[row])], columns);
            return values => model.Predict(values);
        });
        var within = Folds(folds).Select(rows => RankDiscrimination.Of(
            [.. rows.Select(row => predictions[row])], [.. rows.Select(row => outcomes[row])]).C);
        return new CrossValidation(
            [.. predictions], RankDiscrimination.Of(predictions, outcomes).C, Mean(within),
                BrierScore.OfOutcomes(outcomes, predictions));
    }

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="folds">For each participant the fold, by any numbers.</param>
    /// <param name="ties">Of the model.</param>
    /// <exception cref="ArgumentException">Lengths differ, or there is one fold only.</exception>
    /// <exception cref="NotEstimableException">A model cannot be fitted without some fold.</exception>
    public static CrossValidation OfCox(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, IReadOnlyList<int> folds,
        CoxTies ties = CoxTies.Efron)
    {
        var predictions = Predict(followUps.Count, covariates, folds, (kept, columns) =>
        {
            var model = CoxRegression.Fit([.. kept.Select(row => followUps[row])], columns, new CoxOptions { Ties = ties });
            var means = columns.Select(column => column.Values.Average()).ToArray();
            return values => values.Select(
                (value, column) => (value - means[column]) * model.Coefficients[column].Estimate).Sum();
        });
        var within = Folds(folds).Select(rows => Concordance.Of(
            [.. rows.Select(row => followUps[row])], [.. rows.Select(row => predictions[row])]).Estimate);
        return new CrossValidation(
            [.. predictions], Concordance.Of(followUps, predictions).Estimate, Mean(within), Brier: null);
    }

    static double[] Predict(
        int participants, IReadOnlyList<Covariate> covariates, IReadOnlyList<int> folds,
        Func<int[], IReadOnlyList<Covariate>, Func<double[], double>> fit)
    {
        if (folds.Count != participants)
            throw new ArgumentException(
                $"Found {folds.Count} folds. Expected {participants}, one per participant.", nameof(folds));
        if (folds.Distinct().Count() < 2)
            throw new ArgumentException("Found fewer than two folds. Expected at least two.", nameof(folds));

        var predictions = new double[participants];
        foreach (var rows in Folds(folds))
        {
            int[] kept = [.. Enumerable.Range(0, participants).Where(row => folds[row] != folds[rows[0]])];
            var predict = fit(kept, [.. covariates.Select(column =>
                new Covariate(column.Name, [.. kept.Select(row => column.Values[row])]))]);
            foreach (var row in rows)
                predictions[row] = predict([.. covariates.Select(column => column.Values[row])]);
        }

        return predictions;
    }

    static IEnumerable<int[]> Folds(IReadOnlyList<int> folds) =>
        Enumerable.Range(0, folds.Count).GroupBy(row => folds[row]).OrderBy(fold => fold.Key).Select(fold => fold.ToArray());

    static double? Mean(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length > 0 ? known.Average() : null;
    }
}

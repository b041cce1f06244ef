using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Prediction;

/// <summary>What the optimism bootstrap of a logistic model needs for each resample, allocated once.</summary>
sealed class LogisticOptimismWorkspace
{
    readonly RegressionDesign design;
    readonly LogisticKernel model;
    readonly LogisticKernel recalibration;
    readonly double[] start;
    readonly double[] recalibrated;
    readonly double[] cases;
    readonly double[] weights;
    readonly double[] predictors;
    readonly double[] sorted;
    readonly int[] order;
    readonly int[] places;

    public LogisticOptimismWorkspace(IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates)
    {
        var count = outcomes.Count;
        design = new RegressionDesign(count, covariates);
        cases = [.. outcomes.Select(outcome => outcome ? 1.0 : 0.0)];
        model = new LogisticKernel(design.Values, design.Columns, cases);
        model.TryFit();
        start = model.Coefficients.ToArray();
        recalibrated = new double[2 * count];
        for (var row = 0; row < count; row++)
            recalibrated[2 * row] = 1;
        recalibration = new LogisticKernel(recalibrated, 2, cases);
        (weights, predictors, sorted) = (new double[count], new double[count], new double[count]);
        (order, places) = (new int[count], new int[count]);
    }

    /// <returns>Null where the resample has no model, or one without spread.</returns>
    public LogisticOptimismReplicate? Run(BootstrapIndices indices, int replicate)
    {
        indices.Fill(replicate, places);
        Array.Clear(weights);
        foreach (var place in places)
            weights[place]++;
        start.CopyTo(model.Coefficients);
        if (!model.TryFit(weights))
            return null;

        double inResample = 0, inCohort = 0;
        for (var row = 0; row < predictors.Length; row++)
        {
            predictors[row] = design.Dot(row, model.Coefficients);
            recalibrated[2 * row + 1] = predictors[row];
            var miss = cases[row] - LogisticRegression.Probability(predictors[row]);
            inResample += weights[row] * miss * miss;
            inCohort += miss * miss;
        }

        (recalibration.Coefficients[0], recalibration.Coefficients[1]) = (0, 1);
        if (!recalibration.TryFit())
            return null;
        var (c, cInCohort) = Discrimination();
        return new LogisticOptimismReplicate(
            c, cInCohort, inResample / predictors.Length, inCohort / predictors.Length,
            recalibration.Coefficients[0], recalibration.Coefficients[1]);
    }

    (double InResample, double InCohort) Discrimination()
    {
        predictors.CopyTo(sorted, 0);
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        Array.Sort(sorted, order);
        double controlsBelow = 0, controlsDrawn = 0, allCases = 0, allDrawn = 0, pairs = 0, pairsDrawn = 0;
        for (int from = 0, to = 0; from < order.Length; from = to)
        {
            double ofCases = 0, ofControls = 0, casesDrawn = 0, ofControlsDrawn = 0;
            for (; to < order.Length && sorted[to] == sorted[from]; to++)
            {
                var row = order[to];
                ofCases += cases[row];
                ofControls += 1 - cases[row];
                casesDrawn += weights[row] * cases[row];
                ofControlsDrawn += weights[row] * (1 - cases[row]);
            }

            pairs += ofCases * (controlsBelow + ofControls / 2);
            pairsDrawn += casesDrawn * (controlsDrawn + ofControlsDrawn / 2);
            (controlsBelow, controlsDrawn) = (controlsBelow + ofControls, controlsDrawn + ofControlsDrawn);
            (allCases, allDrawn) = (allCases + ofCases, allDrawn + casesDrawn);
        }

        return (pairsDrawn / (allDrawn * controlsDrawn), pairs / (allCases * controlsBelow));
    }
}

using Medulla.Statistics.Prediction;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>A Cox model of the request with what it predicts for its own rows.</summary>
sealed record CoxPredictions(
    FollowUp[] FollowUps, IReadOnlyList<Covariate> Covariates, CoxRegression Model, double[] LinearPredictors,
        PredictedRisk Risk)
{
    public static CoxPredictions Of(CaseInput input, string covariates = "covariates")
    {
        var (followUps, columns) = (input.FollowUps(), input.Covariates(covariates));
        var ties = input.Has("ties") && input.Text("ties") == "breslow" ? CoxTies.Breslow : CoxTies.Efron;
        var model = CoxRegression.Fit(followUps, columns, new CoxOptions { Ties = ties });
        double[] predictors = [.. Enumerable.Range(0, followUps.Length)
            .Select(row => columns.Select((column, at) => model.Coefficients[at].Estimate * column.Values[row]).Sum())];
        return new CoxPredictions(followUps, columns, model, predictors, PredictedRisk.Of(followUps, predictors, ties));
    }

    public double[] RisksAt(double time) => Risk.At(time, LinearPredictors);
}

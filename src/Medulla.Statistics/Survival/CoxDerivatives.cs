using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>The partial likelihood of a cohort with up to three derivatives, in flat arrays: what penalised fits climb on.</summary>
/// <remarks>Columns are standardised with divisor n; coefficients are per standard deviation.</remarks>
sealed class CoxDerivatives
{
    readonly CoxDesign design;

    public CoxDerivatives(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        CoxRegression.RequireUsable(followUps, covariates, options);
        design = new CoxDesign(followUps, covariates, options);
        Columns = design.Columns;
        Score = new double[Columns];
        Information = new double[Columns * Columns];
        Third = new double[Columns * Columns * Columns];
    }

    public int Columns { get; }

    public string[] Names => design.Names;

    /// <summary>Standard deviations of the columns; 1 for a constant column.</summary>
    public double[] Scales => design.Scales;

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Minus the second derivative, both triangles.</summary>
    public double[] Information { get; }

    /// <summary>Derivative of the information by each coefficient: the third central moments of the risk sets.</summary>
    public double[] Third { get; }

    /// <exception cref="NotEstimableException">A column is constant or collinear wherever participants are at risk together.</exception>
    public void RequireInformation() =>
        CoxEstimability.RequireInformation(
            design, CoxLikelihood.At(design, Vector<double>.Build.Dense(Columns)).Information);

    /// <summary>Likelihood, score and information at coefficients per standard deviation.</summary>
    public void Evaluate(double[] coefficients)
    {
        var likelihood = CoxLikelihood.At(design, Vector<double>.Build.DenseOfArray(coefficients));
        LogLikelihood = likelihood.LogLikelihood;
        for (var row = 0; row < Columns; row++)
        {
            Score[row] = likelihood.Score[row];
            for (var column = 0; column < Columns; column++)
                Information[row * Columns + column] = likelihood.Information[row, column];
        }
    }

    /// <summary>The same, and the third derivative.</summary>
    public void EvaluateThird(double[] coefficients)
    {
        Evaluate(coefficients);
        Array.Clear(Third);
        var predictors = design.LinearPredictors(Vector<double>.Build.DenseOfArray(coefficients));
        foreach (var stratum in design.Strata)
        {
            var largest = stratum.Max(point => point.Leaving.Max(row => predictors[row]));
            var atRisk = new RiskMoments(Columns);
            foreach (var point in stratum)
            {
                foreach (var row in point.Leaving)
                    atRisk.Add(design.Row(row), design.Weight(row) * Math.Exp(predictors[row] - largest));
                foreach (var row in point.NotYetEntered)
                    atRisk.Add(design.Row(row), -design.Weight(row) * Math.Exp(predictors[row] - largest));
                if (point.WithEvent.Length == 0)
                    continue;
                var withEvent = new RiskMoments(Columns);
                foreach (var row in point.WithEvent)
                    withEvent.Add(design.Row(row), design.Weight(row) * Math.Exp(predictors[row] - largest));
                var turns = design.Ties == CoxTies.Efron ? point.WithEvent.Length : 1;
                var turnWeight = point.WithEvent.Sum(design.Weight) / turns;
                for (var turn = 0; turn < turns; turn++)
                    atRisk.AddThirdCentral(withEvent, (double)turn / turns, turnWeight, Third);
            }
        }
    }
}

using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>The partial likelihood of a cohort with up to three derivatives: what penalised fits climb on.</summary>
/// <remarks>Columns are standardised with divisor n; coefficients are per standard deviation.</remarks>
sealed class CoxDerivatives
{
    readonly CoxDesign design;
    readonly ICoxLikelihood likelihood;
    double[]? third;

    public CoxDerivatives(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        CoxRegression.RequireUsable(followUps, covariates, options);
        design = new CoxDesign(followUps, covariates, options);
        likelihood = options.Ties == CoxTies.Exact
            ? new CoxExactLikelihood(design.RiskSets)
            : new CoxLikelihood(design.RiskSets, options.Ties);
        Information = new double[Columns * Columns];
    }

    public int Columns => design.Columns;

    public string[] Names => design.Names;

    /// <summary>Standard deviations of the columns; 1 for a constant column.</summary>
    public double[] Scales => design.Scales;

    public double LogLikelihood => likelihood.LogLikelihood;

    public double[] Score => likelihood.Score;

    /// <summary>Minus the second derivative, both triangles.</summary>
    public double[] Information { get; }

    /// <summary>Derivative of the information by each coefficient: the third central moments of the risk sets.</summary>
    public double[] Third => third ??= new double[Columns * Columns * Columns];

    /// <exception cref="NotEstimableException">A column is constant or collinear within the risk sets.</exception>
    public void RequireInformation()
    {
        // Without a penalty to climb on, the first step of the plain search says what is wrong with the columns.
        var maximum = new CoxMaximum(likelihood);
        if (maximum.Climb() is { } cause and (NotEstimableCause.Constant or NotEstimableCause.Collinear))
            throw CoxEstimability.Refuse(Names, maximum, cause);
    }

    /// <summary>Likelihood, score and information at coefficients per standard deviation.</summary>
    public void Evaluate(double[] coefficients)
    {
        likelihood.Evaluate(coefficients);
        for (var row = 0; row < Columns; row++)
            for (var column = 0; column <= row; column++)
                Information[row * Columns + column] = Information[column * Columns + row] =
                    likelihood.Information[row * Columns + column];
    }

    /// <summary>The same, and the third derivative.</summary>
    public void EvaluateThird(double[] coefficients)
    {
        Evaluate(coefficients);
        Array.Clear(Third);
        var sets = design.RiskSets;
        var predictors = new double[sets.Length];
        for (var element = 0; element < predictors.Length; element++)
        {
            predictors[element] = sets.OffsetOf(element);
            for (var column = 0; column < Columns; column++)
                predictors[element] += coefficients[column] * sets.Values[column * sets.Stride + element];
        }

        // Hazards relative to the largest: the exponential cannot overflow, and the factor cancels.
        var largest = predictors.Max();
        var atRisk = new RiskMoments(Columns);
        var withEvent = new RiskMoments(Columns);
        var values = new double[Columns];
        var from = 0;
        foreach (var step in sets.Steps.AsSpan(0, sets.StepCount))
        {
            if (step.Begins)
                atRisk.Clear();
            withEvent.Clear();
            for (; from < step.End; from++)
            {
                for (var column = 0; column < Columns; column++)
                    values[column] = sets.Values[column * sets.Stride + from];
                var hazard = sets.Weights[from] * Math.Exp(predictors[from] - largest);
                atRisk.Add(values, hazard);
                if (from >= step.EventsFrom)
                    withEvent.Add(values, hazard);
            }

            var turns = design.Options.Ties == CoxTies.Efron ? step.Events : 1;
            for (var turn = 0; turn < turns; turn++)
                atRisk.AddThirdCentral(withEvent, (double)turn / turns, step.Weight / turns, Third);
        }
    }
}

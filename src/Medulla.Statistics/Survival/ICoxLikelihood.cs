namespace Medulla.Statistics.Survival;

/// <summary>A partial likelihood of standardised columns, whatever it does with ties.</summary>
interface ICoxLikelihood
{
    CoxRiskSets RiskSets { get; }

    double LogLikelihood { get; }

    /// <summary>First derivative.</summary>
    double[] Score { get; }

    /// <summary>Minus the second derivative, row after row; lower triangle.</summary>
    double[] Information { get; }

    /// <returns>False when the likelihood is not finite there.</returns>
    bool Evaluate(ReadOnlySpan<double> coefficients);
}

using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.Survival;

/// <summary>Log partial likelihood with its first two derivatives, as a whole or event time by event time.</summary>
/// <param name="Time">The event time; of a sum over times, 0.</param>
/// <param name="Events">Participants with the event.</param>
/// <param name="LogLikelihood">Of the columns and the offset.</param>
/// <param name="Score">First derivative.</param>
/// <param name="Information">Minus the second derivative: the weighted covariance of the columns in the risk set.</param>
/// <param name="Baseline">At an event time; null for a sum over times.</param>
/// <remarks>Sources: Cox 1975; ties, Efron 1977 and Breslow 1974.</remarks>
sealed record CoxLikelihood(
    double Time, int Events, double LogLikelihood, Vector<double> Score, Matrix<double> Information, HazardIncrement? Baseline)
{
    public static CoxLikelihood At(CoxDesign design, Vector<double> coefficients)
    {
        var logLikelihood = 0.0;
        var events = 0;
        var score = Vector<double>.Build.Dense(design.Columns);
        var information = Matrix<double>.Build.Dense(design.Columns, design.Columns);
        foreach (var part in ByEventTime(design, coefficients))
        {
            events += part.Events;
            logLikelihood += part.LogLikelihood;
            score += part.Score;
            information += part.Information;
        }

        return new CoxLikelihood(0, events, logLikelihood, score, information, Baseline: null);
    }

    /// <summary>The contribution of each event time of each stratum.</summary>
    public static IEnumerable<CoxLikelihood> ByEventTime(CoxDesign design, Vector<double> coefficients)
    {
        var predictors = design.LinearPredictors(coefficients);
        return design.Strata.SelectMany(stratum => ByEventTime(design, stratum, predictors));
    }

    /// <summary>The contribution of each event time of one stratum, latest first.</summary>
    public static IEnumerable<CoxLikelihood> ByEventTime(
        CoxDesign design, CoxDesign.TimePoint[] stratum, double[] predictors)
    {
        // Hazards relative to the largest of the stratum: the exponential cannot overflow, and the factor cancels.
        var largest = stratum.Max(point => point.Leaving.Max(row => predictors[row]));
        var atRisk = new HazardSums(design.Columns);
        foreach (var point in stratum)
        {
            foreach (var row in point.Leaving)
                atRisk.Add(design.Row(row), design.Weight(row) * Math.Exp(predictors[row] - largest));
            foreach (var row in point.NotYetEntered)
                atRisk.Add(design.Row(row), -design.Weight(row) * Math.Exp(predictors[row] - largest));
            if (point.WithEvent.Length > 0)
                yield return AtEventTime(design, point, predictors, largest, atRisk);
        }
    }

    static CoxLikelihood AtEventTime(
        CoxDesign design, CoxDesign.TimePoint point, double[] predictors, double largest, HazardSums atRisk)
    {
        var columns = design.Columns;
        var logLikelihood = 0.0;
        var weight = 0.0;
        var score = Vector<double>.Build.Dense(columns);
        var information = Matrix<double>.Build.Dense(columns, columns);
        var withEvent = new HazardSums(columns);
        foreach (var row in point.WithEvent)
        {
            var values = design.Row(row);
            weight += design.Weight(row);
            logLikelihood += design.Weight(row) * (predictors[row] - largest);
            for (var column = 0; column < columns; column++)
                score[column] += design.Weight(row) * values[column];
            withEvent.Add(values, design.Weight(row) * Math.Exp(predictors[row] - largest));
        }

        // Efron: as if the tied events came one after another, each in a risk set thinned by its share.
        var events = point.WithEvent.Length;
        var turns = design.Ties == CoxTies.Efron ? events : 1;
        var turnWeight = weight / turns;
        var means = new double[columns];
        var baseline = new HazardIncrement(columns);
        for (var turn = 0; turn < turns; turn++)
        {
            var thinned = (double)turn / turns;
            var total = atRisk.Zeroth - thinned * withEvent.Zeroth;
            logLikelihood -= turnWeight * Math.Log(total);
            for (var column = 0; column < columns; column++)
            {
                means[column] = (atRisk.First[column] - thinned * withEvent.First[column]) / total;
                score[column] -= turnWeight * means[column];
            }

            baseline.AddTurn(turnWeight / total * Math.Exp(-largest), thinned, means, turns);

            for (var row = 0; row < columns; row++)
                for (var column = 0; column <= row; column++)
                {
                    var moment = (atRisk.Second[row, column] - thinned * withEvent.Second[row, column]) / total;
                    information[row, column] += turnWeight * (moment - means[row] * means[column]);
                    information[column, row] = information[row, column];
                }
        }

        return new CoxLikelihood(point.Time, events, logLikelihood, score, information, baseline);
    }

    /// <summary>Sums of relative hazards, and of their products with the columns and with pairs of columns.</summary>
    sealed class HazardSums(int columns)
    {
        public double Zeroth { get; private set; }

        public double[] First { get; } = new double[columns];

        /// <summary>Lower triangle.</summary>
        public double[,] Second { get; } = new double[columns, columns];

        public void Add(double[] values, double hazard)
        {
            Zeroth += hazard;
            for (var row = 0; row < columns; row++)
            {
                First[row] += hazard * values[row];
                for (var column = 0; column <= row; column++)
                    Second[row, column] += hazard * values[row] * values[column];
            }
        }
    }
}

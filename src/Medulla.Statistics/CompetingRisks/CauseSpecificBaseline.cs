using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Increases of one cause's hazard at all distinct times, for a participant whose columns are at their
/// means.</summary>
/// <remarks>Sources: Breslow 1974; tied events in turn, Efron 1977.</remarks>
sealed class CauseSpecificBaseline
{
    readonly double[] coefficients;
    readonly double[] means;

    CauseSpecificBaseline(double[] coefficients, double[] means, double[] times) =>
        (this.coefficients, this.means, Times, Increments) = (coefficients, means, times, new double[times.Length]);

    public double[] Times { get; }

    public double[] Increments { get; }

    public static CauseSpecificBaseline Of(
        IReadOnlyList<CompetingFollowUp> cohort, OrderedTimes ordered, int cause, IReadOnlyList<Covariate> covariates,
        double[] coefficients, CoxTies ties)
    {
        var baseline = new CauseSpecificBaseline(
            coefficients, [.. covariates.Select(covariate => covariate.Values.Average())], ordered.Times);
        var ratios = Enumerable.Range(0, cohort.Count)
            .Select(row => baseline.Ratio([.. covariates.Select(covariate => covariate.Values[row])])).ToArray();
        var late = ordered.Entries.Length == 0 ? []
            : Enumerable.Range(0, cohort.Count).OrderByDescending(row => ordered.Entries[row]).ToArray();
        var (atRisk, notYet) = (0.0, 0);
        for (var point = ordered.Times.Length - 1; point >= 0; point--)
        {
            var (events, withEvent) = (0, 0.0);
            for (var place = ordered.Firsts[point]; place < ordered.Firsts[point + 1]; place++)
            {
                var row = ordered.Order[place];
                atRisk += ratios[row];
                if (cohort[row].Cause != cause)
                    continue;
                events++;
                withEvent += ratios[row];
            }

            for (; notYet < late.Length && ordered.Entries[late[notYet]] >= ordered.Times[point]; notYet++)
                atRisk -= ratios[late[notYet]];
            for (var turn = 0; turn < events; turn++)
                baseline.Increments[point] += 1 / (atRisk - (ties == CoxTies.Efron ? (double)turn / events * withEvent : 0));
        }

        return baseline;
    }

    /// <summary>Hazard relative to a participant at the means.</summary>
    public double Ratio(IReadOnlyList<double> values)
    {
        var predictor = 0.0;
        for (var column = 0; column < coefficients.Length; column++)
            predictor += coefficients[column] * (values[column] - means[column]);
        return Math.Exp(predictor);
    }
}

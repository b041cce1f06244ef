using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>A Cox model of the hazard of each cause, the other causes censored, and the cumulative incidences they give
/// together.</summary>
/// <remarks>
/// A hazard ratio says how a column changes the rate of a cause among those still event-free. R: for each cause
/// <c>coxph(Surv(time, cause == k) ~ ...)</c>; all at once
/// <c>survfit(coxph(Surv(time, factor(cause)) ~ ..., id = id), newdata)</c>.
/// Sources: Prentice et al. 1978; Putter, Fiocco &amp; Geskus 2007.
/// </remarks>
public sealed class CauseSpecificHazards
{
    readonly ImmutableArray<CauseSpecificBaseline> baselines;

    CauseSpecificHazards(
        ImmutableArray<int> causes, ImmutableArray<CoxRegression> models, ImmutableArray<CauseSpecificBaseline> baselines) =>
        (Causes, Models, this.baselines) = (causes, models, baselines);

    public const string Convention = "Cause-specific Cox regressions, other causes censored; cumulative incidence from "
        + "exponential survival between event times; R: survfit(coxph(Surv(time, factor(cause)) ~ ..., id = id), newdata)";

    /// <summary>Rising.</summary>
    public ImmutableArray<int> Causes { get; }

    /// <summary>In the order of <see cref="Causes"/>.</summary>
    public ImmutableArray<CoxRegression> Models { get; }

    /// <summary>The model of one cause.</summary>
    /// <exception cref="ArgumentException">There is no such cause.</exception>
    public CoxRegression Model(int cause) => Causes.IndexOf(cause) is >= 0 and var place ? Models[place]
        : throw new ArgumentException($"Found the cause {cause}. Expected one of {string.Join(", ", Causes)}.", nameof(cause));

    /// <param name="cohort">One per participant.</param>
    /// <param name="covariates">At least one column, in the order of the participants; the same for every cause.</param>
    /// <param name="ties">Efron unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, negative or not finite.</exception>
    /// <exception cref="NotEstimableException">A cause's model cannot be estimated, or nobody had an event.</exception>
    public static CauseSpecificHazards Fit(
        IReadOnlyList<CompetingFollowUp> cohort, IReadOnlyList<Covariate> covariates, CoxTies ties = CoxTies.Efron)
    {
        CompetingFollowUp.RequireUsable(cohort, nameof(cohort));
        int[] causes = AalenJohansen.CausesOf(cohort, named: null);
        if (causes.Length == 0)
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found no events in {cohort.Count} participants. Expected at least one: wait for events, or describe "
                    + "follow-up only.");
        ImmutableArray<CoxRegression> models = [.. causes.Select(cause => FitOne(cohort, cause, covariates, ties))];
        var ordered = OrderedTimes.Of(cohort);
        return new CauseSpecificHazards([.. causes], models,
            [.. causes.Select((cause, place) => CauseSpecificBaseline.Of(cohort, ordered, cause, covariates,
                [.. models[place].Coefficients.Select(coefficient => coefficient.Estimate)], ties))]);
    }

    /// <summary>The Cox model of one cause, every other cause censored.</summary>
    /// <param name="cohort">One per participant.</param>
    /// <param name="cause">Whose hazard is modelled.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="ties">Efron unless said otherwise.</param>
    public static CoxRegression FitOne(
        IReadOnlyList<CompetingFollowUp> cohort, int cause, IReadOnlyList<Covariate> covariates,
            CoxTies ties = CoxTies.Efron) =>
        CoxRegression.Fit(FollowUpsOf(cohort, cause), covariates, new CoxOptions { Ties = ties });

    /// <summary>The cohort as seen by one cause: its events, everything else censored.</summary>
    public static ImmutableArray<FollowUp> FollowUpsOf(IReadOnlyList<CompetingFollowUp> cohort, int cause) =>
        [.. cohort.Select(one => new FollowUp(one.Time, one.Cause == cause, one.EntryTime))];

    /// <summary>Predicted cumulative incidence of one cause for a participant, from all models together.</summary>
    /// <param name="cause">One of <see cref="Causes"/>.</param>
    /// <param name="times">In any order.</param>
    /// <param name="covariates">One value per column, in the order of the columns.</param>
    /// <exception cref="ArgumentException">No such cause, or another number of values.</exception>
    public ImmutableArray<double> CumulativeIncidence(int cause, IReadOnlyList<double> times, IReadOnlyList<double> covariates)
    {
        var coefficients = Model(cause).Coefficients;
        if (covariates.Count != coefficients.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found {covariates.Count} values. Expected {coefficients.Length}, one per column."), nameof(covariates));

        var wanted = Causes.IndexOf(cause);
        var ratios = baselines.Select(baseline => baseline.Ratio(covariates)).ToArray();
        var points = baselines[0].Times;
        var incidences = new double[points.Length + 1];
        var survival = 1.0;
        for (var point = 0; point < points.Length; point++)
        {
            var all = 0.0;
            for (var place = 0; place < ratios.Length; place++)
                all += ratios[place] * baselines[place].Increments[point];
            var own = ratios[wanted] * baselines[wanted].Increments[point];
            incidences[point + 1] = incidences[point] + (all > 0 ? survival * -ExponentialLessOne(-all) * own / all : 0);
            survival *= Math.Exp(-all);
        }

        return [.. times.Select(time => incidences[Array.BinarySearch(points, time) is >= 0 and var at
            ? at + 1 : ~Array.BinarySearch(points, time)])];
    }

    // exp(x) − 1 without the loss of digits near 0.
    static double ExponentialLessOne(double x) =>
        Math.Abs(x) < 1e-5 ? x * (1 + x / 2 * (1 + x / 3)) : Math.Exp(x) - 1;
}

using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

/// <summary>What the reference cases do not hold, beside R on the same random cohort; skipped where there is no R.</summary>
public sealed class LiveAgreementTests
{
    [Fact]
    public void Late_entry_has_the_probabilities_and_errors_of_survfit()
    {
        var cohort = CompetingCohorts.Draw(new Random(21), 60, 30, late: true);
        var curve = AalenJohansen.Estimate(cohort);
        var theirs = Ask(cohort, """
            f <- survfit(Surv(entry, time, factor(cause)) ~ 1, d, id = seq_len(nrow(d)))
            say(f$time, f$pstate, f$std.err)
            """);

        double[] ours = [.. curve.EventFree.Steps.Select(step => step.Time),
            .. Curves(curve).SelectMany(state => state.Steps.Select(step => step.Probability)),
            .. Curves(curve).SelectMany(state => state.Steps.Select(step => step.StandardError))];
        LiveR.AssertClose(theirs, ours, 1e-8);
    }

    [Fact]
    public void Incidences_of_cause_specific_models_are_those_of_the_multistate_model()
    {
        var random = new Random(22);
        var cohort = CompetingCohorts.Draw(random, 90, 40);
        var columns = CompetingCohorts.Columns(random, 90);
        // Breslow: survival 3.5 sums Efron's turns of a multi-state model wrongly; one coxph per cause gives ours.
        var model = CauseSpecificHazards.Fit(cohort, columns, CoxTies.Breslow);
        var theirs = Ask(cohort, $"""
            d$age <- c({LiveR.List(columns[0].Values)})
            d$male <- c({LiveR.List(columns[1].Values)})
            d$row <- seq_len(nrow(d))
            tight <- coxph.control(eps = 1e-12, iter.max = 60)
            m <- coxph(Surv(time, factor(cause)) ~ age + male, d, id = row, ties = "breslow", control = tight)
            f <- survfit(m, newdata = data.frame(age = 55, male = 1))
            at <- summary(f, times = c(5, 20, 39))
            say(at$pstate)
            """);

        double[] ours = [.. Enumerable.Range(0, 3).Select(at => 1 - model.CumulativeIncidence(1, [5, 20, 39], [55, 1])[at]
            - model.CumulativeIncidence(2, [5, 20, 39], [55, 1])[at]),
            .. model.CumulativeIncidence(1, [5, 20, 39], [55, 1]), .. model.CumulativeIncidence(2, [5, 20, 39], [55, 1])];
        LiveR.AssertClose(theirs, ours, 1e-8);
    }

    static StateCurve[] Curves(AalenJohansen curve) => [curve.EventFree, .. curve.Incidences];

    static double[] Ask(CompetingFollowUp[] cohort, string question) => LiveR.Numbers($"""
        d <- data.frame(time = c({LiveR.List(cohort.Select(one => one.Time))}),
          cause = c({LiveR.List(cohort.Select(one => (double)(one.Cause ?? 0)))}),
          entry = c({LiveR.List(cohort.Select(one => one.EntryTime ?? 0))}))
        {question}
        """, "survival");
}

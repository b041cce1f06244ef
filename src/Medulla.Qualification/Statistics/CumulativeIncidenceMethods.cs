using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Curves of the topic <c>competing_risks</c>, and Gray's test of them.</summary>
static class CumulativeIncidenceMethods
{
    public static Answer AalenJohansenOf(CaseInput input)
    {
        var curves = CurvesByGroup(input, IncidenceVariance.InfinitesimalJackknife);
        var rows = curves.SelectMany(curve => input.Numbers("times").Select(time =>
            States(curve).Select(state => Carried(state, time)).ToArray())).ToArray();
        var horizon = input.Number("tau", absent: 0);
        var answer = new Answer()
            .Set("at_times", new Answer()
                .Set("pstate", rows.Select(row => row.Select(step => step.Probability)))
                .Set("std_err", rows.Select(row => row.Select(step => step.StandardError)))
                .Set("lower_log", rows.Select(row => row.Select(step => step.Confidence?.Lower)))
                .Set("upper_log", rows.Select(row => row.Select(step => step.Confidence?.Upper))));
        if (horizon > 0)
            answer.Set("rmtl", new Answer().Set("tau", horizon).Set("table", RestrictedTimes(curves, horizon)));
        if (input.Flag("curve"))
            answer.Set("curve", WholeCurve(curves));
        return answer;
    }

    public static Answer Cuminc(CaseInput input)
    {
        var curves = CurvesByGroup(input, IncidenceVariance.Aalen);
        IEnumerable<StateCurve> causes = Enumerable.Range(0, curves[0].Causes.Length)
            .SelectMany(cause => curves.Select(curve => curve.Incidences[cause]));
        var readings = causes.Select(curve => input.Numbers("times").Select(time => curve.At(time)).ToArray()).ToArray();
        return new Answer()
            .Set("est", readings.Select(row => row.Select(step => step?.Probability)))
            .Set("var", readings.Select(row => row.Select(step => step?.StandardError * step?.StandardError)));
    }

    public static Answer CumincAndGray(CaseInput input) => Cuminc(input).Set("gray_tests", Tests(input));

    public static Answer Gray(CaseInput input) => new Answer().Set("tests", Tests(input));

    public static Answer Prodlim(CaseInput input)
    {
        var curve = AalenJohansen.Estimate(CompetingRisksTopic.Cohort(input));
        var answer = new Answer();
        foreach (var cause in CompetingRisksTopic.Causes(input))
            answer.Set($"cause{cause}", input.Numbers("times").Select(time => curve.Incidence(cause).At(time)?.Probability));
        return answer;
    }

    // One group after the other; every group has every cause that anybody had.
    static AalenJohansen[] CurvesByGroup(CaseInput input, IncidenceVariance variance)
    {
        var cohort = CompetingRisksTopic.Cohort(input);
        var options = new AalenJohansenOptions
        {
            Variance = variance,
            IntervalType = ConfidenceScale(input),
            ConfidenceLevel = input.Number("level", absent: 0.95),
            Causes = [.. cohort.Select(one => one.Cause).OfType<int>().Distinct().Order()],
        };
        return input.Has("group")
            ? [.. input.Groups(input.Text("group")).Select(group =>
                AalenJohansen.Estimate([.. group.Rows.Select(row => cohort[row])], options))]
            : [AalenJohansen.Estimate(cohort, options)];
    }

    static SurvivalIntervalType ConfidenceScale(CaseInput input) => (input.Has("conf_type") ? input.Text("conf_type") : "log") switch
    {
        "log-log" => SurvivalIntervalType.LogLog,
        "plain" => SurvivalIntervalType.Plain,
        "logit" => SurvivalIntervalType.Logit,
        "arcsin" => SurvivalIntervalType.ArcSine,
        _ => SurvivalIntervalType.Log,
    };

    static IEnumerable<StateCurve> States(AalenJohansen curve) => [curve.EventFree, .. curve.Incidences];

    // survfit's summary carries curves on beyond the last follow-up when told to extend; timepoints of cmprsk does not.
    // Before the first time it gives limits of 0, whatever the probability.
    static StateStep Carried(StateCurve curve, double time)
    {
        var step = curve.At(Math.Min(time, curve.Steps[^1].Time))!.Value;
        return time < curve.Steps[0].Time ? step with { Confidence = new Interval(0, 0) } : step;
    }

    static IEnumerable<IEnumerable<double>> RestrictedTimes(AalenJohansen[] curves, double horizon) =>
        Enumerable.Range(0, curves[0].Causes.Length + 1).SelectMany(state => curves.Select(curve =>
        {
            var time = state == 0 ? curve.EventFreeTime(horizon) : curve.TimeLost(curve.Causes[state - 1], horizon);
            var events = state == 0 ? 0 : curve.Incidences[state - 1].Events;
            return (IEnumerable<double>)[curve.Participants, events, time.Mean, time.StandardError];
        }));

    static Answer WholeCurve(AalenJohansen[] curves)
    {
        var steps = curves.SelectMany(curve => Enumerable.Range(0, curve.EventFree.Steps.Length)
            .Select(at => States(curve).Select(state => state.Steps[at]).ToArray())).ToArray();
        return new Answer()
            .Set("time", steps.Select(row => row[0].Time))
            .Set("n_risk", steps.Select(row => row.Select((step, state) => state == 0 ? step.AtRisk : 0.0)))
            .Set("n_event", steps.Select(row => row.Select((step, state) => state == 0 ? 0.0 : step.Events)))
            .Set("pstate", steps.Select(row => row.Select(step => step.Probability)))
            .Set("std_err", steps.Select(row => row.Select(step => step.StandardError)))
            .Set("cumhaz", steps.Select(row => row.Skip(1).Select(step => step.CumulativeHazard)));
    }

    static IEnumerable<IEnumerable<double>> Tests(CaseInput input)
    {
        var cohort = CompetingRisksTopic.Cohort(input);
        var groups = input.Groups(input.Text("group"));
        var strata = input.Texts("strata").Select(input.Labels).ToArray();
        var stratumOf = Enumerable.Range(0, input.Count)
            .Select(row => string.Join('\u001f', strata.Select(labels => labels[row]))).ToArray();
        CompetingGroup[][] layers = [.. stratumOf.Distinct(StringComparer.Ordinal).Select(stratum => groups.Select(group =>
            new CompetingGroup(group.Label, [.. group.Rows.Where(row => stratumOf[row] == stratum).Select(row => cohort[row])]))
            .ToArray())];

        // R takes the probability from 1 − pchisq, and −1 for a statistic that does not exist.
        return GrayTest.OfEveryCause(layers, input.Number("rho", absent: 0)).Select(test => (IEnumerable<double>)
            [test.ChiSquare ?? -1, test.Probability is { } tail ? 1 - (1 - tail) : 1, test.DegreesOfFreedom]);
    }
}

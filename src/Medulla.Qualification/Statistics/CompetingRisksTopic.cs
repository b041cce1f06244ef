using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>competing_risks</c>.</summary>
static class CompetingRisksTopic
{
    public static Topic Topic { get; } = Topic.Of("competing_risks",
        ("aalen_johansen", CumulativeIncidenceMethods.AalenJohansenOf),
        ("cuminc_gray", CumulativeIncidenceMethods.CumincAndGray),
        ("cuminc", CumulativeIncidenceMethods.Cuminc),
        ("gray", CumulativeIncidenceMethods.Gray),
        ("crr", FineGrayMethods.Crr),
        ("finegray", FineGrayMethods.Weighted),
        ("cause_specific", CauseSpecific),
        ("naive_1_minus_km", Naive),
        ("prodlim", CumulativeIncidenceMethods.Prodlim));

    /// <summary>A status that is none of the causes, and not the code of censoring, is another cause all the same.</summary>
    public static CompetingFollowUp[] Cohort(CaseInput input)
    {
        var (censor, status) = (input.Number("censor", absent: 0), input.Values(input.Text("status")));
        var entries = input.Has("start") ? input.Values(input.Text("start")) : null;
        return [.. input.Values(input.Text(entries is null ? "time" : "stop")).Select((time, row) => new CompetingFollowUp(
            time, status[row] == censor ? null : (int)status[row], entries?[row]))];
    }

    public static int[] Causes(CaseInput input) => [.. input.Numbers("causes").Select(cause => (int)cause)];

    static Answer CauseSpecific(CaseInput input)
    {
        var model = CauseSpecificHazards.FitOne(Cohort(input), (int)input.Number("cause"), input.Covariates(),
            input.Has("ties") && input.Text("ties") == "breslow" ? CoxTies.Breslow : CoxTies.Efron);
        return new Answer()
            .Set("coef", model.Coefficients.Select(coefficient => coefficient.Estimate))
            .Set("se", model.Coefficients.Select(coefficient => coefficient.StandardError))
            .Set("loglik", [model.NullLogLikelihood, model.LogLikelihood]);
    }

    static Answer Naive(CaseInput input)
    {
        var cohort = Cohort(input);
        var naive = NaiveIncidence.Estimate(cohort, (int)input.Number("cause"));
        var last = cohort.Max(one => one.Time);
        return new Answer().Set("one_minus_km", input.Numbers("times").Select(time => naive.At(Math.Min(time, last))));
    }
}

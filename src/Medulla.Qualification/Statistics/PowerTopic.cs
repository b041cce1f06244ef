using System.Globalization;
using Medulla.Statistics.Design;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>power</c>.</summary>
static class PowerTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "power",
        ("power_cox", Cox),
        ("power_auc", Area),
        ("power_two_proportions", TwoProportions),
        ("power_t", StudentT),
        ("power_correlation", Correlation),
        ("power_logistic", Logistic),
        ("power_sensitivity", Sensitivity),
        ("power_expected_events", Events),
        ("power_riley", Riley),
        ("power_exact_binomial", ExactBinomial));

    static Answer Cox(CaseInput input)
    {
        var (ratio, share, power, events)
            = (input.Number("hr"), input.Number("prop"), input.Number("power"), input.Number("events"));
        var (sd, explained) = (input.Number("sd", absent: 1), input.Number("r2", absent: 0));
        var schoenfeld = new SchoenfeldDesign(ratio, share) { Alpha = Alpha(input) };
        return Echo(input, "hr", "prop", "alpha", "power")
            .Set("events_schoenfeld", schoenfeld.SizeFor(power))
            .Set("events_freedman", new FreedmanDesign(ratio, share) { Alpha = Alpha(input) }.SizeFor(power))
            .Set(string.Create(CultureInfo.InvariantCulture, $"events_hsieh_sd{sd}_r2_{explained}"),
                new HsiehLavoriDesign(ratio, sd, explained) { Alpha = Alpha(input) }.SizeFor(power))
            .Set($"power_with_{Whole(events)}_events", schoenfeld.PowerAt(events));
    }

    static Answer Area(CaseInput input)
    {
        var (cases, controls, area) = (input.Number("n_cases"), input.Number("n_controls"), input.Number("auc"));
        var nullArea = input.Number("auc_null", absent: 0.5);
        var perCase = controls / cases;
        var hanley = new HanleyMcNeilDesign(area, nullArea, perCase) { Alpha = Alpha(input) };
        var obuchowski = new ObuchowskiDesign(area, perCase) { Alpha = Alpha(input) };
        return Echo(input, "n_cases", "n_controls", "auc")
            .Set("se", HanleyMcNeilDesign.StandardError(area, cases, controls))
            .Set("se_null", HanleyMcNeilDesign.StandardError(nullArea, cases, controls))
            .Set("power", hanley.PowerAt(cases))
            .Set("pROC_power", obuchowski.PowerAt(cases))
            .Set($"pROC_ncases_for_{Percent(input)}", obuchowski.SizeFor(input.Number("power")));
    }

    static Answer TwoProportions(CaseInput input)
    {
        var design = new TwoProportionsDesign(input.Number("p1"), input.Number("p2")) { Alpha = Alpha(input) };
        return new Answer()
            .Set("n_per_group", design.SizeFor(input.Number("power")))
            .Set($"power_n{Size(input)}", design.PowerAt(input.Number("n")));
    }

    static Answer StudentT(CaseInput input)
    {
        var design = new TTestDesign(input.Number("delta"), input.Number("sd", absent: 1)) { Alpha = Alpha(input) };
        return new Answer()
            .Set("n_per_group", design.SizeFor(input.Number("power")))
            .Set($"power_n{Size(input)}", design.PowerAt(input.Number("n")))
            .Set($"power_n{Size(input)}_strict", (design with { Strict = true }).PowerAt(input.Number("n")));
    }

    static Answer Correlation(CaseInput input)
    {
        var design = new CorrelationDesign(input.Number("r")) { Alpha = Alpha(input) };
        return Echo(input, "r")
            .Set($"n{Percent(input)}", design.SizeFor(input.Number("power")))
            .Set($"power{Size(input)}", design.PowerAt(input.Number("n")));
    }

    static Answer Logistic(CaseInput input)
    {
        var design = new LogisticDesign(input.Number("prevalence"), input.Number("or_per_sd")) { Alpha = Alpha(input) };
        return Echo(input, "or_per_sd")
            .Set("p", input.Number("prevalence"))
            .Set($"n{Percent(input)}", design.SizeFor(input.Number("power")));
    }

    static Answer Sensitivity(CaseInput input)
    {
        var design = new SensitivityDesign(
            input.Number("sens"), input.Number("prevalence"), TestCases.Level(input));
        return Echo(input, "sens")
            .Set("halfwidth", input.Number("half_width"))
            .Set("prev", input.Number("prevalence"))
            .Set("n_cases", design.CasesFor(input.Number("half_width")))
            .Set("N", design.ParticipantsFor(input.Number("half_width")));
    }

    static Answer Events(CaseInput input)
    {
        var events = new ExpectedEvents(
            input.Number("hazard"), input.Number("accrual"), input.Number("total"), input.Number("dropout", absent: 0));
        return Echo(input, "hazard", "accrual", "total", "dropout")
            .Set("p_event", events.Probability)
            .Set($"events{Size(input)}", events.EventsAmong(input.Number("n")));
    }

    static Answer Riley(CaseInput input)
    {
        var size = PredictionModelSize.Of(
            input.Number("r2_cs"), input.Whole("parameters"), input.Number("prevalence"),
            input.Number("shrinkage", absent: 0.9), input.Number("optimism", absent: 0.05),
            input.Number("half_width", absent: 0.05));
        return Echo(input, "r2_cs", "parameters", "prevalence")
            .Set("n_shrinkage", size.Shrinkage)
            .Set("n_optimism", size.Optimism)
            .Set("n_risk", size.OverallRisk)
            .Set("n", size.Participants);
    }

    static Answer ExactBinomial(CaseInput input)
    {
        var design = new ExactBinomialDesign(input.Whole("n"), input.Number("p0"), Alpha(input));
        return Echo(input, "n", "p0", "alpha")
            .Set("r", design.Responses)
            .Set("actual_alpha", design.ActualAlpha)
            .Set("power", design.PowerAt(input.Number("p1")));
    }

    static double Alpha(CaseInput input) => input.Number("alpha", absent: 0.05);

    static Answer Echo(CaseInput input, params ReadOnlySpan<string> arguments)
    {
        var answer = new Answer();
        foreach (var argument in arguments)
            answer.Set(argument, input.Number(argument));
        return answer;
    }

    static string Percent(CaseInput input) => Whole(Math.Round(100 * input.Number("power"), 6));

    static string Size(CaseInput input) => Whole(input.Number("n"));

    static string Whole(double number) => number.ToString(CultureInfo.InvariantCulture);
}

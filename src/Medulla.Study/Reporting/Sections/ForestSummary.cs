using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Covariate = Medulla.Study.Definition.Covariate;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Every model of the plan in one forest, in the order of the plan.</summary>
static class ForestSummary
{
    public static ReportFigure? Of(ReportedRun run)
    {
        ImmutableArray<HazardModel> models = [.. run.Of<HazardModel>()];
        if (models.IsEmpty)
            return null;

        Bilingual title = new("Hazard ratios of every model", "全部模型的风险比");
        var input = new ForestInput
        {
            Key = "forest",
            Title = title,
            RatioName = new("Hazard ratio", "风险比"),
            RatioShortName = Bilingual.Same("HR"),
            BelowOne = new("lower hazard", "风险较低"),
            AboveOne = new("higher hazard", "风险较高"),
            Rows = [.. models.SelectMany(model => Rows(run, model))],
            Simulated = run.IsSimulated,
        };
        var families = models.Select(model => ReportLabels.Line(run, model)).Distinct().ToList();
        return new("forest", title,
            new("{0}. Rows stand in the order of the plan, not of P.{1}", "{0}。各行按计划的顺序排列，不按 P 值排列。{1}",
                new(families.Count == 1 ? families[0] : new("Families as labelled at each analysis", "类别见各项分析")),
                new(run.Study.Simulation is { } simulation
                    ? PlantedEffect.Hazard(simulation) is var planted ? new(" " + planted.En, planted.Zh) : planted
                    : Bilingual.Same(""))),
            language => ForestFigure.Draw(input, FigureWidth.Page, language));
    }

    static IEnumerable<ForestRow> Rows(ReportedRun run, HazardModel model)
    {
        var planned = (PlannedAnalysis.Cox)model.Planned;
        var people = LeftOut.Of(planned, run).People;
        var endpoint = run.EndpointName(planned.Endpoint);
        yield return new ForestRow.Heading(planned.Covariates.IsEmpty
            ? new($"{planned.Id} {endpoint.En}", $"{planned.Id} {endpoint.Zh}")
            : new($"{planned.Id} {endpoint.En}, adjusted", $"{planned.Id} {endpoint.Zh}，校正"));

        foreach (var (place, term) in model.Terms.Index())
        {
            var covariate = term.Level is null ? null : planned.Covariates.Select(code => run.Plan.FindCovariate(code)!)
                .First(known => term.Code.StartsWith(known.Code + ".", StringComparison.Ordinal));
            if (covariate is not null && term.Code == $"{covariate.Code}.{covariate.Levels[1].Value}")
                yield return Reference(people, covariate, planned.Endpoint);

            var who = covariate is null ? people
                : [.. people.Where(person => term.Code == $"{covariate.Code}.{person.Row.Covariates[covariate.Code]}")];
            var coefficient = model.Model.Coefficients[place];
            yield return new ForestRow.Term(
                term.Level is { } level ? new($"{term.Name.En}: {level.En}", $"{term.Name.Zh}：{level.Zh}") : HazardSection.TermName(term),
                who.Length, Events(who, planned.Endpoint),
                new Estimate(
                    coefficient.HazardRatio, coefficient.Confidence.Lower, coefficient.Confidence.Upper,
                    coefficient.Probability));
        }
    }

    static ForestRow.Reference Reference(ImmutableArray<MarkedPerson> people, Covariate covariate, string endpoint)
    {
        ImmutableArray<MarkedPerson> who =
            [.. people.Where(person => person.Row.Covariates[covariate.Code] == covariate.Levels[0].Value)];
        var label = covariate.Levels[0].Label;
        return new(new($"{covariate.Name.En}: {label.En}", $"{covariate.Name.Zh}：{label.Zh}"), who.Length, Events(who, endpoint));
    }

    static int Events(ImmutableArray<MarkedPerson> people, string endpoint) =>
        people.Count(person => person.Row.Times[endpoint].EventObserved);
}

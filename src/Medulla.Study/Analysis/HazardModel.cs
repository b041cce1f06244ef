using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;
using Medulla.Study.Definition;
using Covariate = Medulla.Study.Definition.Covariate;

namespace Medulla.Study.Analysis;

/// <summary>Cox regression of a time to event on the continuous marker and covariates.</summary>
/// <param name="Terms">In the order of the model's columns.</param>
public sealed record HazardModel(
    PlannedAnalysis Planned, int Analysed, int LeftOut, CoxRegression Model, ImmutableArray<HazardTerm> Terms,
    ProportionalHazardsTest ProportionalHazards)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention => Model.Convention;

    public override IEnumerable<ResultNumber> Numbers =>
    [
        new("n", Analysed),
        new("events", Model.Events),
        .. Terms.SelectMany((term, index) => new ResultNumber[]
        {
            new($"{term.Code}.coef", Model.Coefficients[index].Estimate),
            new($"{term.Code}.se", Model.Coefficients[index].StandardError),
            new($"{term.Code}.hr", Model.Coefficients[index].HazardRatio),
            new($"{term.Code}.hr.lower", Model.Coefficients[index].Confidence.Lower),
            new($"{term.Code}.hr.upper", Model.Coefficients[index].Confidence.Upper),
            new($"{term.Code}.p", Model.Coefficients[index].Probability),
        }),
        new("lrt.chisq", Model.LikelihoodRatio.ChiSquare),
        new("lrt.p", Model.LikelihoodRatio.Probability),
        new("concordance", Model.Concordance.Estimate),
        new("zph.chisq", ProportionalHazards.Overall.ChiSquare),
        new("zph.p", ProportionalHazards.Overall.Probability),
    ];

    public static AnalysisResult Run(PlannedAnalysis.Cox planned, AnalysisTable table, AnalysisPlan plan)
    {
        ImmutableArray<Covariate> covariates =
            [.. planned.Covariates.Select(code => plan.Baseline.First(covariate => covariate.Code == code))];
        ImmutableArray<MarkedPerson> people =
        [
            .. MarkerValues.Of(table, plan.Marker)
                .Where(person => person.Row.Times.ContainsKey(planned.Endpoint))
                .Where(person => covariates.All(covariate => Has(person.Row, covariate))),
        ];
        var leftOut = table.Rows.Length - people.Length;
        if (people.IsEmpty)
            return new NotEstimable(planned, 0, leftOut, new(
                "Nobody has marker, follow-up and every covariate.", "没有人同时具备标志物、随访和全部协变量。"));

        var (terms, columns) = Design(people, covariates, plan.Marker);
        try
        {
            var model = CoxRegression.Fit(
                SurvivalByGroup.FollowUps(people, planned.Endpoint), columns,
                new CoxOptions { ConfidenceLevel = plan.ConfidenceLevel });
            return new HazardModel(planned, people.Length, leftOut, model, terms, model.ProportionalHazards());
        }
        catch (NotEstimableException cause)
        {
            return new NotEstimable(planned, people.Length, leftOut, new(cause.Message, "模型无法估计：数据不足以确定系数。"));
        }
    }

    static bool Has(AnalysisRow row, Covariate covariate) => covariate.Levels.IsEmpty
        ? MarkerValues.Number(row, covariate.Code) is not null
        : covariate.Levels.Any(level => level.Value == row.Covariates.GetValueOrDefault(covariate.Code));

    static (ImmutableArray<HazardTerm> Terms, IReadOnlyList<Statistics.Regression.Covariate> Columns) Design(
        ImmutableArray<MarkedPerson> people, ImmutableArray<Covariate> covariates, MarkerRule marker)
    {
        var terms = ImmutableArray.CreateBuilder<HazardTerm>();
        var columns = new List<Statistics.Regression.Covariate>();
        Add(new HazardTerm("marker", marker.Name, Level: null, Reference: null,
            marker.Log2 ? new("per doubling", "每增加一倍") : new($"per {marker.Unit}", $"每 {marker.Unit}")),
            person => person.Analysed);

        foreach (var covariate in covariates)
            if (covariate.Levels.IsEmpty)
                Add(new HazardTerm(covariate.Code, covariate.Name, null, null,
                        covariate.Unit is { } unit ? new($"per {unit}", $"每 {unit}") : null),
                    person => MarkerValues.Number(person.Row, covariate.Code)!.Value);
            else
                foreach (var level in covariate.Levels.Skip(1))
                    Add(new HazardTerm($"{covariate.Code}.{level.Value}", covariate.Name, level.Label, covariate.Levels[0].Label, null),
                        person => person.Row.Covariates[covariate.Code] == level.Value ? 1 : 0);

        return (terms.ToImmutable(), columns);

        void Add(HazardTerm term, Func<MarkedPerson, double> number)
        {
            terms.Add(term);
            columns.Add(new(term.Code, [.. people.Select(number)]));
        }
    }
}

/// <summary>One column of the model, in words.</summary>
/// <param name="Level">Of a categorical covariate, against <paramref name="Reference"/>; null for a number.</param>
/// <param name="Per">The step that the ratio is for; null for a category.</param>
public sealed record HazardTerm(string Code, Bilingual Name, Bilingual? Level, Bilingual? Reference, Bilingual? Per);

using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>What a Cox case may ask for besides the table of coefficients.</summary>
static class CoxDiagnosticParts
{
    public static Answer Residuals(CoxRegression fit)
    {
        var (residuals, schoenfeld) = (fit.Residuals(), fit.SchoenfeldResiduals());
        return new Answer()
            .Set("martingale", residuals.Select(one => one.Martingale))
            .Set("deviance", residuals.Select(one => one.Deviance))
            .Set("schoenfeld", schoenfeld.Select(one => one.Values.AsEnumerable()))
            .Set("scaledsch", schoenfeld.Select(one => one.Scaled.AsEnumerable()))
            .Set("score", residuals.Select(one => one.Scores.AsEnumerable()))
            .Set("dfbeta", residuals.Select(one => one.CoefficientChanges.AsEnumerable()))
            .Set("dfbetas", residuals.Select(one => one.ChangesInStandardErrors.AsEnumerable()));
    }

    public static Answer Drift(CoxRegression fit, string[] transforms)
    {
        var answer = new Answer();
        foreach (var transform in transforms)
        {
            var test = fit.ProportionalHazards(transform switch
            {
                "identity" => TimeTransform.Identity,
                "rank" => TimeTransform.Rank,
                "log" => TimeTransform.Logarithm,
                _ => TimeTransform.KaplanMeier,
            });
            answer.Set(transform, new Answer().Set("table", test.Columns.Append(test.Overall).Select(row =>
                new double[] { row.ChiSquare, row.DegreesOfFreedom, row.Probability }.AsEnumerable())));
        }

        return answer;
    }

    public static void Predict(CaseInput input, CoxRegression fit, int?[] places, Answer answer)
    {
        var values = input.Argument("newdata").EnumerateObject()
            .Select(column => DataColumn.OfNumbers(
                column.Name, column.Value.EnumerateArray().Select(cell => (double?)cell.GetDouble())))
            .ToArray();
        var frame = new DataFrame(values);
        var terms = input.Texts("covariates").Select(term => Expression.Parse(term).Values(frame)).ToArray();
        var people = Enumerable.Range(0, frame.Count).Select(person =>
            places.Index().Where(place => place.Item is not null).Select(place => terms[place.Index][person]).ToArray())
            .ToArray();
        var predictors = people.Select(person => fit.LinearPredictor(person)).ToArray();
        answer.Set("predict_lp_reference_zero", new Answer()
            .Set("lp", predictors.Select(one => one.Value)).Set("se", predictors.Select(one => one.StandardError)));
        foreach (var name in input.Texts("conf_type"))
        {
            var type = name switch
            {
                "log-log" => SurvivalIntervalType.LogLog,
                "plain" => SurvivalIntervalType.Plain,
                _ => SurvivalIntervalType.Log,
            };
            var curves = people.Select(person => fit.Survival(person, type)).ToArray();
            var rows = input.Numbers("times").Select(time => curves.Select(curve => curve.At(time)).ToArray()).ToArray();
            answer.Set($"predict_{name}", new Answer()
                .Set("newdata", Echo(values))
                .Set("times", input.Numbers("times"))
                .Set("surv", rows.Select(row => row.Select(step => step.Survival)))
                .Set("std_err", rows.Select(row => row.Select(step => step.StandardError)))
                .Set("lower", rows.Select(row => row.Select(step => step.Confidence?.Lower)))
                .Set("upper", rows.Select(row => row.Select(step => step.Confidence?.Upper))));
        }
    }

    static Answer Echo(DataColumn[] columns)
    {
        var answer = new Answer();
        foreach (var column in columns)
            answer.Set(column.Name, Expression.Parse(column.Name).Values(new DataFrame(columns)));
        return answer;
    }
}

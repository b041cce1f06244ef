using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cox regressions of a case.</summary>
static class CoxCases
{
    /// <summary>How the case asks for the model.</summary>
    public static CoxOptions Options(CaseInput input) => new()
    {
        Ties = Ties(input.Has("ties") ? input.Text("ties") : "efron"),
        Strata = input.Has("strata") ? Strata(input) : null,
        CaseWeights = input.Has("weights") ? input.Values(input.Text("weights")) : null,
        Offset = input.Has("offset") ? input.Values(input.Text("offset")) : null,
        RobustVariance = input.Flag("robust"),
        Clusters = input.Has("cluster") ? input.Labels(input.Text("cluster")) : null,
        ConfidenceLevel = input.Number("level", 0.95),
    };

    /// <summary>The fit without constant columns, and for every column asked for its place in it, or null.</summary>
    /// <remarks>R drops a column that adds nothing and goes on; Medulla refuses it by name, and here it is dropped.</remarks>
    public static (CoxRegression Fit, int?[] Places) Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> asked, CoxOptions options)
    {
        var kept = asked.ToList();
        while (true)
            try
            {
                var fit = CoxRegression.Fit(followUps, kept, options);
                return (fit,
                    [.. asked.Select(covariate => kept.IndexOf(covariate) is >= 0 and var place ? place : (int?)null)]);
            }
            catch (NotEstimableException refusal)
                when (refusal.Cause is NotEstimableCause.Constant or NotEstimableCause.Collinear && kept.Count > 1)
            {
                kept.RemoveAt(kept.FindIndex(covariate => covariate.Name == refusal.Columns[0]));
            }
    }

    public static Answer Cox(CaseInput input)
    {
        var followUps = input.FollowUps();
        var (fit, places) = Fit(followUps, input.Covariates(), Options(input));
        CoxCoefficient?[] rows = [.. places.Select(place => place is { } known ? fit.Coefficients[known] : null)];
        double? Covariance(int? row, int? column, Func<int, int, double> of) =>
            row is { } one && column is { } other ? of(one, other) : 0;
        var answer = new Answer()
            .Set("n", fit.Participants)
            .Set("nevent", fit.Events)
            .Set("coef", rows.Select(row => row?.Estimate))
            .Set("se", places.Select(place => Root(Covariance(place, place, fit.ModelCovariance))))
            .Set("var", places.Select(row => places.Select(column => Covariance(row, column, fit.ModelCovariance))))
            .Set("z", rows.Select(row => row?.Z))
            .Set("p", rows.Select(row => row?.Probability))
            .Set("hr", rows.Select(row => row?.HazardRatio))
            .Set("ci95_lower", rows.Select(row => row?.Confidence.Lower))
            .Set("ci95_upper", rows.Select(row => row?.Confidence.Upper))
            .Set("loglik", [fit.NullLogLikelihood, fit.LogLikelihood])
            .Set("lrt", Test(fit.LikelihoodRatio))
            .Set("wald", Test(fit.Wald))
            .Set("score", Test(fit.Score))
            .Set("aic", fit.Akaike)
            .Set("bic", fit.Bayesian)
            .Set("newton_decrement", fit.NewtonDecrement)
            .Set("concordance", Concordance(input, followUps, fit))
            .Set("means", Means(input, places, fit))
            .Set("linear_predictors_centered_first10", fit.CentredLinearPredictors().Take(10))
            .Set("basehaz_uncentered", Baseline(fit));
        if (fit.Robust)
            answer.Set("robust_se", places.Select(place => Root(Covariance(place, place, fit.Covariance))))
                .Set("robust_var", places.Select(row => places.Select(column => Covariance(row, column, fit.Covariance))))
                .Set("robust_score", fit.RobustScore!.ChiSquare);
        if (input.Flag("residuals"))
            answer.Set("residuals", CoxDiagnosticParts.Residuals(fit));
        if (input.Has("zph_transform"))
            answer.Set("zph", CoxDiagnosticParts.Drift(fit, input.Texts("zph_transform")));
        if (input.Has("newdata"))
            CoxDiagnosticParts.Predict(input, fit, places, answer);
        return answer;
    }

    static double? Root(double? variance) => variance is { } known ? Math.Sqrt(known) : null;

    static CoxTies Ties(string name) => name switch
    {
        "breslow" => CoxTies.Breslow,
        "exact" => CoxTies.Exact,
        _ => CoxTies.Efron,
    };

    static string[] Strata(CaseInput input)
    {
        var columns = input.Texts("strata").Select(input.Labels).ToArray();
        return [.. Enumerable.Range(0, input.Count).Select(row => string.Join(", ", columns.Select(column => column[row])))];
    }

    static Answer Test(CoxTest test) =>
        new Answer().Set("chisq", test.ChiSquare).Set("df", test.DegreesOfFreedom).Set("p", test.Probability);

    // R reports the pairs stratum by stratum, kind after kind.
    static Answer Concordance(CaseInput input, FollowUp[] followUps, CoxRegression fit)
    {
        var answer = new Answer().Set("C", fit.Concordance.Estimate).Set("se", fit.Concordance.StandardError);
        if (!input.Has("strata"))
        {
            var all = fit.Concordance;
            return answer.Set("count",
                new double?[] { all.Concordant, all.Discordant, all.TiedMarker, all.TiedTime, all.TiedBoth });
        }

        var (labels, markers) = (Strata(input), fit.LinearPredictors());
        var weights = input.Has("weights") ? input.Values(input.Text("weights")) : null;
        var strata = labels.Index().GroupBy(label => label.Item, StringComparer.Ordinal)
            .Select(stratum => stratum.Select(label => label.Index).ToArray())
            .OrderBy(rows => labels[rows[0]], LabelOrder)
            .Select(rows => Medulla.Statistics.Survival.Concordance.Of(
                [.. rows.Select(row => followUps[row])], [.. rows.Select(row => markers[row])],
                weights is null ? null : [.. rows.Select(row => weights[row])])).ToArray();
        return answer.Set("count", strata.Select(one => one.Concordant)
            .Concat(strata.Select(one => one.Discordant)).Concat(strata.Select(one => one.TiedMarker))
            .Concat(strata.Select(one => one.TiedTime)).Concat(strata.Select(one => one.TiedBoth)));
    }

    static IComparer<string> LabelOrder { get; } = Comparer<string>.Create((one, other) =>
        double.TryParse(one, out var first) && double.TryParse(other, out var second)
            ? first.CompareTo(second)
            : string.CompareOrdinal(one, other));

    static IEnumerable<double> Means(CaseInput input, int?[] places, CoxRegression fit) =>
        input.Covariates().Select((covariate, column) => places[column] is { } place ? fit.ReferenceValues[place]
            : covariate.Values.All(value => value is -1 or 0 or 1) ? 0 : covariate.Values.Average());

    static Answer Baseline(CoxRegression fit)
    {
        var steps = fit.BaselineHazard(centred: false);
        return new Answer()
            .Set("time", steps.Select(step => step.Time))
            .Set("hazard", steps.Select(step => step.CumulativeHazard));
    }
}

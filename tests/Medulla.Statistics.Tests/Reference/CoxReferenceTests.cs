using System.Globalization;
using System.Text.Json;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Reference;

public sealed class CoxReferenceTests
{
    [Fact]
    public void Agrees_with_R_on_every_model_of_right_censored_follow_up()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("cox"))
            if (reference.Has("start"))
                agreement.LeaveOut(reference, "delayed entry");
            else if (reference.Text("ties") == "exact")
                agreement.LeaveOut(reference, "exact ties");
            else if (reference.Flag("robust"))
                agreement.LeaveOut(reference, "robust variance");
            else
                agreement.Case(reference, check => Compare(check, reference));

        agreement.Report("cox");
        Assert.Equal(["cox 30"], agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(["cox: delayed entry 6", "cox: exact ties 3", "cox: robust variance 6"],
            agreement.NotCovered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(
            ["basehaz_uncentered", "linear_predictors_centered_first10", "means", "predict_log", "predict_log-log",
                "predict_lp_reference_zero", "residuals"],
            agreement.Untouched["cox"].Split(' ').Select(path => path.Split('/')[0]).Distinct());
    }

    static void Compare(Agreement check, ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        var terms = reference.Texts("covariates");
        var fit = CoxRegression.Fit(cohort.FollowUps(reference), cohort.Covariates(terms), new CoxOptions
        {
            Ties = reference.Text("ties") == "efron" ? CoxTies.Efron : CoxTies.Breslow,
            Strata = reference.Has("strata")
                ? [.. cohort.Values(reference.Texts("strata").Single()).Select(value => value.ToString(CultureInfo.InvariantCulture))]
                : null,
            CaseWeights = reference.Has("weights") ? cohort.Values(reference.Text("weights")) : null,
            Offset = reference.Has("offset") ? cohort.Values(reference.Text("offset")) : null,
            ConfidenceLevel = reference.Number("level", 0.95),
        });
        var columns = Enumerable.Range(0, fit.Coefficients.Length).ToArray();

        check.Number("n", fit.Participants);
        check.Number("nevent", fit.Events);
        Assert.Equal(columns.Length, check.Find("coef").EnumerateObject().Count());
        foreach (var (member, column) in check.Find("coef").EnumerateObject().Select((member, column) => (member, column)))
            check.Number($"coef/{member.Name}", fit.Coefficients[column].Estimate);
        check.List("se", fit.Coefficients.Select(row => row.StandardError));
        check.Table("var", columns.Select(row => columns.Select(column => (double?)fit.Covariance(row, column))));
        check.List("z", fit.Coefficients.Select(row => row.Z));
        check.List("p", fit.Coefficients.Select(row => row.Probability));
        check.List("hr", fit.Coefficients.Select(row => row.HazardRatio));
        check.List("ci95_lower", fit.Coefficients.Select(row => row.Confidence.Lower));
        check.List("ci95_upper", fit.Coefficients.Select(row => row.Confidence.Upper));
        check.List("loglik", [fit.NullLogLikelihood, fit.LogLikelihood]);
        check.Number("lrt/chisq", fit.LikelihoodRatio.ChiSquare);
        check.Number("lrt/df", fit.LikelihoodRatio.DegreesOfFreedom);
        check.Number("lrt/p", fit.LikelihoodRatio.Probability);
        check.Number("wald/chisq", fit.Wald.ChiSquare);
        check.Number("score/chisq", fit.Score.ChiSquare);
        check.Number("aic", fit.Akaike);
        check.Number("bic", fit.Bayesian);

        var concordance = fit.Concordance;
        check.Number("concordance/C", concordance.Estimate);
        check.Number("concordance/se", concordance.StandardError);
        double[] counts =
            [concordance.Concordant, concordance.Discordant, concordance.TiedMarker, concordance.TiedTime, concordance.TiedBoth];
        string[] names = ["concordant", "discordant", "tied.x", "tied.y", "tied.xy"];
        var byStratum = check.Find("concordance/count") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() / names.Length : 0;
        for (var kind = 0; kind < names.Length; kind++)
            if (byStratum > 0)
                check.Sum("concordance/count", kind * byStratum, byStratum, counts[kind]);
            else
                check.Number($"concordance/count/{names[kind]}", counts[kind]);

        // The reference's own decrement is an upper bound of nothing but its own fit; ours has its own bound.
        check.Echo("newton_decrement");
        Assert.True(fit.NewtonDecrement < 1e-9, $"{reference.Id}: {fit.NewtonDecrement}");

        foreach (var name in reference.Texts("zph_transform"))
            CompareDrift(check, name, fit, terms);
    }

    static void CompareDrift(Agreement check, string name, CoxRegression fit, string[] terms)
    {
        var test = fit.ProportionalHazards(name switch
        {
            "km" => TimeTransform.KaplanMeier,
            "identity" => TimeTransform.Identity,
            "rank" => TimeTransform.Rank,
            _ => TimeTransform.Logarithm,
        });
        var rows = terms
            .Select(term => test.Of([.. fit.Coefficients.Select(row => row.Name).Where(column => BelongsTo(column, term))]))
            .Append(test.Overall);
        check.Table($"zph/{name}/table", rows.Select(row => new double?[] { row.ChiSquare, row.DegreesOfFreedom, row.Probability }));
        check.Echo($"zph/{name}/rownames");

        static bool BelongsTo(string column, string term) =>
            column == term || (term.StartsWith("factor(", StringComparison.Ordinal) && column.StartsWith(term, StringComparison.Ordinal));
    }
}

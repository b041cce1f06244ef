using System.Globalization;
using System.Text.Json;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Reference;

public sealed class CoxReferenceTests
{
    [Fact]
    public void Agrees_with_R_on_every_model_of_right_censored_follow_up()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("cox"))
            if (reference.Text("ties") == "exact")
                agreement.LeaveOut(reference, "exact ties");
            else
                agreement.Case(reference, check => Compare(check, reference));

        agreement.Report("cox");
        Assert.Equal(["cox 42"], agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(["cox: exact ties 3"],
            agreement.NotCovered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(
            ["residuals/scaledsch", "residuals/schoenfeld"],
            agreement.Untouched["cox"].Split(' ').Where(path => path.StartsWith("residuals", StringComparison.Ordinal)));
        Assert.Equal(
            ["basehaz_uncentered", "linear_predictors_centered_first10", "means", "predict_log-log", "predict_log",
                "predict_lp_reference_zero", "residuals"],
            agreement.Untouched["cox"].Split(' ').Select(path => path.Split('/')[0]).Distinct());
    }

    static void Compare(Agreement check, ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        var asked = cohort.Covariates(reference.Texts("covariates"));
        var options = new CoxOptions
        {
            Ties = reference.Text("ties") == "efron" ? CoxTies.Efron : CoxTies.Breslow,
            Strata = reference.Has("strata")
                ? [.. cohort.Values(reference.Texts("strata").Single())
                    .Select(value => value.ToString(CultureInfo.InvariantCulture))]
                : null,
            CaseWeights = reference.Has("weights") ? cohort.Values(reference.Text("weights")) : null,
            Offset = reference.Has("offset") ? cohort.Values(reference.Text("offset")) : null,
            RobustVariance = reference.Flag("robust"),
            Clusters = reference.Has("cluster")
                ? [.. cohort.Values(reference.Text("cluster")).Select(value => value.ToString(CultureInfo.InvariantCulture))]
                : null,
            ConfidenceLevel = reference.Number("level", 0.95),
        };

        // R drops a constant column and goes on; here it is refused by name, and the caller drops it.
        var kept = asked.Where(covariate => covariate.Values.Distinct().Count() > 1).ToArray();
        if (kept.Length < asked.Count)
        {
            var refusal = Assert.Throws<NotEstimableException>(
                () => CoxRegression.Fit(cohort.FollowUps(reference), asked, options));
            Assert.Equal(NotEstimableCause.Constant, refusal.Cause);
            Assert.Equal(asked.Except(kept).Single().Name, refusal.Columns.Single());
        }

        var fit = CoxRegression.Fit(cohort.FollowUps(reference), kept, options);
        int?[] places = [.. asked.Select(covariate =>
            Array.IndexOf(kept, covariate) is >= 0 and var place ? place : (int?)null)];
        var rows = places.Select(place => place is { } known ? fit.Coefficients[known] : null).ToArray();

        check.Number("n", fit.Participants);
        check.Number("nevent", fit.Events);
        Assert.Equal(rows.Length, check.Find("coef").EnumerateObject().Count());
        foreach (var (column, member) in check.Find("coef").EnumerateObject().Index())
            check.Number($"coef/{member.Name}", rows[column]?.Estimate);
        check.List("se", places.Select(place => place is { } known ? Math.Sqrt(fit.ModelCovariance(known, known)) : 0));
        check.Table("var", places.Select(row => places.Select(column =>
            row is { } one && column is { } other ? fit.ModelCovariance(one, other) : (double?)0)));
        if (reference.Flag("robust"))
        {
            check.List("robust_se", rows.Select(row => row!.StandardError));
            check.Table("robust_var", places.Select(row =>
                places.Select(column => (double?)fit.Covariance(row!.Value, column!.Value))));
            check.Number("robust_score", fit.RobustScore!.ChiSquare);
        }

        check.List("z", rows.Select(row => row?.Z));
        check.List("p", rows.Select(row => row?.Probability));
        check.List("hr", rows.Select(row => row?.HazardRatio));
        check.List("ci95_lower", rows.Select(row => row?.Confidence.Lower));
        check.List("ci95_upper", rows.Select(row => row?.Confidence.Upper));
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
        [
            concordance.Concordant, concordance.Discordant,
            concordance.TiedMarker, concordance.TiedTime, concordance.TiedBoth,
        ];
        string[] names = ["concordant", "discordant", "tied.x", "tied.y", "tied.xy"];
        var byStratum = check.Find("concordance/count") is { ValueKind: JsonValueKind.Array } list
            ? list.GetArrayLength() / names.Length
            : 0;
        for (var kind = 0; kind < names.Length; kind++)
            if (byStratum > 0)
                check.Sum("concordance/count", kind * byStratum, byStratum, counts[kind]);
            else
                check.Number($"concordance/count/{names[kind]}", counts[kind]);

        // The reference's own decrement is an upper bound of nothing but its own fit; ours has its own bound.
        check.Echo("newton_decrement");
        Assert.True(fit.NewtonDecrement < 1e-9, $"{reference.Id}: {fit.NewtonDecrement}");

        if (reference.Flag("residuals"))
            CompareResiduals(check, fit);
        foreach (var name in reference.Texts("zph_transform"))
            CompareDrift(check, name, fit);
    }

    static void CompareResiduals(Agreement check, CoxRegression fit)
    {
        var residuals = fit.Residuals();
        check.List("residuals/martingale", residuals.Select(one => one.Martingale));
        check.List("residuals/deviance", residuals.Select(one => one.Deviance));
        check.Table("residuals/score", residuals.Select(one => one.Scores.Select(part => (double?)part)));
        check.Table("residuals/dfbeta", residuals.Select(one => one.CoefficientChanges.Select(part => (double?)part)));
        check.Table("residuals/dfbetas", residuals.Select(one => one.CoefficientChanges.Select((part, column) =>
            (double?)(part / Math.Sqrt(fit.ModelCovariance(column, column))))));
    }

    static void CompareDrift(Agreement check, string name, CoxRegression fit)
    {
        var test = fit.ProportionalHazards(name switch
        {
            "km" => TimeTransform.KaplanMeier,
            "identity" => TimeTransform.Identity,
            "rank" => TimeTransform.Rank,
            _ => TimeTransform.Logarithm,
        });
        var rows = test.Columns.Append(test.Overall);
        check.Table($"zph/{name}/table", rows.Select(row =>
            new double?[] { row.ChiSquare, row.DegreesOfFreedom, row.Probability }));
        check.Echo($"zph/{name}/rownames");
    }
}

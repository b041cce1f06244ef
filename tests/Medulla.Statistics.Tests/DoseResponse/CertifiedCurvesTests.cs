using System.Text.Json;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

/// <summary>Every four- and five-parameter fit that was certified in 200-bit arithmetic, at the case's own tolerance.</summary>
public sealed class CertifiedCurvesTests
{
    const int FourParameterCases = 69;
    const int FiveParameterCases = 53;
    const int NotIdentifiableCases = 21;

    [Fact]
    public void Every_certified_case_is_covered()
    {
        Assert.Equal(FourParameterCases, CurveCases.Identifiable().Count(CurveCases.IsFourParameter));
        Assert.Equal(FiveParameterCases, CurveCases.Identifiable().Count(one => !CurveCases.IsFourParameter(one)));
        Assert.Equal(NotIdentifiableCases, CurveCases.NotIdentifiable().Count);
        Assert.Equal(FourParameterCases + FiveParameterCases + NotIdentifiableCases, CurveCases.All().Count);
    }

    [Fact]
    public void Parameters_standard_errors_and_covariance_agree() => EachCase((one, fit) =>
    {
        var expected = one.GetProperty("expected");
        var tolerance = CurveCases.Tolerance(one, "params_rel");
        foreach (var (name, value, error) in fit.Parameters)
        {
            Near(expected.GetProperty("params").GetProperty(name), value, tolerance);
            Near(expected.GetProperty("se").GetProperty(name), error, tolerance);
        }

        var covariance = expected.GetProperty("cov_theta").EnumerateArray().SelectMany(row => row.EnumerateArray()).ToList();
        Assert.Equal(covariance.Count, fit.Covariance.Length);
        foreach (var (element, actual) in covariance.Zip(fit.Covariance))
            Near(element, actual, tolerance);
    });

    [Fact]
    public void Sums_of_squares_and_condition_numbers_agree() => EachCase((one, fit) =>
    {
        var expected = one.GetProperty("expected");
        Near(expected.GetProperty("rss"), fit.ResidualSumOfSquares, CurveCases.Tolerance(one, "rss_rel"));
        Near(expected.GetProperty("sigma"), fit.ResidualStandardDeviation, CurveCases.Tolerance(one, "params_rel"));
        Near(expected.GetProperty("kappa"), fit.ConditionNumber, relative: 0.05);
        Assert.Equal(expected.GetProperty("n").GetInt32(), fit.PointCount);
        Assert.Equal(expected.GetProperty("df").GetInt32(), fit.DegreesOfFreedom);
    });

    [Fact]
    public void Fitted_responses_and_doses_behind_observed_ones_agree()
    {
        var outside = 0;
        EachCase((one, fit) =>
        {
            var expected = one.GetProperty("expected");
            var doses = expected.GetProperty("backcalc").GetProperty("concentration");
            Assert.Equal(fit.PointCount, doses.GetArrayLength());
            foreach (var (index, point) in CurveCases.Points(one).Index())
            {
                var fitted = expected.GetProperty("fitted")[index];
                Near(fitted, fit.ResponseAt(point.Dose), CurveCases.Tolerance(one, "params_rel"));
                Near(doses[index], fit.DoseAt(point.Response), CurveCases.Tolerance(one, "backcalc_rel"));
                if (expected.GetProperty("backcalc").GetProperty("flag")[index].GetString() == "below_lower_asymptote")
                {
                    Assert.Equal(ResponsePlace.BelowLowerAsymptote, fit.PlaceOf(point.Response));
                    outside++;
                }
            }
        });
        Assert.True(outside > 0, "No response below the lower asymptote was met.");
    }

    [Fact]
    public void Inverse_predictions_agree()
    {
        var compared = 0;
        EachCase((one, fit) =>
        {
            var tolerance = CurveCases.Tolerance(one, "params_rel");
            var asked = one.GetProperty("input").GetProperty("inverse").EnumerateArray();
            foreach (var (question, answer) in asked.Zip(one.GetProperty("expected").GetProperty("inverse").EnumerateArray()))
            {
                var prediction = fit.Predict(question.GetProperty("y0").GetDouble(), question.GetProperty("m").GetDouble())!;
                Near(answer.GetProperty("x"), prediction.Dose, tolerance);
                Near(answer.GetProperty("se_logx"), prediction.StandardErrorOfLogDose, tolerance);
                Near(answer.GetProperty("se_x"), prediction.StandardErrorOfDose, tolerance);
                Near(answer.GetProperty("se_logx_curve_only"), prediction.CurveStandardErrorOfLogDose, tolerance);
                Near(answer.GetProperty("cv_pct"), prediction.CoefficientOfVariationPercent, tolerance);
                Near(answer.GetProperty("wald_x"), prediction.Wald, tolerance);
                Near(answer.GetProperty("wald_logx"), prediction.LogWald, tolerance);
                Near(answer.GetProperty("inversion"), prediction.Inversion, tolerance);
                compared++;
            }
        });

        var promised = CurveCases.Identifiable().Sum(one => one.GetProperty("input").GetProperty("inverse").GetArrayLength());
        Assert.Equal(promised, compared);
        Assert.True(compared > 500, $"Only {compared} predictions were compared.");
    }

    [Fact]
    public void Curves_that_cannot_be_determined_are_refused_at_no_higher_sum_of_squares()
    {
        var cases = CurveCases.NotIdentifiable();
        Assert.Equal(NotIdentifiableCases, cases.Count);
        foreach (var one in cases)
        {
            var fit = FiveParameterLogisticFit.Fit(CurveCases.Points(one), CurveCases.Branch(one), CurveCases.Weighting(one));
            var reached = one.GetProperty("expected").GetProperty("rss_reached").GetDouble();

            var refused = Assert.IsType<FiveParameterLogisticFit.NotIdentifiable>(fit);
            Assert.InRange(refused.LowestSumOfSquares!.Value, 0, reached * (1 + 1e-6));
        }
    }

    static void EachCase(Action<JsonElement, CertifiedFit> check)
    {
        var cases = CurveCases.Identifiable();
        Assert.Equal(FourParameterCases + FiveParameterCases, cases.Count);
        foreach (var one in cases)
            check(one, Assert.IsType<CertifiedFit>(CurveCases.Fit(one)));
    }

    static void Near(JsonElement interval, DoseInterval actual, double relative)
    {
        Near(interval[0], actual.Lower, relative);
        Near(interval[1], actual.Upper, relative);
    }

    static void Near(JsonElement expected, double? actual, double relative)
    {
        Assert.Equal(expected.ValueKind == JsonValueKind.Null, actual is null);
        if (actual is { } known)
            Assert.Equal(expected.GetDouble(), known, Math.Abs(expected.GetDouble()) * relative);
    }
}

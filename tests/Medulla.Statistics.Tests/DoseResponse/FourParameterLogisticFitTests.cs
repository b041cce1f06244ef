using System.Text.Json;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Statistics.Tests.DoseResponse;

public sealed class FourParameterLogisticFitTests
{
    const int FourParameterCases = 69;
    const int FiveParameterCasesNotCovered = 74;

    [Fact]
    public void The_certified_cases_are_four_parameter_ones_and_five_parameter_ones_that_are_not_covered()
    {
        Assert.Equal(FourParameterCases, CurveCases.FourParameter().Count);
        Assert.Equal(FiveParameterCasesNotCovered, CurveCases.All().Count(one => CurveCases.Model(one) == "5PL"));
    }

    [Fact]
    public void Agrees_with_every_certified_four_parameter_fit() => EachCase((expected, tolerance, fit) =>
    {
        var parameters = expected.GetProperty("params");
        Near(parameters.GetProperty("a"), fit.Curve.A, tolerance);
        Near(parameters.GetProperty("b"), fit.Curve.B, tolerance);
        Near(parameters.GetProperty("c"), fit.Curve.C, tolerance);
        Near(parameters.GetProperty("d"), fit.Curve.D, tolerance);

        var errors = expected.GetProperty("se");
        Near(errors.GetProperty("a"), fit.StandardErrors.A, tolerance);
        Near(errors.GetProperty("b"), fit.StandardErrors.B, tolerance);
        Near(errors.GetProperty("c"), fit.StandardErrors.C, tolerance);
        Near(errors.GetProperty("d"), fit.StandardErrors.D, tolerance);
        Near(expected.GetProperty("sigma"), fit.ResidualStandardDeviation, tolerance);

        var covariance = expected.GetProperty("cov_theta").EnumerateArray().SelectMany(row => row.EnumerateArray()).ToList();
        Assert.Equal(covariance.Count, fit.Covariance.Length);
        foreach (var (element, actual) in covariance.Zip(fit.Covariance))
            Near(element, actual, tolerance);

        Assert.Equal(expected.GetProperty("n").GetInt32(), fit.PointCount);
        Assert.Equal(expected.GetProperty("df").GetInt32(), fit.DegreesOfFreedom);
    });

    [Fact]
    public void Agrees_with_every_certified_sum_of_squares_and_condition_number()
    {
        var cases = CurveCases.FourParameter();
        Assert.Equal(FourParameterCases, cases.Count);
        foreach (var one in cases)
        {
            var expected = one.GetProperty("expected");
            var fit = CurveCases.Fit(one);
            Near(expected.GetProperty("rss"), fit.ResidualSumOfSquares, Tolerance(expected, "rss_rel"));
            Near(expected.GetProperty("kappa"), fit.ConditionNumber, relative: 0.05);
        }
    }

    [Fact]
    public void Agrees_with_every_certified_dose_behind_an_observed_response()
    {
        var compared = 0;
        var outside = 0;
        foreach (var one in CurveCases.FourParameter())
        {
            var expected = one.GetProperty("expected");
            var curve = CurveCases.Fit(one).Curve;
            var doses = expected.GetProperty("backcalc").GetProperty("concentration").EnumerateArray();
            foreach (var (point, dose) in CurveCases.Points(one.GetProperty("input")).Zip(doses))
            {
                if (dose.ValueKind == JsonValueKind.Null)
                {
                    Assert.Null(curve.DoseAt(point.Response));
                    Assert.Equal(ResponsePlace.BelowLowerAsymptote, curve.PlaceOf(point.Response));
                    outside++;
                    continue;
                }

                Near(dose, curve.DoseAt(point.Response)!.Value, Tolerance(expected, "backcalc_rel"));
                compared++;
            }
        }

        Assert.True(compared > 900, $"Only {compared} were compared.");
        Assert.True(outside > 0, "No response outside the asymptotes was met.");
    }

    [Fact]
    public void Agrees_with_every_certified_inverse_prediction()
    {
        var compared = 0;
        foreach (var one in CurveCases.FourParameter())
        {
            var expected = one.GetProperty("expected");
            var tolerance = Tolerance(expected, "params_rel");
            var fit = CurveCases.Fit(one);
            var asked = one.GetProperty("input").GetProperty("inverse").EnumerateArray();
            foreach (var (question, answer) in asked.Zip(expected.GetProperty("inverse").EnumerateArray()))
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
        }

        Assert.Equal(288, compared);
    }

    static void EachCase(Action<JsonElement, double, FourParameterLogisticFit.Identified> check)
    {
        var cases = CurveCases.FourParameter();
        Assert.Equal(FourParameterCases, cases.Count);
        foreach (var one in cases)
        {
            var expected = one.GetProperty("expected");
            check(expected, Tolerance(expected, "params_rel"), CurveCases.Fit(one));
        }
    }

    static double Tolerance(JsonElement expected, string name) =>
        expected.GetProperty("tolerance").GetProperty(name).GetDouble();

    static void Near(JsonElement interval, DoseInterval actual, double relative)
    {
        Near(interval[0], actual.Lower, relative);
        Near(interval[1], actual.Upper, relative);
    }

    static void Near(JsonElement expected, double? actual, double relative)
    {
        var number = CurveCases.NumberOrNull(expected);
        Assert.Equal(number is null, actual is null);
        if (number is { } known)
            Assert.Equal(known, actual!.Value, Math.Abs(known) * relative);
    }
}

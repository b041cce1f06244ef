using System.Collections.Immutable;
using System.Text.Json;
using Medulla.Statistics.DoseResponse;
using Medulla.Tests;

namespace Medulla.Statistics.Tests.DoseResponse;

/// <summary>The certified curves: one JSON object per fit.</summary>
static class CurveCases
{
    const string CurvesFile = "reference/immunoassay/curves.json";

    public static List<JsonElement> All()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.Require(CurvesFile)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(element => element.Clone())];
    }

    public static List<JsonElement> Identifiable() =>
        [.. All().Where(one => one.GetProperty("expected").GetProperty("identifiable").GetBoolean())];

    public static List<JsonElement> NotIdentifiable() =>
        [.. All().Where(one => !one.GetProperty("expected").GetProperty("identifiable").GetBoolean())];

    public static bool IsFourParameter(JsonElement one) => one.GetProperty("input").GetProperty("model").GetString() == "4PL";

    public static List<DoseResponsePoint> Points(JsonElement one)
    {
        var input = one.GetProperty("input");
        return
        [
            .. Numbers(input.GetProperty("x"))
                .Zip(Numbers(input.GetProperty("y")), (dose, response) => new DoseResponsePoint(dose, response)),
        ];
    }

    /// <summary>The fit of the case's own model and branch; null when it is not identifiable.</summary>
    public static CertifiedFit? Fit(JsonElement one)
    {
        if (IsFourParameter(one))
            return FourParameterLogisticFit.Fit(Points(one), Weighting(one)) is FourParameterLogisticFit.Identified four
                ? CertifiedFit.Of(four)
                : null;

        var fit = FiveParameterLogisticFit.Fit(Points(one), Branch(one), Weighting(one));
        return fit is FiveParameterLogisticFit.Identified five ? CertifiedFit.Of(five) : null;
    }

    public static AsymmetryBranch Branch(JsonElement one) => one.GetProperty("input").GetProperty("branch").GetString() switch
    {
        "lower" => AsymmetryBranch.Lower,
        "upper" => AsymmetryBranch.Upper,
        var other => throw new InvalidDataException($"Found branch '{other}'. Expected lower or upper."),
    };

    public static ResponseWeighting Weighting(JsonElement one) =>
        new(one.GetProperty("input").GetProperty("weight_power").GetDouble());

    public static double Tolerance(JsonElement one, string name) =>
        one.GetProperty("expected").GetProperty("tolerance").GetProperty(name).GetDouble();

    public static List<double> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}

/// <summary>What a certified case says about a fit, whatever its model.</summary>
sealed record CertifiedFit(
    ImmutableArray<(string Name, double Value, double Error)> Parameters, ImmutableArray<double> Covariance,
    double ResidualSumOfSquares, double ResidualStandardDeviation, int PointCount, int DegreesOfFreedom, double ConditionNumber,
    Func<double, double> ResponseAt, Func<double, double?> DoseAt, Func<double, ResponsePlace> PlaceOf,
    Func<double, double, InversePrediction?> Predict)
{
    public static CertifiedFit Of(FourParameterLogisticFit.Identified fit) => new(
        [
            ("a", fit.Curve.A, fit.StandardErrors.A), ("b", fit.Curve.B, fit.StandardErrors.B),
            ("c", fit.Curve.C, fit.StandardErrors.C), ("d", fit.Curve.D, fit.StandardErrors.D),
        ],
        fit.Covariance, fit.ResidualSumOfSquares, fit.ResidualStandardDeviation, fit.PointCount, fit.DegreesOfFreedom,
        fit.ConditionNumber, fit.Curve.ResponseAt, fit.Curve.DoseAt, fit.Curve.PlaceOf,
        (response, replicates) => fit.Predict(response, replicates));

    public static CertifiedFit Of(FiveParameterLogisticFit.Identified fit) => new(
        [
            ("a", fit.Curve.A, fit.StandardErrors.A), ("b", fit.Curve.B, fit.StandardErrors.B),
            ("c", fit.Curve.C, fit.StandardErrors.C), ("d", fit.Curve.D, fit.StandardErrors.D),
            ("g", fit.Curve.G, fit.StandardErrors.G),
        ],
        fit.Covariance, fit.ResidualSumOfSquares, fit.ResidualStandardDeviation, fit.PointCount, fit.DegreesOfFreedom,
        fit.ConditionNumber, fit.Curve.ResponseAt, fit.Curve.DoseAt, fit.Curve.PlaceOf,
        (response, replicates) => fit.Predict(response, replicates));
}

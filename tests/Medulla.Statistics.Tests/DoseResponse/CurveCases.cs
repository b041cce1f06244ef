using System.Text.Json;
using Medulla.Statistics.DoseResponse;
using Medulla.Tests;

namespace Medulla.Statistics.Tests.DoseResponse;

/// <summary>The certified curves: one JSON object per fit.</summary>
static class CurveCases
{
    const string File = "reference/immunoassay/curves.json";

    public static List<JsonElement> All()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(ReferenceFolder.Require(File)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(element => element.Clone())];
    }

    public static List<JsonElement> FourParameter() => [.. All().Where(one => Model(one) == "4PL")];

    public static string Model(JsonElement one) => one.GetProperty("input").GetProperty("model").GetString()!;

    public static FourParameterLogisticFit.Identified Fit(JsonElement one)
    {
        var input = one.GetProperty("input");
        var weighting = new ResponseWeighting(input.GetProperty("weight_power").GetDouble());
        return Assert.IsType<FourParameterLogisticFit.Identified>(FourParameterLogisticFit.Fit(Points(input), weighting));
    }

    public static List<DoseResponsePoint> Points(JsonElement input) =>
        [
            .. Numbers(input.GetProperty("x"))
                .Zip(Numbers(input.GetProperty("y")), (dose, response) => new DoseResponsePoint(dose, response)),
        ];

    public static List<double> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static double? NumberOrNull(JsonElement number) =>
        number.ValueKind == JsonValueKind.Null ? null : number.GetDouble();
}

using System.Text.Json;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays.Tests.PlateFiles;

/// <summary>Compares a plate file with the expected content of the reference folder, key by key.</summary>
static class ExpectedPlateFile
{
    public static void Compare(JsonElement expected, PlateFileContent actual)
    {
        Assert.Equal(expected.GetProperty("format").GetString(), actual.Format switch
        {
            PlateFileFormat.SoftMaxPro => "softmax",
            PlateFileFormat.NameGrid => "softmax-layout",
            PlateFileFormat.CalibratorList => "softmax-standards",
            _ => "",
        });
        Assert.Equal(expected.GetProperty("encoding").GetString(), actual.Encoding switch
        {
            TextEncoding.Ascii => "ascii",
            TextEncoding.Utf8 => "utf-8",
            TextEncoding.Utf8WithMark => "utf-8-bom",
            TextEncoding.Utf16LittleEndian => "utf-16le-bom",
            _ => "mac-roman",
        });
        Assert.Equal(expected.GetProperty("decimalSign").GetString(), actual.DecimalSign switch
        {
            DecimalSign.Comma => ",",
            DecimalSign.Mixed => "mixed",
            _ => ".",
        });

        var plates = expected.GetProperty("plates");
        Assert.Equal(plates.GetArrayLength(), actual.Plates.Length);
        foreach (var (plate, found) in plates.EnumerateArray().Zip(actual.Plates))
            ComparePlate(plate, found);
    }

    static void ComparePlate(JsonElement expected, PlateContent actual)
    {
        Assert.Equal(expected.GetProperty("name").GetString(), actual.Name);
        Assert.Equal(
            expected.GetProperty("wells") is { ValueKind: JsonValueKind.Number } wells ? wells.GetInt32() : null,
            actual.WellCount);
        Assert.Equal(expected.GetProperty("reads").GetArrayLength(), actual.Reads.Length);
        foreach (var (read, found) in expected.GetProperty("reads").EnumerateArray().Zip(actual.Reads))
        {
            Assert.Equal(read.GetProperty("label").GetString(), found.Label);
            Assert.Equal(read.GetProperty("wavelengthNm").GetInt32(), found.WavelengthNm);
            Assert.Equal(Numbers(read.GetProperty("values")), Known(found.Values));
            Assert.Equal(Texts(read.GetProperty("flags")), Known(found.Flags));
        }

        if (expected.TryGetProperty("layout", out var layout))
            CompareLayout(layout, actual);
        if (expected.TryGetProperty("vendorResults", out var results))
            CompareResults(results.GetProperty("concentrations"), actual);
    }

    static void CompareLayout(JsonElement expected, PlateContent actual)
    {
        var wells = actual.Groups.SelectMany(group => group.Wells.Select(well => (Group: group.Name, Well: well))).ToList();
        if (expected.TryGetProperty("group", out var groups))
            Assert.Equal(Texts(groups), wells.ToDictionary(one => one.Well.Well.ToString(), one => one.Group));
        if (expected.TryGetProperty("sample", out var labels))
            Assert.Equal(Texts(labels), wells.ToDictionary(one => one.Well.Well.ToString(), one => one.Well.Label!));
        if (expected.TryGetProperty("concentration", out var concentrations))
            Assert.Equal(Numbers(concentrations), Present(wells.Select(one => one.Well), well => well.NominalConcentration));
        if (expected.TryGetProperty("dilution", out var dilutions))
            Assert.Equal(Numbers(dilutions), Present(wells.Select(one => one.Well), well => well.DilutionFactor));
        if (expected.TryGetProperty("concentrationBySample", out var known))
            Assert.Equal(Numbers(known), actual.CalibratorConcentrations);
    }

    static void CompareResults(JsonElement expected, PlateContent actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Groups.Length);
        foreach (var (result, group) in expected.EnumerateArray().Zip(actual.Groups))
        {
            Assert.Equal(result.GetProperty("group").GetString(), group.Name);
            Assert.Equal(result.GetProperty("label").GetString(), group.ResultLabel);
            Assert.Equal(Numbers(result.GetProperty("values")), Present(group.Wells, well => well.PrintedConcentration));
            Assert.Equal(
                Texts(result.GetProperty("flags")),
                group.Wells.Where(well => well.PrintedFlag is not null)
                    .ToDictionary(well => well.Well.ToString(), well => well.PrintedFlag!));
        }
    }

    static Dictionary<string, double> Numbers(JsonElement values) => values.EnumerateObject()
        .Where(value => value.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(value => value.Name, value => value.Value.GetDouble());

    static Dictionary<string, string> Texts(JsonElement texts) =>
        texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);

    static Dictionary<string, T> Known<T>(IReadOnlyDictionary<Well, T> wells) =>
        wells.ToDictionary(well => well.Key.ToString(), well => well.Value);

    static Dictionary<string, double> Present(IEnumerable<GroupWell> wells, Func<GroupWell, double?> number) =>
        wells.Where(well => number(well) is not null).ToDictionary(well => well.Well.ToString(), well => number(well)!.Value);
}

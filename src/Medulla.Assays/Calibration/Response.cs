using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays.Calibration;

/// <summary>What the curve is fitted to: optical density at one wavelength, or the difference of two.</summary>
/// <param name="WavelengthNm">Where the dye absorbs.</param>
/// <param name="ReferenceWavelengthNm">Where only plastic and dirt absorb; null = no correction.</param>
/// <remarks>
/// Blanks are not subtracted: the zero calibrator stands in the fit instead, and doing both would correct twice. A constant
/// taken from every response moves both asymptotes of an unweighted curve and leaves its concentrations as they are.
/// </remarks>
public sealed record Response(int WavelengthNm, int? ReferenceWavelengthNm = null)
{
    static readonly ImmutableArray<string> SaturationMarks = ["OVRFLW", "OVER", "SAT", "****", "OVERFLOW"];

    /// <summary>The response of each well that was read or flagged at a wavelength of this definition.</summary>
    /// <returns>Null when the plate was not read at one of the wavelengths.</returns>
    public ImmutableSortedDictionary<Well, WellResponse>? Of(PlateContent plate)
    {
        if (plate.ReadAt(WavelengthNm) is not { } signal)
            return null;
        if (ReferenceWavelengthNm is not { } referenceNm)
            return WellsOf(signal).ToImmutableSortedDictionary(well => well, well => Of(well, signal));
        if (plate.ReadAt(referenceNm) is not { } reference)
            return null;

        return WellsOf(signal).Union(WellsOf(reference))
            .ToImmutableSortedDictionary(well => well, well => Difference(Of(well, signal), Of(well, reference)));
    }

    public static bool IsSaturationMark(string text) => SaturationMarks.Contains(text);

    static IEnumerable<Well> WellsOf(PlateRead read) => read.Values.Keys.Union(read.Flags.Keys);

    static WellResponse Of(Well well, PlateRead read)
    {
        if (read.Values.TryGetValue(well, out var value))
            return new WellResponse(value, Flag: null);
        return new WellResponse(null, read.Flags.GetValueOrDefault(well));
    }

    static WellResponse Difference(WellResponse signal, WellResponse reference) =>
        new(signal.Value - reference.Value, signal.Flag ?? reference.Flag);
}

/// <summary>The response of one well.</summary>
/// <param name="Value">Null when a wavelength has no number there.</param>
/// <param name="Flag">Text that stood in its place; null where there was none.</param>
public sealed record WellResponse(double? Value, string? Flag)
{
    public bool IsSaturated => Flag is { } text && Response.IsSaturationMark(text);
}

using System.Collections.Immutable;

namespace Medulla.Assays.PlateFiles;

/// <summary>How a plate file is laid out.</summary>
public enum PlateFileFormat
{
    /// <summary>Text export of SoftMax Pro: plate blocks, then groups.</summary>
    SoftMaxPro,

    /// <summary>Comma-separated grid per wavelength: see <see cref="PlateGridFile"/>.</summary>
    Grid,

    /// <summary>Names of what stands in each well, no readings.</summary>
    NameGrid,

    /// <summary>Concentrations of named calibrators, no wells.</summary>
    CalibratorList,
}

/// <summary>How the bytes of a text file became characters; found from the bytes.</summary>
public enum TextEncoding
{
    Ascii,
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    MacRoman,
}

/// <summary>The sign before the decimals, as found in the readings.</summary>
public enum DecimalSign
{
    Point,
    Comma,
    Mixed,
}

/// <summary>Everything a plate file says.</summary>
/// <param name="Notes">Free text of the file, such as that its readings are simulated.</param>
public sealed record PlateFileContent(
    string FileName, PlateFileFormat Format, TextEncoding Encoding, DecimalSign DecimalSign,
    ImmutableArray<PlateContent> Plates, ImmutableArray<string> Notes);

using System.Globalization;

namespace Medulla.Web.Reading;

/// <summary>Measured numbers as people read them.</summary>
public static class ValueWords
{
    /// <summary>A number with as many significant digits as a reader needs.</summary>
    public static string Number(double? value, string format = "0.###")
    {
        if (value is not { } number)
            return "–";
        var text = number.ToString(format, CultureInfo.InvariantCulture);

        // −0.04 with one decimal would read "−0.0".
        return text.Any(character => character is >= '1' and <= '9') ? text.Replace('-', '−') : text.TrimStart('-');
    }
}

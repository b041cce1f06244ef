using System.Globalization;

namespace Medulla.Figures.Text;

/// <summary>Fills the gaps of a fixed phrase: word order differs between languages, so the phrase carries the places.</summary>
static class Phrase
{
    /// <param name="pattern">With {0}, {1} … where the values go.</param>
    public static string Filled(string pattern, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);
}

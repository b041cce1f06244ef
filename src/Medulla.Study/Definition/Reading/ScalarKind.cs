using System.Globalization;
using System.Text.RegularExpressions;

namespace Medulla.Study.Definition.Reading;

/// <summary>What one scalar may be.</summary>
/// <param name="Expected">As a message says it, such as "a whole number".</param>
/// <param name="StandIn">What is built with after a fault, and thrown away at the end.</param>
/// <param name="Rule">Of the finding.</param>
sealed record ScalarKind<T>(string Expected, ReadScalar<T> Read, T StandIn, string Rule = "wrong-type");

delegate bool ReadScalar<T>(YamlNode.Scalar scalar, out T value);

/// <summary>The kinds of scalar that files hold. Numbers, flags and dates are written without quotes.</summary>
static partial class ScalarKinds
{
    public static readonly ScalarKind<string> Text = new("text", ReadText, "", "text-empty");

    public static readonly ScalarKind<double> Number = new("a number such as 0.25", ReadNumber, 0);

    public static readonly ScalarKind<int> WholeNumber = new("a whole number", ReadWholeNumber, 0);

    public static readonly ScalarKind<bool> Flag = new("true or false", ReadFlag, false);

    public static readonly ScalarKind<DateOnly> Date = new("a date such as 2025-08-01", ReadDate, default);

    public static readonly ScalarKind<string> Unit =
        Form("a UCUM unit such as 10*9/L, without blanks", UnitForm(), "unit-malformed");

    public static readonly ScalarKind<string> Code =
        Form("a code of letters, digits, '_', '-', '.' and '+'", CodeForm(), "code-malformed");

    /// <summary>A format over the running number, such as <c>S-{0:0000}</c>.</summary>
    public static readonly ScalarKind<string> NumberFormat =
        new("a format over the running number, such as S-{0:0000}", ReadNumberFormat, "", "numbering-malformed");

    /// <summary>One of a few words.</summary>
    public static ScalarKind<string> OneOf(params ReadOnlySpan<string> words)
    {
        string[] all = [.. words];
        return new($"one of: {string.Join(", ", all)}",
            (scalar, out value) => all.Contains(value = scalar.Text), "", "choice-unknown");
    }

    /// <summary>A member of an enumeration, its first letter small.</summary>
    public static ScalarKind<T> MemberOf<T>() where T : struct, Enum => Enumeration<T>.Kind;

    /// <summary>Whether a text can stand for both languages: one word, such as a code or a number.</summary>
    public static bool IsSameInBoth(string text) => SameInBothForm().IsMatch(text);

    static bool ReadText(YamlNode.Scalar scalar, out string value) => (value = scalar.Text.Trim()) != "";

    static bool ReadNumber(YamlNode.Scalar scalar, out double value) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && scalar.IsPlain && double.IsFinite(value);

    static bool ReadWholeNumber(YamlNode.Scalar scalar, out int value) =>
        int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && scalar.IsPlain;

    static bool ReadFlag(YamlNode.Scalar scalar, out bool value)
    {
        value = scalar.Text == "true";
        return scalar is { IsPlain: true, Text: "true" or "false" };
    }

    static bool ReadDate(YamlNode.Scalar scalar, out DateOnly value) =>
        DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    static bool ReadNumberFormat(YamlNode.Scalar scalar, out string value)
    {
        value = scalar.Text;
        try
        {
            return Numbered(value, 1) != Numbered(value, 2);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static ScalarKind<string> Form(string expected, Regex form, string rule) =>
        new(expected, (scalar, out value) => form.IsMatch(value = scalar.Text), "", rule);

    static string Numbered(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);

    static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // One per enumeration, so that its names are asked for once.
    static class Enumeration<T> where T : struct, Enum
    {
        static readonly Dictionary<string, T> Members =
            Enum.GetValues<T>().ToDictionary(member => Small(member.ToString()), StringComparer.Ordinal);

        public static readonly ScalarKind<T> Kind = new($"one of: {string.Join(", ", Members.Keys)}",
            (scalar, out value) => Members.TryGetValue(scalar.Text, out value), default, "choice-unknown");
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.+-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[!-~]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex UnitForm();

    [GeneratedRegex("^[!-~]{1,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex SameInBothForm();
}

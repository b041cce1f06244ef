using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Medulla.Registry;

/// <summary>The criteria of eligibility, taken out of the record's running text.</summary>
/// <param name="Other">What stands under neither heading, by paragraph.</param>
public sealed partial record EligibilityText(
    ImmutableArray<string> Inclusion, ImmutableArray<string> Exclusion, ImmutableArray<string> Other)
{
    /// <remarks>
    /// Headings are lines such as "Inclusion Criteria:"; criteria are numbered or bulleted lines, with what is indented
    /// below them. Numbers and bullets are left out.
    /// </remarks>
    public static EligibilityText Of(string criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var (inclusion, exclusion, other) = (new List<string>(), new List<string>(), new List<string>());
        var current = other;
        var isOpen = false;
        foreach (var line in criteria.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim() == "")
            {
                isOpen = false;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                current = heading.Groups["inclusion"].Success ? inclusion : exclusion;
                isOpen = false;
            }
            else if (current.Count > 0 && (isOpen || char.IsWhiteSpace(line[0])) && !TopItem().IsMatch(line))
            {
                current[^1] += "\n" + MarkupText.Plain(line.Trim());
            }
            else
            {
                current.Add(MarkupText.Plain(TopItem().Replace(line, "").Trim()));
                isOpen = true;
            }
        }
        return new([.. inclusion], [.. exclusion], [.. other]);
    }

    [GeneratedRegex(@"^[\s*#]*(key |main )?((?<inclusion>inclusion)|exclusion)( criteria)?\s*:?[\s*]*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ ?(\d{1,3}\\?[.)、]|[*•\-+])\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TopItem();
}

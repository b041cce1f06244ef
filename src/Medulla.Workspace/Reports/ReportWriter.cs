using System.Globalization;
using System.Text.RegularExpressions;
using Medulla.Figures;
using Medulla.Study.Reporting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Medulla.Workspace.Reports;

/// <summary>Writes a report as one HTML file that needs nothing else.</summary>
/// <remarks>The same report gives the same bytes: there is no clock and no random identifier in it.</remarks>
public static partial class ReportWriter
{
    /// <summary>Such as <c>report.en.html</c>; simulated data are in the name.</summary>
    public static string FileName(StudyReport report, Language language) =>
        $"{(report.IsSimulated ? "SIMULATED-" : "")}report.{(language == Language.Chinese ? "zh" : "en")}.html";

    /// <summary>The file's text: UTF-8 without a mark, lines ended by LF.</summary>
    public static async Task<string> RenderAsync(StudyReport report, Language language)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var body = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ReportDocument.Report)] = report,
                [nameof(ReportDocument.Language)] = language,
            });
            return (await renderer.RenderComponentAsync<ReportDocument>(parameters)).ToHtmlString();
        });
        var first = report.IsSimulated
            ? "<!-- SIMULATED DATA: these participants do not exist / 模拟数据：这些受试者并不存在 -->\n"
            : "";
        return first + "<!DOCTYPE html>\n" + Readable(body.ReplaceLineEndings("\n")).TrimEnd() + "\n";
    }

    // The renderer writes every character beyond ASCII as a number; in a UTF-8 file it can stand as itself.
    static string Readable(string html) => NumberedCharacter().Replace(html, match =>
        int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is >= 0xA0 and var code
            ? char.ConvertFromUtf32(code)
            : match.Value);

    [GeneratedRegex("&#x(?<code>[0-9A-F]{1,6});", RegexOptions.NonBacktracking)]
    private static partial Regex NumberedCharacter();
}

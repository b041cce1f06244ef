namespace Medulla.Workspace.Reports;

/// <summary>The style sheets of the report.</summary>
public static class ReportStyle
{
    /// <summary>Of the report's own parts; a page that shows <see cref="ReportBody"/> under the theme needs these rules.</summary>
    public static string Parts { get; } = Read("report-parts.css");

    /// <summary>All that the file carries in itself: tokens, base, parts, paper.</summary>
    internal static string File { get; } = Parts + Read("report.css");

    static string Read(string name)
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream($"Medulla.Workspace.Reports.{name}")
            ?? throw new InvalidOperationException($"Found no {name} in the program. Expected it as an embedded resource.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

namespace Medulla.Workspace.Reports;

/// <summary>The style sheet that the file carries in itself.</summary>
static class ReportStyle
{
    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("Medulla.Workspace.Reports.report.css")
            ?? throw new InvalidOperationException("Found no report.css in the program. Expected it as an embedded resource.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

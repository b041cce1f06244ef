using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>A figure of the report, drawn when a language is known.</summary>
/// <param name="Key">Its id in the report.</param>
/// <param name="Caption">What the drawing itself does not say.</param>
public sealed record ReportFigure(string Key, Bilingual Title, ReportText Caption, Func<Language, Figure> Draw);

using Medulla.Figures;
using Medulla.Study.Reporting;

namespace Medulla.Workspace.Reports;

/// <summary>The words of the document around the report's own.</summary>
static class ReportWords
{
    public static readonly Bilingual Simulated = new("SIMULATED", "模拟数据");
    public static readonly Bilingual SimulatedData = new("SIMULATED DATA", "模拟数据");
    public static readonly Bilingual InNumbers = new("In numbers", "主要数字");
    public static readonly Bilingual Contents = new("Contents", "目录");
    public static readonly Bilingual FigureData = new("Data of the figure", "图中数据");
    public static readonly Bilingual Stop = new(".", "。");

    public static Bilingual Table(int number) => new($"Table {number}.", $"表 {number}");

    public static Bilingual Figure(int number) => new($"Figure {number}.", $"图 {number}");

    /// <summary>The study's title; a simulated study says so in front of it.</summary>
    public static Bilingual Titled(StudyReport report) => report.IsSimulated
        ? new($"SIMULATED: {report.Title.En}", $"模拟数据：{report.Title.Zh}")
        : report.Title;
}

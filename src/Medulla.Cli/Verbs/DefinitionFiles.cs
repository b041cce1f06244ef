using System.Text.RegularExpressions;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Registry;
using Medulla.Study.Definition;

namespace Medulla.Cli.Verbs;

/// <summary>What a YAML file of a study is.</summary>
enum DefinitionFileKind
{
    Study,
    Plan,
    Mapping,
}

/// <summary>The texts that a version of the definition is published from.</summary>
/// <param name="RecordJson">Null when no record.json stands beside the study's file.</param>
sealed record StudyTexts(string StudyYaml, string? RecordJson);

/// <summary>Reads and checks the files of a study: its definition, its plan, the mapping of a cohort.</summary>
static partial class DefinitionFiles
{
    const string StudyFileName = "study.yaml";
    const string RecordFileName = "record.json";

    /// <summary>Prints every fault of one file.</summary>
    /// <param name="kind">Null to find it from name and content.</param>
    /// <param name="definitionPath">Null for the study.yaml beside the file.</param>
    public static async Task<ExitCode> CheckAsync(
        string path, DefinitionFileKind? kind, string? definitionPath, Printer printer, CancellationToken cancellation)
    {
        if (await SourceFile.ReadAsync(path, printer, cancellation) is not { } file || file.Text(printer) is not { } yaml)
            return ExitCode.Refused;
        switch (kind ?? KindOf(file.ShortName, yaml))
        {
            case DefinitionFileKind.Plan:
                return await ReadDefinitionAsync(path, definitionPath, printer, cancellation) is { } forPlan
                    ? Told(PlanFile.Read(file.Name, yaml, forPlan), file.Name, new("plan", "分析计划"), printer)
                    : ExitCode.Refused;
            case DefinitionFileKind.Mapping:
                return await ReadDefinitionAsync(path, definitionPath, printer, cancellation) is { } forMapping
                    ? Told(CohortMappingFile.Read(file.Name, yaml, forMapping), file.Name, new("mapping", "映射"), printer)
                    : ExitCode.Refused;
            default:
                return Told(StudyFile.Read(file.Name, yaml), file.Name, new("definition", "定义"), printer);
        }
    }

    /// <summary>Null, with every fault printed, when the study's file cannot be published.</summary>
    public static async Task<StudyTexts?> ReadStudyAsync(string place, Printer printer, CancellationToken cancellation)
    {
        var path = Directory.Exists(place) ? Path.Combine(place, StudyFileName) : place;
        if (await SourceFile.ReadAsync(path, printer, cancellation) is not { } file || file.Text(printer) is not { } yaml)
            return null;
        var read = StudyFile.Read(file.Name, yaml);
        printer.Findings(read.Findings);
        if (read.Value is null)
            return null;

        var recordPath = Path.Combine(Path.GetDirectoryName(path) ?? "", RecordFileName);
        if (!File.Exists(recordPath))
            return new StudyTexts(yaml, RecordJson: null);
        var record = await SourceFile.ReadAsync(recordPath, printer, cancellation);
        return record?.Text(printer) is { } json && IsRecord(record.Name, json, printer)
            ? new StudyTexts(yaml, RecordFile.WithoutPersonalContacts(json))
            : null;
    }

    // What is odd about a record is told and published as it stands; what is no record is not published.
    static bool IsRecord(string name, string json, Printer printer)
    {
        var read = RecordFile.Read(json);
        foreach (var finding in read.Findings)
            printer.Problem(read.Record is null ? "record-unreadable" : "record-odd",
                Bilingual.Same($"{name}: {finding.Message}"));
        return read.Record is not null;
    }

    static async Task<StudyDefinition?> ReadDefinitionAsync(
        string path, string? definitionPath, Printer printer, CancellationToken cancellation)
    {
        var beside = definitionPath ?? Path.Combine(Path.GetDirectoryName(path) ?? "", StudyFileName);
        if (definitionPath is null && !File.Exists(beside))
        {
            printer.Problem("definition-missing", new(
                $"Found no {StudyFileName} beside {path}. Expected it, or --definition FILE.",
                $"{path} 旁没有 {StudyFileName}，请放在一起或用 --definition 指明。"));
            return null;
        }
        if (await SourceFile.ReadAsync(beside, printer, cancellation) is not { } file || file.Text(printer) is not { } yaml)
            return null;
        var read = StudyFile.Read(file.Name, yaml);
        printer.Findings(read.Findings);
        return read.Value;
    }

    static ExitCode Told<T>(Assays.Parsed<T> read, string name, Bilingual what, Printer printer) where T : class
    {
        var code = printer.Findings(read.Findings);
        if (code == ExitCode.Done)
            printer.Say(new($"{name}: {what.En} without fault", $"{name}：{what.Zh}无误"));
        else
            printer.Hint(new($"{name}: {read.Findings.Length} faults", $"{name}：{read.Findings.Length} 处问题"));
        return code;
    }

    // The name says it where people keep to the names; otherwise a field that the others do not have does.
    static DefinitionFileKind KindOf(string name, string yaml) =>
        name.StartsWith("study", StringComparison.OrdinalIgnoreCase) ? DefinitionFileKind.Study
        : name.StartsWith("plan", StringComparison.OrdinalIgnoreCase) ? DefinitionFileKind.Plan
        : name.StartsWith("mapping", StringComparison.OrdinalIgnoreCase) ? DefinitionFileKind.Mapping
        : PlanField().IsMatch(yaml) ? DefinitionFileKind.Plan
        : MappingField().IsMatch(yaml) ? DefinitionFileKind.Mapping
        : DefinitionFileKind.Study;

    [GeneratedRegex("^(analyses|confidenceLevel)\\s*:",
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlanField();

    [GeneratedRegex("^(source|covariates)\\s*:",
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MappingField();
}

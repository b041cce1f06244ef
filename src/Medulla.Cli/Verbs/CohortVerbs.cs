using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Interchange.Cohorts;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla cohort …</c></summary>
static class CohortVerbs
{
    public static Command Noun() => new Noun("cohort", "A cohort that somebody else collected", "外来队列") { Import() };

    static Verb Import()
    {
        var path = Inputs.Word("FILE", "CSV file, one person a row", "CSV 文件，每人一行");
        var mapping = Inputs.Text("--mapping", "FILE", "mapping.yaml: which column is what", "mapping.yaml：各列的含义");
        return new Verb("import", "Import a cohort into a study that captures nothing itself", "将外来队列导入单独的研究",
            "medulla cohort import tcga_laml.csv --mapping studies/tcga-laml/mapping.yaml") { path, mapping }
            .OnStudy(async (call, study, cancellation) =>
            {
                var printer = call.Printer;
                if (await SourceFile.ReadAsync(call.Of(path), printer, cancellation) is not { } file
                    || await SourceFile.ReadAsync(call.Of(mapping), printer, cancellation) is not { } mappingFile
                    || mappingFile.Text(printer) is not { } yaml)
                    return ExitCode.Refused;
                var columns = CohortMappingFile.Read(mappingFile.Name, yaml, study.Desk.Study.Definition);
                printer.Findings(columns.Findings);
                if (columns.Value is null)
                    return ExitCode.Refused;
                var cohort = CohortFile.Read(file.ShortName, file.Bytes, file.Sha256, columns.Value);
                printer.Findings([.. cohort.Findings.Select(finding => finding with { File = file.Name })]);
                if (cohort.Value is null)
                    return ExitCode.Refused;
                await study.Folder.Attachments.StoreAsync(file.Bytes, cancellation);
                return await study.SubmitAsync(new ImportCohort(cohort.Value), cancellation);
            });
    }
}

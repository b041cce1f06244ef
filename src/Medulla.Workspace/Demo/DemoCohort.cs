using Medulla.Interchange.Cohorts;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Demo;

/// <summary>A real cohort: TCGA-LAML through the ordinary cohort import, its plan and its report.</summary>
static class DemoCohort
{
    public static readonly StudyKey Key = new("tcga-laml");

    public const string FileName = "tcga_laml.csv";

    const int Steps = 6;

    public static async Task RunAsync(
        StudyDesk desk, WorkspaceFolder workspace, DemoSources sources,
        IProgress<DemoProgress> progress, CancellationToken cancellation)
    {
        if (desk.Study.Analysis.LastRun is not null)
            return;

        var script = new DemoDesk(desk);
        var done = 0;
        await Ask(new OpenStudy(Simulation: null));
        await Ask(new PublishDefinition(await Text("study.yaml"), RecordJson: null));
        await Ask(new ImportCohort(await CohortAsync(await Text("mapping.yaml"))));
        await Ask(new FreezePlan(await Text("plan.yaml")));
        await Ask(new LockDatabase(new DateOnly(2026, 11, 1), "public cohort, imported whole"));
        await Ask(new RunPlan());

        async Task Ask(ICommand command)
        {
            await script.AskAsync(command, cancellation);
            progress.Report(new(DemoPart.Cohort, ++done, Steps));
        }

        Task<string> Text(string file) => File.ReadAllTextAsync(sources.Study("tcga-laml", file), cancellation);

        async Task<ImportedCohort> CohortAsync(string mappingYaml)
        {
            var mapping = CohortMappingFile.Read("mapping.yaml", mappingYaml, script.Study.Definition);
            var bytes = await File.ReadAllBytesAsync(sources.Cohort(FileName), cancellation);
            var sha256 = await workspace.Attachments.StoreAsync(bytes, cancellation);
            var cohort = CohortFile.Read(FileName, bytes, sha256,
                mapping.Value ?? throw new InvalidDataException(mapping.Findings[0].Message));
            return cohort.Value ?? throw new InvalidDataException(cohort.Findings[0].Message);
        }
    }
}

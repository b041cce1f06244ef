using System.Text;
using Medulla.Cli.Input;
using Medulla.Interchange.Datasets;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Journal;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla dataset</c></summary>
static class DatasetVerb
{
    const string SimulatedMark = "SIMULATED-";

    public static Verb Dataset()
    {
        var folder = Inputs.Text("--out", "DIR", "Folder for the files", "文件写入的文件夹");
        return new Verb("dataset", "Write the analysis set, its codebook and the results, for others to recompute",
            "导出分析数据集、编码本和结果，供他人复算",
            "medulla dataset --out export") { folder }
            .OnStudy(async (call, study, cancellation) =>
            {
                if (study.Seen.Plan is null)
                    return call.Printer.Refused([NoPlan(study.Seen)]);
                var place = Directory.CreateDirectory(call.Of(folder));
                // Recorded first: nothing is shown unrecorded, even if the disk then fails.
                if (await study.SubmitAsync(new SeeJoinedData("dataset"), cancellation) is var code and not ExitCode.Done)
                    return code;
                foreach (var (name, text) in Files(study.Seen))
                {
                    var path = Path.Combine(place.FullName, name);
                    await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                        cancellation);
                    call.Printer.Line(path);
                }
                return ExitCode.Done;
            });
    }

    static IEnumerable<(string Name, string Text)> Files(StudyState study)
    {
        var simulated = study.Simulation is not null;
        var mark = simulated ? SimulatedMark : "";
        var plan = study.Plan!.Plan;
        var table = AnalysisTables.Of(study, plan);
        yield return ($"{mark}dataset.csv", DatasetFile.Rows(table, simulated));
        yield return ($"{mark}codebook.csv", DatasetFile.Codebook(table, study.Definition, plan, simulated));
        if (study.Analysis.LastRun is not null)
            yield return ($"{mark}results.csv", DatasetFile.Results(PlanResults.Of(study), simulated));
    }

    static Refusal NoPlan(StudyState study) => new("plan-not-frozen",
        $"The analysis plan of study {study.Key} is not frozen. It says which value is the marker: freeze it before the "
        + "export.",
        $"研究 {study.Key} 的分析计划尚未冻结，无法确定标志物；冻结后再导出。");
}

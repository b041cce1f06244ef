using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Qualification;
using Medulla.Qualification.Statistics;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla qualify …</c>: the libraries judged by reference cases, on the user's own machine.</summary>
static class QualifyVerbs
{
    const string Set = "statistics";

    public static Command Noun() =>
        new Noun("qualify", "Judge the libraries by a folder of reference cases", "以参考案例文件夹检验程序库") { Statistics() };

    static Verb Statistics()
    {
        var reference = Inputs.Text("--reference", "DIR", "Reference cases: every *.json directly in it", "参考案例：该文件夹内的 *.json");
        var cohorts = Inputs.Text("--cohorts", "DIR", "Cohorts that the cases name, as DATASET.csv", "案例所用队列，文件名为 DATASET.csv");
        var only = Inputs.OptionalText("--only", "TOPIC", "This topic alone", "只运行该主题");
        var outcomes = Inputs.OptionalText("--out", "FILE", "Every compared number, one JSON object a line",
            "逐行写出每个被比较的数值（NDJSON）");
        return new Verb(Set, "Compute every case with Medulla.Statistics and compare number by number",
            "用 Medulla.Statistics 计算每个案例并逐数比较",
            "medulla qualify statistics --reference reference/statistics --cohorts cohorts --out numbers.ndjson")
            { reference, cohorts, only, outcomes }
            .Alone(async (call, cancellation) =>
            {
                if (Topics(call.Of(reference), call.Of(cohorts), call.Given(only), call.Printer) is not { } topics)
                    return ExitCode.Usage;
                await using var file = call.Given(outcomes) is { } path
                    ? new StreamWriter(path) { NewLine = "\n" }
                    : null;
                var run = new QualificationRun(StatisticsTopics.All, new CohortFolder(call.Of(cohorts)));
                var all = new QualificationSummary();
                using var progress = new QualifyProgress(call.Printer, topics.Sum(topic => topic.Cases.Count));
                foreach (var (topic, cases) in topics)
                {
                    var outcomesOfTopic = cases.AsParallel().AsOrdered().WithCancellation(cancellation)
                        .Select(reference => progress.Passed(run.Run(reference))).ToList();
                    progress.Clear();
                    await PrintTopicAsync(topic, outcomesOfTopic, all, call.Printer, file);
                }
                call.Printer.Line(all.Line(Set));
                return (ExitCode)all.ExitCode;
            });
    }

    static async Task PrintTopicAsync(
        string topic, List<CaseOutcome> outcomes, QualificationSummary all, Printer printer, StreamWriter? file)
    {
        var summary = new QualificationSummary();
        foreach (var outcome in outcomes)
        {
            summary.Add(outcome);
            all.Add(outcome);
            if (file is not null)
                foreach (var line in QualifyLines.Json(outcome))
                    await file.WriteLineAsync(line);
        }
        printer.Line(QualifyLines.Of(topic, summary));
        foreach (var line in outcomes.SelectMany(QualifyLines.Faults))
            printer.Line(line);
    }

    /// <summary>Null, with the reason printed, when there is nothing to run.</summary>
    static IReadOnlyList<(string Topic, IReadOnlyList<ReferenceCase> Cases)>? Topics(
        string reference, string cohorts, string? only, Printer printer)
    {
        try
        {
            if (!Directory.Exists(cohorts))
                throw new ReferenceFolderException($"Found no folder '{cohorts}'. Expected a folder of cohorts (*.csv).");
            var topics = ReferenceFolder.Read(reference);
            if (only is null)
                return topics;
            var chosen = topics.Where(topic => topic.Topic == only && topic.Cases.Count > 0).ToList();
            return chosen.Count > 0
                ? chosen
                : throw new ReferenceFolderException($"Found no topic '{only}' in '{reference}'. Expected one of "
                    + $"{string.Join(", ", topics.Select(topic => topic.Topic))}.");
        }
        catch (ReferenceFolderException nothing)
        {
            printer.Problem("reference-unreadable", Bilingual.Same(nothing.Message));
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            printer.Problem("reference-unreadable", Bilingual.Same(denied.Message));
            return null;
        }
    }
}

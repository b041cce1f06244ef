using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Medulla.Interchange.Datasets;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Tests.Reporting;
using Medulla.Tests;

namespace Medulla.Workspace.Tests.Reports;

/// <summary>Everybody with the exported data set can compute the report again: R does.</summary>
public sealed class RecomputationTests
{
    const double Agreement = 1e-8;

    [Theory]
    [InlineData("simulated", 12)]
    [InlineData("imported", 3)]
    public async Task R_gives_every_number_again(string name, int analyses)
    {
        var study = name == "imported" ? SmallStudies.ImportedRun : SmallStudies.SimulatedRun;
        using var folder = new TestFolder();
        var results = Write(study, folder);
        Assert.Equal(analyses, results.Results.Length);
        Assert.DoesNotContain(results.Results, result => result is NotEstimable);

        var lines = await RecomputeAsync(folder.Path);

        Assert.Equal(results.Results.Select(result => result.Planned.Id), lines.Select(line => line[0]));
        Assert.Equal(results.Results.Select(result => result.Numbers.Count()), lines.Select(line => int.Parse(line[1], CultureInfo.InvariantCulture)));
        Assert.All(lines, line => Assert.True(
            double.Parse(line[2], CultureInfo.InvariantCulture) <= Agreement, $"{line[0]}: {line[3]} differs by {line[2]}."));
    }

    static PlanResults Write(StudyState study, TestFolder folder)
    {
        var results = PlanResults.Of(study);
        var simulated = study.Simulation is not null;
        File.WriteAllText(folder.File("dataset.csv"), DatasetFile.Rows(results.Table, simulated));
        File.WriteAllText(folder.File("codebook.csv"), DatasetFile.Codebook(results.Table, study.Definition, results.Plan, simulated));
        File.WriteAllText(folder.File("results.csv"), DatasetFile.Results(results, simulated));
        File.WriteAllText(folder.File("plan.json"), PlanJson(results.Plan));
        return results;
    }

    static string PlanJson(AnalysisPlan plan) => new JsonObject
    {
        ["confidenceLevel"] = plan.ConfidenceLevel,
        ["log2"] = plan.Marker.Log2,
        ["groups"] = new JsonObject(plan.Groups.Select(groups =>
            KeyValuePair.Create(groups.Code, (JsonNode?)new JsonArray([.. groups.Quantiles.Select(quantile => JsonValue.Create(quantile))])))),
        ["analyses"] = new JsonArray([.. plan.Analyses.Select(Json)]),
    }.ToJsonString();

    static JsonObject Json(PlannedAnalysis planned) => planned switch
    {
        PlannedAnalysis.RankSum one => new() { ["id"] = one.Id, ["kind"] = "rankSum", ["endpoint"] = one.Endpoint },
        PlannedAnalysis.Roc one => new() { ["id"] = one.Id, ["kind"] = "roc", ["endpoint"] = one.Endpoint },
        PlannedAnalysis.FisherExact one => new() { ["id"] = one.Id, ["kind"] = "fisherExact", ["endpoint"] = one.Endpoint, ["groups"] = one.Groups },
        PlannedAnalysis.KaplanMeier one => new() { ["id"] = one.Id, ["kind"] = "kaplanMeier", ["endpoint"] = one.Endpoint, ["groups"] = one.Groups },
        PlannedAnalysis.Cox one => new()
        {
            ["id"] = one.Id, ["kind"] = "cox", ["endpoint"] = one.Endpoint,
            ["covariates"] = new JsonArray([.. one.Covariates.Select(code => JsonValue.Create(code))]),
        },
        PlannedAnalysis.Spearman one => new() { ["id"] = one.Id, ["kind"] = "spearman", ["covariate"] = one.Covariate },
        _ => throw new InvalidOperationException($"Found analysis {planned.Id} of the unknown kind {planned.GetType().Name}."),
    };

    static async Task<IReadOnlyList<string[]>> RecomputeAsync(string folder)
    {
        var script = Path.Combine(ReferenceFolder.ProjectRoot, "tests/Medulla.Workspace.Tests/Reports/recompute.R");
        if (await RunAsync("-e", "for (name in c('survival', 'pROC', 'jsonlite')) library(name, character.only = TRUE)") is not { Code: 0 })
            Assert.Skip("Rscript with survival, pROC and jsonlite is not installed.");

        var run = await RunAsync(script, folder);
        Assert.True(run!.Code == 0, run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
    }

    sealed record Finished(int Code, string Output, string Error);

    static async Task<Finished?> RunAsync(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", ["--vanilla", .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var output = process.StandardOutput.ReadToEndAsync(TestStudy.Cancellation);
            var error = process.StandardError.ReadToEndAsync(TestStudy.Cancellation);
            await process.WaitForExitAsync(TestStudy.Cancellation);
            return new Finished(process.ExitCode, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // There is no Rscript on this machine.
        }
    }
}

using System.Text.Json;
using Medulla.Qualification;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;
using ReferenceFolder = Medulla.Tests.ReferenceFolder;

namespace Medulla.Cli.Tests.Stats;

public sealed class StatsVerbsTests : IDisposable
{
    static readonly string Laml = Path.Combine(ReferenceFolder.ProjectRoot, "data", "cohorts", "tcga_laml.csv");

    readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Km_gives_the_numbers_of_the_library_and_counts_the_rows_left_out()
    {
        var answer = await JsonAsync("stats", "km", "Surv(os_days, os_event) ~ flt3", "--data", Laml, "--times", "730", "365", "--tau", "1000");

        var frame = Formula.Parse("Surv(os_days, os_event) ~ flt3").Over(DataFile.Read(Laml).Data);
        var mutated = KaplanMeier.Estimate([.. frame.FollowUps().Where((_, row) => frame.Groups()[row] == "flt3=1")]);
        var rows = answer.GetProperty("rows");
        Assert.Equal((188, 12), (rows.GetProperty("used").GetInt32(), rows.GetProperty("leftOut").GetInt32()));
        var curve = answer.GetProperty("result").GetProperty("curves")[1];
        Assert.Equal("flt3=1", curve.GetProperty("name").GetString());
        Assert.Equal(mutated.Median.Time, curve.GetProperty("median").GetProperty("time").GetDouble());
        Assert.Equal(mutated.RestrictedMeanUpTo(1000).Mean, curve.GetProperty("restrictedMean").GetProperty("mean").GetDouble());
        Assert.Equal(mutated.SurvivalAt(365), curve.GetProperty("at")[0].GetProperty("survival").GetDouble());
        Assert.Equal(mutated.Steps.Length, curve.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Km_prints_a_table_its_convention_and_what_was_left_out_in_both_languages()
    {
        var english = await workspace.DoneAsync("stats", "km", "Surv(os_days, os_event) ~ flt3", "--data", Laml);
        Assert.Contains("flt3=0  139  90      489 (365 to 671)", english.Output, StringComparison.Ordinal);
        Assert.Contains("Rows: 188; 12 left out for missing values (os_days 12, os_event 12).", english.Output, StringComparison.Ordinal);
        Assert.Contains("Log-rank: chi-square 2.17 on 1 df, p = 0.14.", english.Output, StringComparison.Ordinal);
        Assert.Contains("Method: Kaplan–Meier", english.Output, StringComparison.Ordinal);

        var chinese = await workspace.DoneAsync("stats", "km", "Surv(os_days, os_event) ~ flt3", "--data", Laml, "--lang", "zh");
        Assert.Contains("因缺失值剔除 12 行", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("中位时间（95% 置信区间）", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cox_gives_the_numbers_of_the_library_with_strata_factors_and_splines()
    {
        const string formula = "Surv(os_days, os_event) ~ fab + rcs(n_nonsyn, 3) + strata(npm1)";
        var answer = await JsonAsync("stats", "cox", formula, "--data", Laml, "--where", "os_days > 0", "--ties", "breslow");

        var frame = Formula.Parse(formula).Over(DataFile.Read(Laml).Data.Where("os_days > 0"));
        var fit = CoxRegression.Fit(frame.FollowUps(), frame.Covariates(),
            new CoxOptions { Ties = CoxTies.Breslow, Strata = [.. frame.Strata()!.Value] });
        var coefficients = answer.GetProperty("result").GetProperty("coefficients").EnumerateArray().ToList();
        Assert.Equal(fit.Coefficients.Select(one => one.Name), coefficients.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(fit.Coefficients.Select(one => one.Estimate), coefficients.Select(one => one.GetProperty("estimate").GetDouble()));
        Assert.Contains("fabM3", fit.Coefficients.Select(one => one.Name));
    }

    [Fact]
    public async Task Roc_takes_case_and_direction_from_the_caller_alone()
    {
        var answer = await JsonAsync("stats", "roc", "os_event ~ n_nonsyn", "--data", Laml, "--positive", "1", "--direction", "higher");
        var frame = Formula.Parse("os_event ~ n_nonsyn").Over(DataFile.Read(Laml).Data);
        var curve = RocCurve.Of(frame.Covariates()[0].Values, [.. frame.Response().Select(value => value == 1)]);
        Assert.Equal(curve.Auc, answer.GetProperty("result").GetProperty("curves")[0].GetProperty("auc").GetDouble());

        var turned = await JsonAsync("stats", "roc", "os_event ~ n_nonsyn", "--data", Laml, "--positive", "0", "--direction", "lower");
        Assert.Equal(curve.Auc, turned.GetProperty("result").GetProperty("curves")[0].GetProperty("auc").GetDouble(), 12);

        var unsaid = await workspace.RunAsync("stats", "roc", "os_event ~ n_nonsyn", "--data", Laml);
        Assert.Equal(ExitCode.Usage, unsaid.Code);
        Assert.Contains("--direction", unsaid.Error, StringComparison.Ordinal);
        await Refused("not-computed: Found --positive dead. Expected the value of os_event that is a case: 0 or 1.",
            "stats", "roc", "os_event ~ n_nonsyn", "--data", Laml, "--positive", "dead", "--direction", "higher");

        var sideless = await workspace.RunAsync("stats", "cutpoint", "os_event ~ n_nonsyn", "--data", Laml, "--positive", "1");
        Assert.Equal(ExitCode.Usage, sideless.Code);
        Assert.Contains("--direction", sideless.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surv(os_days, os_event) ~ n_nonsyn", "hazardRatio")]
    [InlineData("os_event ~ n_nonsyn", "oddsRatio")]
    public async Task A_cut_comes_with_its_corrected_p_its_shrunken_effect_and_its_interval(string formula, string effect)
    {
        string[] outcome = formula.StartsWith("Surv", StringComparison.Ordinal) ? [] : ["--positive", "1"];
        var result = (await JsonAsync(["stats", "cutpoint", formula, "--data", Laml, "--direction", "higher",
            "--permutations", "199", "--replicates", "50", .. outcome])).GetProperty("result");

        Assert.InRange(result.GetProperty("correctedProbability").GetDouble(), 1.0 / 200, 1);
        var confidence = result.GetProperty("cutConfidence");
        Assert.InRange(result.GetProperty("cut").GetDouble(),
            confidence.GetProperty("lower").GetDouble(), confidence.GetProperty("upper").GetDouble());
        var ratio = result.GetProperty(effect);
        Assert.InRange(Math.Abs(Math.Log(ratio.GetProperty("estimate").GetDouble())),
            0, Math.Abs(Math.Log(ratio.GetProperty("apparent").GetDouble())));
    }

    [Theory]
    [InlineData("stats", "logrank", "Surv(os_days, os_event) ~ flt3 + strata(npm1)")]
    [InlineData("stats", "logistic", "npm1 ~ flt3 + log(n_nonsyn + 1)", "--firth")]
    [InlineData("stats", "logistic", "npm1 ~ flt3 + n_nonsyn")]
    [InlineData("stats", "cutpoint", "Surv(os_days, os_event) ~ n_nonsyn", "--direction", "higher", "--permutations", "99", "--seed", "7")]
    [InlineData("stats", "cutpoint", "os_event ~ n_nonsyn", "--positive", "1", "--direction", "higher")]
    [InlineData("stats", "correlate", "n_nonsyn ~ os_days", "--method", "kendall")]
    [InlineData("stats", "correlate", "n_nonsyn ~ os_days", "--method", "pearson")]
    [InlineData("stats", "correlate", "n_nonsyn ~ os_days")]
    [InlineData("stats", "compare", "n_nonsyn ~ flt3", "--test", "wilcoxon")]
    [InlineData("stats", "compare", "n_nonsyn ~ flt3", "--test", "t")]
    [InlineData("stats", "compare", "n_nonsyn ~ flt3", "--test", "welch")]
    [InlineData("stats", "compare", "n_nonsyn ~ fab", "--test", "kruskal")]
    [InlineData("stats", "compare", "n_nonsyn ~ fab", "--test", "anova")]
    [InlineData("stats", "compare", "npm1 ~ flt3", "--test", "fisher")]
    [InlineData("stats", "compare", "npm1 ~ flt3", "--test", "chisq")]
    [InlineData("stats", "cuminc", "Surv(os_days, os_event) ~ flt3", "--times", "365")]
    [InlineData("stats", "finegray", "Surv(os_days, os_event) ~ flt3", "--cause", "1")]
    public async Task Every_verb_answers_people_in_both_languages_and_programs_in_json(params string[] words)
    {
        string[] call = [.. words, "--data", Laml, "--where", "os_days > 0 & fab != 'M7' & fab != 'M6'"];

        var english = await workspace.DoneAsync(call);
        Assert.Contains("\nMethod: ", english.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", english.Output, StringComparison.Ordinal);
        var chinese = await workspace.DoneAsync([.. call, "--lang", "zh"]);
        Assert.Contains("\n方法：", chinese.Output, StringComparison.Ordinal);
        var json = await JsonAsync(call);
        Assert.Equal(words[1], json.GetProperty("verb").GetString());
        Assert.NotEmpty(json.GetProperty("result").EnumerateObject());
    }

    [Theory]
    [InlineData("0.6", "0.9", 161.07)]
    [InlineData("1.5", "0.8", 190.97)]
    public async Task Power_of_a_hazard_ratio_is_Schoenfelds(string ratio, string power, double events)
    {
        var answer = await JsonAsync("stats", "power", "--design", "hazard-ratio", "--hazard-ratio", ratio, "--power", power);

        // 4 (z(0.975) + z(power))² / log² HR
        Assert.Equal(events, answer.GetProperty("result").GetProperty("size").GetDouble(), 0.01);
    }

    [Fact]
    public async Task A_simulation_says_so_everywhere_and_the_seed_decides_it()
    {
        var path = Path.Combine(workspace.Folder, "cohort.csv");
        string[] call = ["stats", "simulate", "--participants", "60", "--hazard-ratio", "1.5", "--median", "18", "--follow-up", "24", "--seed", "7",
            "--replicates", "20", "--out", path];
        var first = await workspace.DoneAsync(call);

        Assert.StartsWith("SIMULATED", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, (await workspace.DoneAsync(call)).Output);
        Assert.True((await JsonAsync(call)).GetProperty("simulated").GetBoolean());
        var rows = await File.ReadAllLinesAsync(path, TestWorkspace.Cancellation);
        Assert.Equal(61, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.StartsWith("SIMULATED,", row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("km", "Surv(os_days, os_event) ~ flt3")]
    [InlineData("cox", "Surv(os_days, os_event) ~ flt3 + n_nonsyn")]
    [InlineData("logistic", "npm1 ~ flt3 + n_nonsyn")]
    [InlineData("roc", "os_event ~ n_nonsyn", "--positive", "1", "--direction", "higher")]
    [InlineData("compare", "n_nonsyn ~ flt3", "--where", "n_nonsyn > 0", "--test", "wilcoxon")]
    public async Task A_figure_is_drawn_without_script_and_without_anybody_named(string verb, params string[] words)
    {
        var path = Path.Combine(workspace.Folder, $"{verb}.svg");
        await workspace.DoneAsync(["stats", verb, .. words, "--data", Laml, "--plot", path]);

        var svg = await File.ReadAllTextAsync(path, TestWorkspace.Cancellation);
        Assert.StartsWith("<svg", svg.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("TCGA-AB", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_table_cannot_answer_is_said_with_line_column_and_remedy()
    {
        var table = workspace.Write("t.csv", "time,event,leptin\n5,1,3.2\n8,0,<0.5\n3,1,2.2\n-1,0,4\n");
        await Refused("formula: Found the text '<0.5' in line 3 of the column leptin. Expected a number", "stats", "cox", "Surv(time, event) ~ leptin", "--data", table);
        await Refused("formula: Found the time -1 in line 5. Expected 0 or more.", "stats", "km", "Surv(time, event) ~ 1", "--data", table);
        await Refused("data: Found no file nothing.csv.", "stats", "km", "Surv(time, event) ~ 1", "--data", "nothing.csv");
        await Refused("formula: Found no rows", "stats", "km", "Surv(time, event) ~ 1", "--data", table, "--where", "time > 100");
        await Refused("not-computed: Found 1 groups", "stats", "compare", "time ~ event", "--data", table, "--where", "event == 1", "--test", "t");
        var ragged = workspace.Write("r.csv", "time,event\n5,1\n8\n");
        await Refused($"data: Found 1 fields at line 3 of {ragged}. Expected 2", "stats", "km", "Surv(time, event) ~ 1", "--data", ragged);

        var unknown = await workspace.RunAsync("stats", "km", "Surv(time, evnt) ~ 1", "--data", table);
        Assert.Equal(ExitCode.Usage, unknown.Code);
        Assert.Contains("Found no column evnt, which stands at column 12 of 'Surv(time, evnt) ~ 1'. Expected one of time, event, leptin; nearest: event.",
            unknown.Error, StringComparison.Ordinal);
        var level = await workspace.RunAsync("stats", "km", "Surv(time, event) ~ 1", "--data", table, "--level", "95");
        Assert.Equal(ExitCode.Usage, level.Code);
        Assert.Contains("Found '95' in --level. Expected a number between 0 and 1", level.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decimal_comma_is_said_on_the_error_stream()
    {
        var table = workspace.Write("semicolon.csv", "x;y\n1,5;2\n2,5;4\n3,5;5\n4;9\n");

        var answer = await workspace.DoneAsync("stats", "correlate", "y ~ x", "--data", table);

        Assert.StartsWith("note: Found decimal commas in the column x, such as '1,5' at line 2: read as 1.5.", answer.Error, StringComparison.Ordinal);
    }

    async Task Refused(string message, params string[] words)
    {
        var answer = await workspace.RunAsync(words);
        Assert.True(answer.Code == ExitCode.Refused, $"{string.Join(' ', words)}: {answer.Code}\n{answer.Output}{answer.Error}");
        Assert.Equal("", answer.Output);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
    }

    async Task<JsonElement> JsonAsync(params string[] words)
    {
        var answer = await workspace.DoneAsync([.. words, "--json"]);
        return JsonDocument.Parse(answer.Output).RootElement;
    }
}

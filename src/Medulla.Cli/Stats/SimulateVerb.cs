using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Simulation;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats simulate</c></summary>
static class SimulateVerb
{
    const int UsualReplicates = 500;

    public static Verb Simulate()
    {
        var participants = Inputs.WholeNumber("--participants", "Of each cohort", "每个队列的人数");
        var ratio = Inputs.Number("--hazard-ratio", "N", "Per unit of the marker's logarithm", "标志物对数每增加一个单位的风险比");
        var median = Inputs.Number("--median", "TIME", "Median time to the event at the middle marker", "标志物居中者的中位事件时间");
        var spread = Inputs.OptionalNumber("--sd", "N", "Standard deviation of the marker's logarithm; else 1", "标志物对数的标准差；缺省 1");
        var accrual = Inputs.OptionalNumber("--accrual", "TIME", "How long participants enter; else 0", "入组期；缺省 0");
        var followUp = Inputs.OptionalNumber("--follow-up", "TIME", "From the last entry to the end; else no end", "末例入组后的随访期；缺省无终点");
        var dropout = Inputs.OptionalNumber("--dropout", "RATE", "Hazard of being lost; else 0", "失访率（风险）；缺省 0");
        var seed = Inputs.WholeNumber("--seed", "Of the whole simulation", "随机种子");
        var replicates = Inputs.OptionalWholeNumber("--replicates", $"Cohorts; else {UsualReplicates}", $"模拟队列数；缺省 {UsualReplicates}");
        var level = StatsInputs.Share("--alpha", "Level of the test", "检验水准", 0.05);
        var rows = Inputs.OptionalText("--out", "FILE.csv", "Write the first cohort there, marked SIMULATED", "将第一个队列写入该文件，并标明 SIMULATED");
        return StatsVerb.WithoutTable("simulate", "Cohorts drawn before there are data: power, bias and coverage of a Cox regression", "模拟队列：Cox 回归的把握度、偏倚与覆盖率",
            "medulla stats simulate --participants 86 --hazard-ratio 1.5 --median 18 --accrual 24 --follow-up 12 --seed 7",
            [participants, ratio, median, spread, accrual, followUp, dropout, seed, replicates, level, rows],
            call =>
            {
                if (call.Of(ratio) <= 0 || call.Of(median) <= 0)
                    throw new StatsQuestionException("Found a hazard ratio or median of 0 or less. Expected both above 0.");
                var description = new CohortDescription
                {
                    Participants = call.Of(participants),
                    Marker = new MarkerDistribution.LogNormal(0, call.Given(spread) ?? 1),
                    MarkerLogHazardRatio = Math.Log(call.Of(ratio)),
                    Hazard = BaselineHazard.ExponentialWithMedian(call.Of(median)),
                    Accrual = call.Given(accrual) ?? 0,
                    FollowUp = call.Given(followUp),
                    DropoutRate = call.Given(dropout) ?? 0,
                };
                var cohort = new CohortSimulation(description, (ulong)Math.Max(0, call.Of(seed)));
                if (call.Given(rows) is { } path)
                    File.WriteAllText(path, Csv(cohort), new UTF8Encoding(false));
                return Answer(cohort, (int)Math.Clamp(call.Given(replicates) ?? UsualReplicates, 2, 1_000_000),
                    call.Of(level), call.Of(seed));
            });
    }

    static StatsAnswer Answer(CohortSimulation cohort, int replicates, double level, int seed)
    {
        var description = cohort.Description;
        var events = 0.0;
        var result = TrialSimulation.Run(cohort, replicates, description.MarkerLogHazardRatio, columns =>
        {
            events += columns.HadEvent.Count(had => had);
            return Cox(columns);
        }, level);
        return new StatsAnswer(
            new($"{replicates} cohorts of {description.Participants}, seed {seed}; {StatsNumbers.Number(events / replicates)} events on average",
                $"{replicates} 个模拟队列，每个 {description.Participants} 人，种子 {seed}；平均 {StatsNumbers.Number(events / replicates)} 个事件"),
            [new StatsTable(
                [new("", ""), new("VALUE", "数值"), new("MONTE CARLO ERROR", "蒙特卡罗误差")],
                [
                    ["Power", StatsNumbers.Share(result.Power.Value), StatsNumbers.Share(result.Power.MonteCarloError)],
                    ["Bias (log HR)", StatsNumbers.Share(result.Bias.Value), StatsNumbers.Share(result.Bias.MonteCarloError)],
                    ["Coverage", StatsNumbers.Share(result.Coverage.Value), StatsNumbers.Share(result.Coverage.MonteCarloError)],
                    ["Empirical SE", StatsNumbers.Share(result.EmpiricalStandardError.Value), StatsNumbers.Share(result.EmpiricalStandardError.MonteCarloError)],
                    ["Mean SE", StatsNumbers.Share(result.MeanStandardError), StatsNumbers.None],
                ])],
            [new($"{result.Failed} of {replicates} cohorts could not be analysed.", $"{replicates} 个队列中 {result.Failed} 个无法分析。")],
            [CohortSimulation.Convention, TrialSimulation.Convention],
            new JsonObject
            {
                ["participants"] = description.Participants,
                ["seed"] = seed,
                ["truth"] = StatsJson.Of(description.MarkerLogHazardRatio),
                ["meanEvents"] = StatsJson.Of(events / replicates),
                ["trial"] = StatsJson.Of(result),
            })
        {
            Simulated = true,
        };
    }

    static TrialEstimate? Cox(CohortWorkspace columns)
    {
        try
        {
            var fit = CoxRegression.Fit(
                [.. columns.Time.Select((time, row) => new FollowUp(time, columns.HadEvent[row]))], [new Covariate("marker", columns.MarkerUnit)]);
            return TrialEstimate.Wald(fit.Coefficients[0].Estimate, fit.Coefficients[0].StandardError);
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }

    static string Csv(CohortSimulation cohort)
    {
        var text = new StringBuilder("simulated,participant,time,event,marker\n");
        foreach (var (place, one) in cohort.Generate().Index())
            text.Append(CultureInfo.InvariantCulture, $"SIMULATED,{place + 1},{one.Time},{(one.HadEvent ? 1 : 0)},{one.Marker}\n");
        return text.ToString();
    }
}

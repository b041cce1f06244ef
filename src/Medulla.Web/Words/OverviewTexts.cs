using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Web.Words;

public sealed class OverviewTexts(Language language)
{
    public string Title => language.Of("Study overview", "研究概览");
    public string Meta => language.Of("Each number opens its list.", "每个数字都可打开对应列表。");
    public string Screened => language.Of("Screened", "筛选");
    public string Consented => language.Of("Consented", "知情同意");
    public string Eligible => language.Of("Judged eligible", "判定合格");
    public string Enrolled => language.Of("Enrolled", "入组");
    public string MarrowCollected => language.Of("With specimens", "已采集标本");
    public string MarrowUnit => language.Of("participants", "名受试者");
    public string PlatesWaiting => language.Of("Plates waiting", "待审核检测板");
    public string PlatesAccepted => language.Of("Plates accepted", "已放行检测板");
    public string OpenQueries => language.Of("Open queries", "未关闭质疑");
    public string Responses => language.Of("Responses recorded", "已记录疗效");
    public string Deaths => language.Of("Deaths", "死亡");
    public string ScreenFailures(int count) => language.Of($"{count} screen failed", $"筛选失败 {count}");
    public string Target(int target) => language.Of($"target {target}", $"目标 {target}");

    public string Accrual => language.Of("Accrual", "入组进度");
    public string AccrualNone => language.Of("Nobody is enrolled yet.", "尚无受试者入组。");
    public string NoTarget => language.Of("The definition states no target.", "定义未写明目标人数。");

    public string Cohort => language.Of("Imported cohort", "导入的队列");
    public string CohortPeople(int count) => language.Of($"{count} people", $"{count} 人");
    public string CohortSource => language.Of("Source", "来源");
    public string CohortCitation => language.Of("Citation", "引用");
    public string CohortLicence => language.Of("Licence", "许可");

    public string State => language.Of("State of the study", "研究状态");
    public string DefinitionLabel => language.Of("Definition", "定义");
    public string DefinitionVersion(int version) => language.Of($"version {version}", $"第 {version} 版");
    public string NotPublished => language.Of("not published", "未发布");
    public string Plan => language.Of("Analysis plan", "分析计划");
    public string PlanNone => language.Of("not frozen", "未冻结");
    public string PlanFrozen(int version, long position) => language.Of(
        $"version {version}, frozen at entry {position}", $"第 {version} 版，于第 {position} 条冻结");
    public string PlanPostHoc(string why) => language.Of($"post hoc: {why}", $"事后制定：{why}");
    public string PlanInTime => language.Of("before anybody saw marker and outcome joined", "早于任何人看到标志物与结局的合并数据");
    public string Lock => language.Of("Database", "数据库");
    public string NotLocked => language.Of("open: data may change", "开放：数据可以更改");
    public string LockedOn(DateOnly day, long position) => language.Of(
        $"locked on {day:yyyy-MM-dd}, entry {position}", $"{day:yyyy-MM-dd} 锁库，第 {position} 条");
    public string Cutoff => language.Of("Data cut-off", "数据截止日");
    public string NotStated => language.Of("not stated", "未写明");
    public string Hash => language.Of("SHA-256 of the study's file", "研究文件的 SHA-256");

    public string SimulationTitle => language.Of("These data are simulated", "这些数据是模拟的");

    public string SimulationBody(Simulation simulation) => language.Of(
        $"No person of this study exists. A program with seed {simulation.Seed} made the participants and planted two effects for "
        + $"Medulla to find again: a hazard ratio of {Number(simulation.PlantedHazardRatio)} and an odds ratio of no response of "
        + $"{Number(simulation.PlantedOddsRatio)}, each per doubling of the marker. No number here is a result of the registered study.",
        $"本研究中的受试者均不存在，由程序以种子 {simulation.Seed} 生成，并预设两个效应供 Medulla 重新找出：标志物每加倍，"
        + $"风险比 {Number(simulation.PlantedHazardRatio)}，未缓解的比值比 {Number(simulation.PlantedOddsRatio)}。此处的数字都不是登记研究的结果。");

    public string RecordNote(string id) => language.Of(
        $"The registry record {id} reports no results; nothing on these pages stands for them.",
        $"登记记录 {id} 尚未公布结果；本系统的任何页面都不代表其结果。");

    public string OpenQuestions => language.Of("Open questions of the definition", "定义中的未决问题");
    public string OpenQuestionsCount(int count) => language.Of(
        $"{count} points are left open by the record; a documented default holds.", $"登记记录有 {count} 处未明确，暂用已记录的默认值。");
    public string See => language.Of("See them in the record", "在登记记录页查看");

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

using Medulla.Figures;

namespace Medulla.Web.Words;

public sealed class ReportTexts(Language language)
{
    public string Title => language.Of("Report", "报告");
    public string Meta => language.Of(
        "What must be done before results are reported, and the files that exist.", "报告结果前须完成的步骤，以及已有文件。");
    public string Steps => language.Of("Steps", "步骤");
    public string Done => language.Of("done", "已完成");
    public string Open => language.Of("open", "未完成");
    public string Freeze => language.Of("Freeze the analysis plan", "冻结分析计划");
    public string FreezeWhy => language.Of(
        "The plan is fixed before anybody sees marker and outcome joined; later it is post hoc and says so.",
        "在任何人看到标志物与结局的合并数据之前固定计划；此后冻结的计划会标明事后制定。");
    public string Lock => language.Of("Lock the database", "锁库");
    public string LockWhy => language.Of("Forms, specimens and results no longer change.", "表单、标本与结果不再更改。");
    public string Run => language.Of("Run the plan", "运行分析计划");
    public string RunWhy => language.Of(
        "Every number keeps its way back to participant, well and raw file.", "每个数字都可追溯到受试者、检测孔与原始文件。");
    public string OfRun => language.Of("Report of the run", "运行结果报告");
    public string OpenRun => language.Of("Read the report", "阅读报告");
    public string NotRun => language.Of("The plan has not been run.", "分析计划尚未运行。");
    public string NotRunRemedy => language.Of(
        "Freeze the plan, lock the database and run it; the report then stands here.", "冻结计划、锁库并运行后，报告显示于此。");
    public string Files => language.Of("Report files", "报告文件");
    public string FilesCaption => language.Of("Report files of the workspace", "工作区中的报告文件");
    public string FilesNone => language.Of("No report has been made yet.", "尚未生成报告。");
    public string FilesRemedy => language.Of("From the command line:", "在命令行运行：");
    public string File => language.Of("File", "文件");
    public string Size => language.Of("Size", "大小");
    public string Bytes(string count) => language.Of($"{count} bytes", $"{count} 字节");
    public string Written => language.Of("Written (UTC)", "生成时间（UTC）");
    public string NotResults(string id) => language.Of(
        $"Nothing reported here from simulated data is a result of the registered study {id}.",
        $"模拟数据得出的报告内容均不是登记研究 {id} 的结果。");
}

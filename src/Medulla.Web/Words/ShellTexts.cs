using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>What stands around every page.</summary>
public sealed class ShellTexts(Language language)
{
    public string Skip => language.Of("Skip to content", "跳到正文");
    public string Home => language.Of("Medulla, all studies", "Medulla，全部研究");
    public string Places => language.Of("Main", "主导航");
    public string Overview => language.Of("Overview", "概览");
    public string Record => language.Of("Record", "登记记录");
    public string Participants => language.Of("Participants", "受试者");
    public string Plates => language.Of("Plates", "检测板");
    public string Journal => language.Of("Journal", "日志");
    public string Report => language.Of("Report", "报告");
    public string OtherLanguage => language.Of("中文", "English");
    public string NotAuthenticated => language.Of("not authenticated", "未认证");
    public string Light => language.Of("Light", "浅色");
    public string Dark => language.Of("Dark", "深色");
    public string SystemTheme => language.Of("System", "跟随系统");
    public string Theme => language.Of("Colours", "配色");
    public string Breadcrumb => language.Of("Breadcrumb", "路径");
    public string Study => language.Of("Study", "研究");
    public string Studies => language.Of("Studies", "研究");
    public string AllStudies => language.Of("All studies", "全部研究");
    public string Definition(int version) => language.Of($"Definition {version}", $"定义第 {version} 版");
    public string NoDefinition => language.Of("No definition yet", "尚无定义");
    public string Locked => language.Of("Locked", "已锁库");

    public string Enrolled(int count, int? target) => target is { } planned
        ? language.Of($"{count} of {planned} enrolled", $"入组 {count}/{planned}")
        : language.Of($"{count} enrolled", $"入组 {count}");

    public string Simulated => language.Of("SIMULATED DATA", "模拟数据");

    public string SimulatedMeaning => language.Of(
        "Participants and results are invented by a program. The registry record is real.",
        "受试者与结果均由程序生成；登记记录是真实的。");

    public string Independent => language.Of(
        "Independent software. Not affiliated with the study, its hospital or ClinicalTrials.gov. "
        + "Research use; not a medical device; supports, does not confer, regulatory compliance.",
        "独立软件，与本研究、研究医院及 ClinicalTrials.gov 均无隶属关系。仅供科研使用，不是医疗器械；有助于合规，但不等于合规。");

    public string Position(long position) => language.Of($"Journal position {position}", $"日志第 {position} 条");

    public string UtcTimes => language.Of("Times in UTC", "时间为 UTC");

    public string FailureTitle => language.Of("The page could not be shown", "页面无法显示");

    public string FailureMeaning => language.Of(
        "The program failed while it made this page. What was recorded before is not changed. "
        + "The server's log says what happened.",
        "生成页面时程序出错。此前记录的内容没有改变，原因见服务器日志。");

    public string NotFoundTitle => language.Of("Nothing here", "没有此页");

    public string NotFoundMeaning => language.Of(
        "No page, study, participant or plate has this address. It may have been typed wrongly.",
        "没有页面、研究、受试者或检测板使用这个地址，可能是地址有误。");

    public string NotSentTitle => language.Of("The form was not accepted", "表单未被接受");

    public string NotSentMeaning => language.Of(
        "The form came from another site, or the server was restarted since it was opened. Nothing was recorded. "
        + "Go back, load the page again and enter the values once more.",
        "表单来自其他网站，或打开后服务器重新启动过。没有记录任何内容。返回并重新载入页面后再填写。");

    public string NoStudies => language.Of("No study in this workspace yet", "工作区内还没有研究");

    public string NoStudiesRemedy => language.Of(
        "A study appears here once it has been opened and its file published from the command line:",
        "在命令行新建研究并发布其文件后，研究会出现在这里：");

    public string EntriesCount(long count) => language.Of($"{count} entries", $"{count} 条记录");
    public string StudiesCaption => language.Of("Studies of this workspace", "本工作区的研究");
    public string Key => language.Of("Key", "代号");
    public string Title => language.Of("Title", "标题");
    public string Data => language.Of("Data", "数据");
    public string DataOf(string figure) => language.Of($"Data: {figure}", $"数据：{figure}");
    public string RealData => language.Of("Real participants", "真实受试者");
}

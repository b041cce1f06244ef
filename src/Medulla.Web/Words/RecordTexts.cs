using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>The page of the registry record; the words of its sections stand in <see cref="RecordTerms"/>.</summary>
public sealed class RecordTexts(Language language)
{
    public RecordTerms Terms { get; } = new(language);

    public string Title => language.Of("Record", "登记记录");
    public string None => language.Of("No registry record", "没有登记记录");
    public string NoneRemedy => language.Of(
        "The study's definition was published without one. Publish it together with the record's JSON to see it here.",
        "研究定义发布时未附登记记录。与记录的 JSON 一同发布后可在此查看。");
    public string Unreadable => language.Of("The record cannot be read", "登记记录无法读取");
    public string Source => language.Of("ClinicalTrials.gov", "ClinicalTrials.gov");
    public string LastUpdated(string day) => language.Of($"last updated {day}", $"最后更新 {day}");
    public string AtRegistry => language.Of("See the record at the registry", "在登记平台查看");
    public string Index => language.Of("Sections of the record", "登记记录的各部分");
    public string NotStated => language.Of("Not stated in the record", "登记记录未写明");
    public string Original => language.Of("The record's own words.", "登记记录为英文，此处为原文。");

    public string ResultsPending => language.Of("Results pending", "结果待公布");
    public string ResultsSubmitted => language.Of("Results submitted, in review at the registry", "结果已提交，登记平台审核中");
    public string ResultsPosted => language.Of("Results posted", "结果已公布");

    public string ResultsNone(string? day) => day is null
        ? language.Of("No results are posted in the registry.", "登记平台尚未公布结果。")
        : language.Of($"No results were posted in the registry as of {day}.", $"截至 {day}，登记平台尚未公布结果。");

    public string ResultsElsewhere => language.Of(
        "The registry has results; this copy of the record does not hold them.", "登记平台已有结果，本地记录未包含。");

    public string ResultsOurs => language.Of(
        "Nothing computed in Medulla stands here: a result belongs on this page only once the study has posted it.",
        "Medulla 的计算结果不在此显示：只有研究方公布的结果才属于此处。");

    public string Number => language.Of("No.", "编号");
    public string AsJudged => language.Of("As this study judges it", "本研究的判定方法");
    public string OriginalWords => language.Of("Record", "原文");
    public string TranslationNote => language.Of("", "中文为译文，以英文原文为准。");
    public string Telephone => language.Of(
        "Telephone numbers and e-mail addresses are not kept here; the registry has them.", "此处不保存电话和电子邮件，可在登记平台查阅。");
    public string Related => language.Of("No registry has been imported into this workspace.", "本工作区尚未导入登记平台数据。");
    public string RelatedHow => language.Of(
        "With a local copy of the registry, trials of like content are ranked here, each with its reasons.",
        "导入登记平台的本地副本后，此处按内容列出相关研究，并逐条说明理由。");

    public string OpenQuestions => language.Of("What the record leaves open", "登记记录未明确之处");
    public string OpenQuestionsWhy => language.Of(
        "The definition needs an answer to each. Until the investigators decide, the default holds and is named as such.",
        "定义需要对每一点作出回答。研究者决定之前，暂用默认值并如实标明。");
    public string Question => language.Of("Question", "问题");
    public string Default => language.Of("Default that holds", "暂用默认值");
    public string About => language.Of("Part of the file", "文件位置");
}

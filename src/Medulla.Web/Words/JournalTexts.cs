using Medulla.Figures;

namespace Medulla.Web.Words;

public sealed class JournalTexts(Language language)
{
    public string Title => language.Of("Journal", "日志");
    public string Meta(long count) => language.Of(
        $"{count} entries, newest first. Entries are added and never change; each seal covers all before it.",
        $"共 {count} 条，最新在前。记录只增不改；每个封印覆盖此前全部记录。");
    public string Caption => language.Of("Entries of the journal", "日志记录");
    public string Position => language.Of("Entry", "记录");
    public string RecordedAt => language.Of("Recorded (UTC)", "记录时间（UTC）");
    public string Actor => language.Of("Who", "操作者");
    public string About => language.Of("About", "对象");
    public string What => language.Of("What", "内容");
    public string SealOf => language.Of("Seal", "封印");
    public string Filter => language.Of("Filter", "筛选条件");
    public string Participant => language.Of("Participant", "受试者");
    public string ParticipantHint => language.Of("number; empty for all", "编号；留空为全部");
    public string Kind => language.Of("Kind", "类型");
    public string AllKinds => language.Of("All kinds", "全部类型");
    public string Show => language.Of("Show", "显示");
    public string Newer => language.Of("Newer", "较新");
    public string Older => language.Of("Older", "较早");
    public string Pages => language.Of("Pages of the journal", "日志翻页");
    public string Found(int count) => language.Of(count == 1 ? "1 entry fits" : $"{count} entries fit", $"符合条件 {count} 条");
    public string Shown(long first, long last) => language.Of($"entries {last} down to {first}", $"第 {last}～{first} 条");
    public string Nothing => language.Of("No entry fits.", "没有符合条件的记录。");
    public string Head => language.Of("Seal of the last entry", "最后一条记录的封印");
    public string HeadMeaning => language.Of(
        "Whoever keeps this line on paper can find any later change to what stands before it: medulla journal verify.",
        "将此行抄录在纸上，即可查出此前内容的任何改动：medulla journal verify。");
    public string NotAuthenticated => language.Of("not authenticated", "未认证");
}

using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>What each kind of fact is called, and the sentences the journal page makes of them.</summary>
public sealed class FactTexts(Language language)
{
    /// <summary>The kind of fact in words; the stored name itself for one that is not known here.</summary>
    public string Kind(string factName) => factName switch
    {
        "StudyOpened" => language.Of("Study opened", "新建研究"),
        "DefinitionPublished" => language.Of("Definition published", "发布定义"),
        "PlanFrozen" => language.Of("Plan frozen", "冻结分析计划"),
        "ParticipantScreened" => language.Of("Participant screened", "筛选登记"),
        "ConsentSigned" => language.Of("Consent signed", "签署知情同意"),
        "CriteriaAnswered" => language.Of("Criteria answered", "回答入排标准"),
        "EligibilityJudged" => language.Of("Eligibility judged", "判定资格"),
        "ParticipantEnrolled" => language.Of("Participant enrolled", "入组"),
        "ParticipantWithdrawn" => language.Of("Participant withdrawn", "退出"),
        "VisitOpened" => language.Of("Visit opened", "开始访视"),
        "FormSaved" => language.Of("Form saved", "保存表单"),
        "QueryRaised" => language.Of("Query raised", "提出质疑"),
        "QueryClosed" => language.Of("Query closed", "关闭质疑"),
        "SpecimenCollected" => language.Of("Specimen collected", "采集标本"),
        "SpecimenProcessed" => language.Of("Specimen centrifuged", "标本离心"),
        "AliquotsMade" => language.Of("Aliquots made", "分装"),
        "PlateImported" => language.Of("Plate imported", "导入检测板"),
        "PlateAccepted" => language.Of("Plate accepted", "放行检测板"),
        "PlateRejected" => language.Of("Plate rejected", "拒绝检测板"),
        "CohortImported" => language.Of("Cohort imported", "导入队列"),
        "JoinedDataSeen" => language.Of("Joined data seen", "查看合并数据"),
        "PlanWasRun" => language.Of("Plan run", "运行分析计划"),
        "DatabaseLocked" => language.Of("Database locked", "锁库"),
        _ => factName,
    };

    public string Opened(bool simulated) => simulated
        ? language.Of("Study opened, with simulated participants.", "新建研究，受试者为模拟数据。")
        : language.Of("Study opened.", "新建研究。");

    public string Published(int version, string hash) => language.Of(
        $"Definition version {version} published (SHA-256 {hash}…).", $"发布定义第 {version} 版（SHA-256 {hash}…）。");

    public string Frozen(int version, string hash, string? postHoc) => language.Of(
        $"Analysis plan version {version} frozen (SHA-256 {hash}…){(postHoc is null ? "" : "; post hoc: " + postHoc)}.",
        $"冻结分析计划第 {version} 版（SHA-256 {hash}…）{(postHoc is null ? "" : "；事后制定：" + postHoc)}。");

    public string Screened(string on, string age, string sex) => language.Of(
        $"Screened on {on}: {sex}, {age}.", $"{on} 筛选：{sex}，{age}。");

    public string Consented(string form, string on, string signers, string scopes) => language.Of(
        $"{form} signed on {on} by: {signers}. Agreed to: {scopes}.", $"{on} 签署 {form}，签署人：{signers}。同意范围：{scopes}。");

    public string Answered(string answers) => language.Of($"Criteria answered: {answers}.", $"回答入排标准：{answers}。");

    public string Judged(string verdict, string on, string reasons) => language.Of(
        $"Judged {verdict} on {on}{(reasons == "" ? "" : ": " + reasons)}.",
        $"{on} 判定为{verdict}{(reasons == "" ? "" : "：" + reasons)}。");

    public string AgainstAndMissing(string against, string missing) => string.Join(language.Of("; ", "；"),
        new[]
        {
            against == "" ? "" : language.Of($"against: {against}", $"不符合：{against}"),
            missing == "" ? "" : language.Of($"not known: {missing}", $"未知：{missing}"),
        }.Where(part => part != ""));

    public string Enrolled(string number, string on) => language.Of($"Enrolled as {number} on {on}.", $"{on} 入组，编号 {number}。");

    public string Withdrawn(string on, string reason) => language.Of($"Withdrew on {on}: {reason}", $"{on} 退出：{reason}");

    public string VisitOpened(string visit, string on) => language.Of(
        $"Visit {visit} took place on {on}.", $"{on} 进行访视：{visit}。");

    public string Saved(string form, string visit, string values) => language.Of(
        $"{form}, {visit}: {values}.", $"{visit} · {form}：{values}。");

    public string Because(string reason) => language.Of($" Reason: {reason}", $"原因：{reason}");

    public string Removed => language.Of("value removed", "删除数值");

    public string Queried(string item, string value, string visit) => language.Of(
        $"Query on {item}, {visit}: {value} lies outside the plausible range.", $"质疑 {visit} · {item}：{value} 超出合理范围。");

    public string QueryClosed(string item, string visit) => language.Of(
        $"Query on {item}, {visit}, closed: the value now passes its check.", $"关闭质疑 {visit} · {item}：数值已通过核查。");

    public string Collected(string specimen, string kind, string visit, string at, string volume) => language.Of(
        $"{specimen}: {kind}, {visit}, collected {at}, {volume} mL.", $"{specimen}：{visit} 采集{kind}，{at}，{volume} mL。");

    public string Spun(string specimen, string at, int force, int minutes, int celsius) => language.Of(
        $"{specimen} centrifuged {at}: {force} g, {minutes} min, {celsius} °C.",
        $"{specimen} 于 {at} 离心：{force} g，{minutes} 分钟，{celsius} °C。");

    public string Divided(string specimen, int count, string volume, string at, string place) => language.Of(
        $"{specimen} divided into {count} × {volume} mL, frozen {at}{(place == "" ? "" : ", " + place)}.",
        $"{specimen} 分装为 {count} × {volume} mL，{at} 冻存{(place == "" ? "" : "，" + place)}。");

    public string PlateImported(string plate, string file, int aliquots, string hash) => language.Of(
        $"{plate} imported from {file} (SHA-256 {hash}…), {aliquots} aliquots.",
        $"从 {file} 导入 {plate}（SHA-256 {hash}…），{aliquots} 份分装样本。");

    public string PlateAccepted(string plate, int results, bool passed, string? reason) => language.Of(
        $"{plate} accepted with {results} results; the run {(passed ? "met" : "did not meet")} the rules."
        + (reason is null ? "" : " Reason: " + reason),
        $"放行 {plate}，{results} 个结果；检测{(passed ? "符合" : "不符合")}规则。{(reason is null ? "" : "原因：" + reason)}");

    public string PlateRejected(string plate, string reason) => language.Of(
        $"{plate} rejected: {reason}", $"拒绝 {plate}：{reason}");

    public string CohortImported(string file, int people, string hash) => language.Of(
        $"Cohort of {people} people imported from {file} (SHA-256 {hash}…).", $"从 {file} 导入 {people} 人的队列（SHA-256 {hash}…）。");

    public string JoinedSeen(string through) => language.Of(
        $"Marker and outcome were shown joined: {through}.", $"标志物与结局的合并数据被查看：{through}。");

    public string PlanRun(long position, string hash, string? postHoc) => language.Of(
        $"Plan run on the data of entry {position} (results {hash}…){(postHoc is null ? "" : "; post hoc: " + postHoc)}.",
        $"对第 {position} 条的数据运行分析计划（结果 {hash}…）{(postHoc is null ? "" : "；事后制定：" + postHoc)}。");

    public string LockedOn(string on, string reason) => language.Of($"Database locked on {on}: {reason}", $"{on} 锁库：{reason}");
}

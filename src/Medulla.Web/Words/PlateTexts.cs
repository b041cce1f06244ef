using Medulla.Figures;

namespace Medulla.Web.Words;

public sealed class PlateTexts(Language language)
{
    public string Title => language.Of("Plates", "检测板");
    public string Meta => language.Of("One row a plate. The rules advise; a person decides.", "每行一块检测板。规则给出意见，由人决定。");
    public string Caption => language.Of("Plates with verdict and decision", "检测板、判定与处理");
    public string None => language.Of("No plate has been imported yet", "尚未导入检测板");
    public string NoneRemedy => language.Of(
        "A reader's file and its layout are imported from the command line:", "在命令行导入读板文件及布局：");
    public string Plate => language.Of("Plate", "检测板");
    public string Named(string id) => language.Of($"Plate {id}", $"检测板 {id}");
    public string Assay => language.Of("Assay", "检测项目");
    public string RawFile => language.Of("Raw file", "原始文件");
    public string PlateInFile(int number) => language.Of($"plate {number} of the file", $"文件中第 {number} 块板");
    public string Layout => language.Of("Layout", "布局");
    public string LayoutInFile => language.Of("in the raw file itself", "在原始文件中");
    public string Verdict => language.Of("Run", "判定");
    public string Passed => language.Of("meets the rules", "符合规则");
    public string Failed => language.Of("does not meet the rules", "不符合规则");
    public string State => language.Of("Decision", "处理");
    public string Aliquots => language.Of("Aliquots", "分装样本");
    public string Imported => language.Of("Imported", "导入");
    public string Entry(long position) => language.Of($"entry {position}", $"第 {position} 条");

    public string VerdictPassed => language.Of("The run meets the rules", "本次检测符合规则");
    public string VerdictFailed => language.Of("The run does not meet the rules", "本次检测不符合规则");
    public string YouDecide => language.Of("You decide.", "由您决定。");
    public string Decided(string state, long position) => language.Of(
        $"Decision: {state}, entry {position}.", $"处理：{state}，第 {position} 条。");
    public string RejectedBecause(string reason) => language.Of($"Rejected: {reason}", $"拒绝原因：{reason}");
    public string AcceptedBecause(string reason) => language.Of($"Reason for accepting: {reason}", $"放行原因：{reason}");
    public string Checks => language.Of("Rules", "规则");
    public string RulesVersion => language.Of("limits:", "限值：");
    public string RulePassed => language.Of("met", "符合");
    public string RuleFails => language.Of("not met", "不符合");
    public string RuleRepeat => language.Of("repeat aliquots", "重测分装样本");
    public string RuleNotJudged => language.Of("not judged", "未判定");

    public string Calibration => language.Of("Calibration", "校准");
    public string Curve(string a, string b, string c, string d) => language.Of(
        $"Four-parameter logistic on level means: a {a}, b {b}, c {c}, d {d}.", $"以各水平均值拟合四参数逻辑曲线：a {a}，b {b}，c {c}，d {d}。");
    public string NoCurve => language.Of("The calibrators determine no curve.", "校准品无法确定曲线。");
    public string CalibratorsCaption => language.Of("Calibrator levels", "校准品各水平");
    public string Nominal(string unit) => language.Of($"Nominal, {unit}", $"标示值（{unit}）");
    public string MeanSignal => language.Of("Mean OD", "平均 OD");
    public string Found(string unit) => language.Of($"Found, {unit}", $"回算值（{unit}）");
    public string Deviation => language.Of("Deviation, %", "偏差（%）");
    public string Limit => language.Of("Limit, %", "限值（%）");

    public string Map => language.Of("Plate map", "板图");

    public string Results => language.Of("Results", "结果");
    public string ResultsCaption => language.Of("Results by aliquot", "各分装样本结果");
    public string Participant => language.Of("Participant", "受试者");
    public string Aliquot => language.Of("Aliquot", "分装样本");
    public string Wells => language.Of("Wells", "孔");
    public string Concentration(string analyte, string unit) => language.Of($"{analyte}, {unit}", $"{analyte}（{unit}）");
    public string Interval => language.Of("95 % interval", "95 % 区间");
    public string Cv => language.Of("CV, %", "CV（%）");
    public string Flag => language.Of("Range", "范围");
    public string InRange => language.Of("in range", "范围内");
    public string NoAliquots => language.Of("No aliquot of a participant stands on this plate.", "此板没有受试者的分装样本。");

    public string Decide => language.Of("Accept or reject", "放行或拒绝");
    public string Meaning(string plate, int results) => language.Of(
        $"I looked at plate {plate} and decide on its {results} results.", $"我已查看检测板 {plate}，对其 {results} 个结果作出决定。");
    public string Reason => language.Of("Reason", "原因");
    public string ReasonHint => language.Of(
        "needed to reject, and to accept a run that does not meet the rules", "拒绝时必填；放行不符合规则的检测时也必填");
    public string Accept => language.Of("Accept plate", "放行检测板");
    public string Reject => language.Of("Reject plate", "拒绝检测板");
    public string Stored => language.Of(
        "Stored with the decision: the curve, the results and the software version shown here. Not a signature: nobody has signed in.",
        "随决定保存：此处显示的曲线、结果和软件版本。这不是签名：尚无人登录。");

    public string FlagOf(string flag) => flag switch
    {
        "InRange" => InRange,
        "BelowLowestCalibrator" => language.Of("below lowest calibrator", "低于最低校准品"),
        "AboveHighestCalibrator" => language.Of("above highest calibrator", "高于最高校准品"),
        "BelowLowerAsymptote" => language.Of("below the curve", "低于曲线下限"),
        "AboveUpperAsymptote" => language.Of("above the curve", "高于曲线上限"),
        "Saturated" => language.Of("saturated", "超量程"),
        "Masked" => language.Of("masked", "已屏蔽"),
        "NoReading" => language.Of("no reading", "无读数"),
        "NoCurve" => language.Of("no curve", "无曲线"),
        _ => flag,
    };
}

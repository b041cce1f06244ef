using System.Globalization;
using Medulla.Assays.Calibration;
using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>What a run made of each rule: the assay library's own words in English, the same numbers in Chinese.</summary>
public static class RuleTexts
{
    public static Bilingual Of(RuleOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new Bilingual(outcome.Message, Chinese(outcome) ?? outcome.Message);
    }

    public static Bilingual Name(string rule) => rule switch
    {
        "curve-identifiable" => new("Calibration curve", "校准曲线"),
        "calibrator-recovery" => new("Calibrators", "校准品"),
        "quality-control-recovery" => new("Quality controls", "质控品"),
        "quality-control-per-level" => new("Quality controls by level", "各水平质控品"),
        "replicate-cv" => new("Replicates of aliquots", "分装样本复孔"),
        _ => Bilingual.Same(rule),
    };

    static string? Chinese(RuleOutcome outcome) => outcome.Rule switch
    {
        "curve-identifiable" => outcome.Result == RuleResult.Passed
            ? $"校准品可以确定曲线：{Number(outcome, "points")} 个点，自由度 {Number(outcome, "degrees-of-freedom")}。"
            : "校准品无法确定曲线。",
        "calibrator-recovery" =>
            $"{Number(outcome, "levels")} 个校准品水平中有 {Number(outcome, "passing")} 个偏差在 ±{Number(outcome, "limit-percent")} % 以内（两端 ±{Number(outcome, "end-limit-percent")} %）。"
            + $"要求至少 {Percent(outcome, "least-fraction")} % 且不少于 {Number(outcome, "least-levels")} 个水平。",
        "quality-control-recovery" => outcome.Numbers.GetValueOrDefault("wells") == 0
            ? "没有已知浓度的质控品，至少需要一个水平。"
            : $"{Number(outcome, "wells")} 个质控孔中有 {Number(outcome, "passing")} 个偏差在 ±{Number(outcome, "limit-percent")} % 以内，要求至少 {Percent(outcome, "least-fraction")} %。",
        "quality-control-per-level" => outcome.Numbers.GetValueOrDefault("levels") == 0
            ? "没有可判定的质控水平。"
            : $"{Number(outcome, "levels")} 个质控水平中有 {Number(outcome, "failing")} 个不足 {Percent(outcome, "least-fraction")} % 合格。",
        "replicate-cv" => outcome.Result == RuleResult.NotJudged
            ? "没有分装样本具有两个浓度。"
            : $"{Number(outcome, "aliquots")} 份分装样本中有 {Number(outcome, "above-limit")} 份复孔 CV 超过 {Number(outcome, "limit-percent")} %。",
        _ => null,
    };

    static string Percent(RuleOutcome outcome, string name) =>
        (100 * outcome.Numbers.GetValueOrDefault(name)).ToString("0.#", CultureInfo.InvariantCulture);

    static string Number(RuleOutcome outcome, string name) =>
        outcome.Numbers.TryGetValue(name, out var number) ? number.ToString("0.#", CultureInfo.InvariantCulture) : "–";
}

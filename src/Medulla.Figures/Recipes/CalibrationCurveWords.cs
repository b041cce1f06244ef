namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the calibration curve in one language.</summary>
sealed record CalibrationCurveWords
{
    static readonly CalibrationCurveWords English = new()
    {
        LogScale = " (log scale)", Comma = ", ", Stop = ".", Calibrator = "calibrator well", Masked = "masked well",
        Aliquot = "aliquot (open: outside the limits)", Band = ", 95% band of the mean",
        RelativeError = "Relative error of back-calculated level, %", Parameter = "Parameter", Estimate = "estimate (SE)",
        Level = "Level", Recovery = "recovery, %", Variation = "CV, %", Concentration = "Concentration",
        Described = "{0}: {1} calibrator wells, {2} masked; {3} aliquots, {4} of them outside the limits of quantification.",
    };

    static readonly CalibrationCurveWords Chinese = new()
    {
        LogScale = "（对数刻度）", Comma = "，", Stop = "。", Calibrator = "校准品孔", Masked = "屏蔽孔",
        Aliquot = "分装样本（空心：超出定量限）", Band = "，均值的 95% 区间带",
        RelativeError = "回算浓度的相对误差，%", Parameter = "参数", Estimate = "估计值 (SE)",
        Level = "水平", Recovery = "回收率，%", Variation = "CV，%", Concentration = "浓度",
        Described = "{0}：校准品孔 {1} 个，其中屏蔽 {2} 个；分装样本 {3} 份，其中 {4} 份超出定量限。",
    };

    public required string LogScale { get; init; }
    public required string Comma { get; init; }
    public required string Stop { get; init; }
    public required string Calibrator { get; init; }
    public required string Masked { get; init; }
    public required string Aliquot { get; init; }
    public required string Band { get; init; }
    public required string RelativeError { get; init; }
    public required string Parameter { get; init; }
    public required string Estimate { get; init; }
    public required string Level { get; init; }
    public required string Recovery { get; init; }
    public required string Variation { get; init; }
    public required string Concentration { get; init; }
    public required string Described { get; init; }

    public static CalibrationCurveWords In(Language language) => language == Language.Chinese ? Chinese : English;
}

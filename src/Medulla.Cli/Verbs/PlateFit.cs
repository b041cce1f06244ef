using Medulla.Assays;
using Medulla.Assays.Calibration;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Statistics.DoseResponse;
using Medulla.Study.Reporting;

namespace Medulla.Cli.Verbs;

/// <summary>Prints one calibrated plate: curve, calibrators, concentrations, verdict.</summary>
static class PlateFit
{
    public static void Print(PlateFiles files, LaidOutPlate plate, CalibrationMethod method, Printer printer)
    {
        var result = PlateResult.Of(plate.Content, plate.Layout, method, new AcceptanceRules());
        printer.Say(new($"Plate {plate.Number} {result.Plate}", $"第 {plate.Number} 块板 {result.Plate}"));
        PrintCurve(result.Curve, printer);
        PrintWells(plate, result, printer);
        PrintVerdict(result.Verdict, printer);
        if (files.LayoutSource is null)
            PrintComparison(files, plate, method, printer);
    }

    public static void PrintCurve(CalibrationCurve curve, Printer printer)
    {
        switch (curve.Fit)
        {
            case FourParameterLogisticFit.Identified fit:
                printer.Line(
                    $"  y = d + (a - d) / (1 + (x / c)^b): a={PlainText.Number(fit.Curve.A)} b={PlainText.Number(fit.Curve.B)} "
                    + $"c={PlainText.Number(fit.Curve.C)} d={PlainText.Number(fit.Curve.D)}, "
                    + $"SSR={PlainText.Number(fit.ResidualSumOfSquares)}");
                break;
            case FourParameterLogisticFit.NotIdentifiable no:
                printer.Say(new($"  No curve: {no.Message}", $"  无法确定曲线：{no.Message}"));
                break;
        }
        printer.Table(
            [new("CALIBRATOR", "校准品"), new("WELLS", "孔数"), new("MEAN", "平均响应"), new("FOUND", "回算浓度"),
                new("RECOVERY %", "回收率%")],
            curve.Levels.Select(level => new[]
            {
                PlainText.Exact(level.NominalConcentration), PlainText.Whole(level.WellCount),
                PlainText.Number(level.MeanResponse),
                PlainText.Number(level.MeanBackCalculated), PlainText.Number(level.RecoveryPercent),
            }));
    }

    static void PrintWells(LaidOutPlate plate, PlateResult result, Printer printer)
    {
        var printed = plate.Content.GroupWells
            .DistinctBy(well => well.Well)
            .ToDictionary(well => well.Well, well => PlainText.Exact(well.PrintedConcentration) + (well.PrintedFlag ?? ""));
        printer.Table(
            [
                new("WELL", "孔"), new("WHAT", "内容"), new("RESPONSE", "响应"), new("CONCENTRATION", "浓度"), new("PRINTED", "文件所印"),
                new("FLAG", "标记"),
            ],
            result.Wells.Where(well => well.Role is WellRole.Unknown or WellRole.QualityControl).Select(well => new[]
            {
                well.Well.ToString(), well.Layout.Aliquot ?? well.Layout.Level ?? "", PlainText.Number(well.Response),
                PlainText.Number(well.ConcentrationInWell), printed.GetValueOrDefault(well.Well, ""), FlagOf(well.Flag),
            }));
    }

    public static void PrintVerdict(RunVerdict verdict, Printer printer)
    {
        printer.Say(verdict.Passed
            ? new($"  Run PASSES the rules {verdict.Rules.Version}", $"  检测通过验收规则（{verdict.Rules.Version}）")
            : new($"  Run FAILS the rules {verdict.Rules.Version}", $"  检测未通过验收规则（{verdict.Rules.Version}）"));
        foreach (var outcome in verdict.Outcomes)
            printer.Line($"  {Of(outcome.Result).In(printer.Language)} {outcome.Rule}: {outcome.Message}");
    }

    static void PrintComparison(PlateFiles files, LaidOutPlate plate, CalibrationMethod method, Printer printer)
    {
        if (PlateComparison.Of(files.Content, method)
            .FirstOrDefault(known => known.Plate == plate.Number) is not { } comparison)
            return;
        printer.Say(new(
            $"  Printed concentrations: {comparison.PrintedCount}, compared {comparison.ComparedCount}, worst difference "
            + $"{PlainText.Number(comparison.WorstDifference)} in {comparison.WorstWell}",
            $"  文件所印浓度 {comparison.PrintedCount} 个，对照 {comparison.ComparedCount} 个，最大差值 "
            + $"{PlainText.Number(comparison.WorstDifference)}（孔 {comparison.WorstWell}）"));
        if (!comparison.OutOfRangePrinted.IsEmpty || !comparison.OutsideAsymptotes.IsEmpty)
            printer.Say(new(
                $"  Printed as out of range: {Wells(comparison.OutOfRangePrinted)}; outside the asymptotes here: "
                + $"{Wells(comparison.OutsideAsymptotes)}",
                $"  文件标为超出范围：{Wells(comparison.OutOfRangePrinted)}；此处位于渐近线之外：{Wells(comparison.OutsideAsymptotes)}"));
    }

    public static string FlagOf(WellFlag flag) => flag == WellFlag.InRange ? "" : flag.ToString();

    static string Wells(IEnumerable<Well> wells) => string.Join(' ', wells) is { Length: > 0 } text ? text : "-";

    static Bilingual Of(RuleResult result) => result switch
    {
        RuleResult.Passed => new("passed", "通过"),
        RuleResult.RunFails => new("RUN FAILS", "不通过"),
        RuleResult.AliquotsRepeat => new("REPEAT ALIQUOTS", "需复测"),
        _ => new("not judged", "未判定"),
    };
}

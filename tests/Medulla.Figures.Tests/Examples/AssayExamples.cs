using System.Collections.Immutable;
using Medulla.Figures.Recipes;

namespace Medulla.Figures.Tests.Examples;

/// <summary>A leptin plate and its calibration; every reading is simulated.</summary>
static class AssayExamples
{
    static readonly double[] Levels = [0, 46.9, 93.8, 187.5, 375, 750, 1500, 3000];

    public static double Fitted(double concentration) =>
        3.31 + (0.021 - 3.31) / (1 + Math.Pow(concentration / 1913, 1.185));

    public static CalibrationCurveInput Calibration()
    {
        var draws = new SimulatedDraws(31);
        return new()
        {
            Key = "calibration-curve",
            Title = new("Calibration of plate 3", "检测板 3 的校准曲线"),
            Signal = new("OD 450 − 570 nm", "OD 450 − 570 nm"),
            Analyte = new("Leptin", "瘦素"),
            Unit = "pg/mL",
            Model = new("4PL, weights 1/y²", "四参数，权重 1/y²"),
            Wells =
            [
                .. Levels.SelectMany(level => Enumerable.Range(0, 3).Select(replicate =>
                {
                    var factor = 1 + 0.07 * draws.Normal();
                    var label = FormattableString.Invariant($"Calibrator {level:0.0}, replicate {replicate + 1}");
                    return new CalibratorWell(level, Fitted(level) * factor, Masked: level == 93.8 && replicate == 2,
                        level == 0 ? null : 100 * (factor - 1) * 1.1, new Mark(label, "/plates/3"));
                })),
            ],
            Curve =
            [
                .. Enumerable.Range(0, 81).Select(step => 20 * Math.Pow(250, step / 80.0)).Select(concentration =>
                    new FittedPoint(concentration, Fitted(concentration), Fitted(concentration) * 0.95,
                        Fitted(concentration) * 1.05)),
            ],
            SignalAtZero = 0.021,
            Aliquots = [.. Enumerable.Range(0, 24).Select(place => Aliquot(place, Math.Exp(5 + 0.9 * draws.Normal())))],
            LowerLimit = 46.9,
            UpperLimit = 3000,
            Parameters =
            [
                new(new("lower asymptote a", "下渐近线 a"), 0.0209, 0.0010), new(new("slope b", "斜率 b"), 1.185, 0.038),
                new(new("midpoint c, pg/mL", "中点 c，pg/mL"), 1913, 341), new(new("upper asymptote d", "上渐近线 d"), 3.31, 0.39),
            ],
            Levels = [.. Levels.Skip(1).Select((level, place) => new CalibratorLevel(level, 95 + 2 * place, 5.9 + place))],
            Simulated = true,
        };
    }

    static MeasuredAliquot Aliquot(int place, double concentration) => new(
        concentration, Fitted(concentration), concentration is > 46.9 and < 3000,
        new Mark(FormattableString.Invariant($"Aliquot {place}: {concentration:0.0} pg/mL"), $"/aliquots/{place}"));

    public static PlateInput Plate()
    {
        var draws = new SimulatedDraws(32);
        var wells = ImmutableArray.CreateBuilder<PlateWell>();
        for (var row = 0; row < 8; row++)
            for (var column = 0; column < 12; column++)
            {
                var isCalibrator = column < 3;
                var value = isCalibrator ? Fitted(Levels[7 - row])
                    : row is 0 or 7 ? (double?)null
                    : Fitted(Math.Exp(5 + 0.9 * draws.Normal()));
                var state = (row, column) switch
                {
                    (2, 5) => WellState.Overflow,
                    (6, 2) or (4, 8) => WellState.Masked,
                    _ => value is null ? WellState.Empty : WellState.Read,
                };
                var label = value is null ? "" : isCalibrator ? "S" : column == 11 ? "C" : "U";
                var position = FormattableString.Invariant($"{(char)('A' + row)}{column + 1}");
                wells.Add(new(row, column, label, state == WellState.Overflow ? null : value, state,
                    new Mark(position, $"/plates/3/{position}")));
            }
        return new()
        {
            Key = "plate",
            Title = new("Plate 3", "检测板 3"),
            ValueName = Bilingual.Same("OD 450 − 570 nm"),
            LabelKey = new("S calibrator, U aliquot, C quality control", "S 校准品，U 分装样本，C 质控品"),
            Wells = wells.ToImmutable(),
            Simulated = true,
        };
    }

    public static AccrualInput Accrual()
    {
        var draws = new SimulatedDraws(33);
        var (day, enrolments) = (new DateOnly(2025, 8, 4), ImmutableArray.CreateBuilder<Enrolment>());
        for (var person = 1; person <= 39; person++)
        {
            day = day.AddDays((int)draws.Exponential(6));
            enrolments.Add(new(day, new Mark(FormattableString.Invariant($"MED-{person:000} enrolled on {day:yyyy-MM-dd}"),
                $"/participants/MED-{person:000}")));
        }
        return new()
        {
            Key = "accrual",
            Title = new("Enrolment", "入组进度"),
            Enrolments = enrolments.ToImmutable(),
            Planned = [new(new(2025, 8, 1), 0), new(new(2025, 10, 1), 5), new(new(2026, 10, 31), 86)],
            Target = 86,
            FirstDay = new(2025, 8, 1),
            DataCut = day.AddDays(5),
            Simulated = true,
        };
    }
}

using System.Collections.Immutable;
using System.Xml.Linq;
using Medulla.Figures.Recipes;
using Medulla.Figures.Tests.Examples;
using Medulla.Figures.Tests.Layout;

namespace Medulla.Figures.Tests.Recipes;

/// <summary>Figures of a study that has hardly begun, or went oddly, must still be drawn without a collision.</summary>
public class EarlyStudyTests
{
    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    internal static readonly Dictionary<string, Func<FigureWidth, Language, Figure>> Cases = new(StringComparer.Ordinal)
    {
        ["nobody enrolled"] = (width, language) =>
            AccrualFigure.Draw(AssayExamples.Accrual() with { Enrolments = [] }, width, language),
        ["no plan and one week"] = (width, language) => AccrualFigure.Draw(
            AssayExamples.Accrual() with { Enrolments = [], Planned = [], DataCut = new(2025, 8, 8) }, width, language),
        ["eleven years of accrual"] = (width, language) => AccrualFigure.Draw(
            AssayExamples.Accrual() with { DataCut = new(2036, 8, 8), Target = 12_000 }, width, language),
        ["more enrolled than planned"] = (width, language) =>
            AccrualFigure.Draw(AssayExamples.Accrual() with { Target = 20 }, width, language),
        ["one value"] = (width, language) => MarkerDistributionFigure.Draw(
            StudyExamples.Distribution() with { Values = [new(17.3)], BelowLimit = [], Quartiles = new(17.3, 17.3, 17.3) },
            width, language),
        ["every value below the limit"] = (width, language) => MarkerDistributionFigure.Draw(
            StudyExamples.Distribution()
            with { Values = [], BelowLimit = [null, null], Quartiles = new(null, null, null) }, width, language),
        ["values over six decades"] = (width, language) => MarkerDistributionFigure.Draw(
            StudyExamples.Distribution()
            with { Values = [new(0.0021), new(3), new(2500)], Quartiles = new(null, 3, 2500) }, width, language),
        ["a group of nobody"] = (width, language) => MarkerByGroupFigure.Draw(
            StudyExamples.MarkerByGroup() with
            {
                Groups = [StudyExamples.MarkerByGroup().Groups[0], StudyExamples.Group(new("None yet", "暂无"), 0, 1, 1)],
            }, width, language),
        ["all groups below the limit"] = (width, language) => MarkerByGroupFigure.Draw(
            StudyExamples.MarkerByGroup()
            with { Groups = [StudyExamples.Group(new("All", "全部"), 0, 1, 1, below: 40)], Comparison = null },
            width, language),
        ["a perfect test"] = (width, language) => RocFigure.Draw(
            ModelExamples.Roc() with { Curve = [new(0, 0), new(0, 1), new(1, 1)], Band = [], Area = new(1) }, width, language),
        ["a worthless test"] = (width, language) => RocFigure.Draw(
            ModelExamples.Roc() with { Curve = [new(0, 0), new(1, 0), new(1, 1)], Area = new(0, 0, 0.1), Cutpoint = null },
            width, language),
        ["one term"] = (width, language) => ForestFigure.Draw(
            ModelExamples.Forest() with { Rows =
            [new ForestRow.Term(new("Leptin", "瘦素"), 9, null, new(1, 0.00001, 90_000))] }, width, language),
        ["calibrators alone"] = (width, language) => CalibrationCurveFigure.Draw(
            AssayExamples.Calibration()
            with { Aliquots = [], LowerLimit = null, UpperLimit = null, Parameters = [], Levels = [] }, width, language),
        ["no zero level, linear signal"] = (width, language) => CalibrationCurveFigure.Draw(
            AssayExamples.Calibration() with
            {
                LogSignal = false, SignalAtZero = null,
                Wells = [.. AssayExamples.Calibration().Wells.Where(well => well.Concentration > 0)],
            }, width, language),
        ["signal under the blank"] = (width, language) => CalibrationCurveFigure.Draw(
            AssayExamples.Calibration() with
            {
                Wells = [.. AssayExamples.Calibration().Wells, new(0, -0.004), new(46.9, 0.06, RelativeErrorPercent: 240)],
            }, width, language),
        ["one well"] = (width, language) => PlateFigure.Draw(
            AssayExamples.Plate() with { Wells = [new(7, 11, "S", 0.0021)] }, width, language),
        ["screened only"] = (width, language) => FlowFigure.Draw(
            StudyExamples.Flow() with { Stages = [new(new("Screened", "筛选"), 0)], Arms = [] }, width, language),
        ["excluded and nobody left"] = (width, language) => FlowFigure.Draw(
            StudyExamples.Flow() with
            {
                Stages = [new(new("Screened", "筛选"), 2, new(new("Excluded", "排除"), [new(new("Refused", "拒绝"), 2)])),
                    new(new("Enrolled", "入组"), 0)],
                Arms = [],
            }, width, language),
    };

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Is_drawn_clear_and_on_the_page(string name)
    {
        foreach (var width in Gallery.Widths)
            foreach (var language in Gallery.Languages)
            {
                var figure = Cases[name](width, language);
                var problems = Collisions.Of(figure);
                Assert.True(problems.Count == 0, $"{width} {language}:\n{string.Join('\n', problems.Take(4))}");
                Assert.DoesNotContain("NaN", figure.ToSvg(Profile.Screen), StringComparison.Ordinal);
                Assert.DoesNotContain("∞", figure.ToSvg(Profile.Screen), StringComparison.Ordinal);
                Assert.NotNull(XDocument.Parse(figure.ToSvg(Profile.Screen)).Root);
                Assert.All(Collisions.Segments(figure.Drawing), segment =>
                {
                    Assert.InRange(segment.From.X, 0, figure.Drawing.WidthMm);
                    Assert.InRange(segment.To.X, 0, figure.Drawing.WidthMm);
                    Assert.InRange(segment.From.Y, 0, figure.Drawing.HeightMm);
                    Assert.InRange(segment.To.Y, 0, figure.Drawing.HeightMm);
                });
            }
    }
}

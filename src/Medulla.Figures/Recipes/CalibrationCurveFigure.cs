using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>An immunoassay's calibration: every well, the fitted curve, aliquots on it, relative errors below.</summary>
/// <remarks>Source of the acceptance limits: ICH M10, 2022.</remarks>
public static class CalibrationCurveFigure
{
    /// <exception cref="ArgumentException">There is no calibrator above zero, or no curve.</exception>
    public static Figure Draw(CalibrationCurveInput input, FigureWidth width, Language language)
    {
        if (!input.Wells.Any(well => well.Concentration > 0))
            throw new ArgumentException($"Found no calibrator above zero in {input.Key}. Expected at least one.",
                nameof(input));
        if (input.Curve.Length < 2)
            throw new ArgumentException(
                $"Found {input.Curve.Length} points of the curve in {input.Key}. Expected at least 2.", nameof(input));

        var layout = new CalibrationCurveLayout(input, width, language, keyAbove: false);
        if (!layout.KeyFits)
            layout = new(input, width, language, keyAbove: true);
        var words = CalibrationCurveWords.In(language);
        return layout.Sheet.ToFigure(input.Key, input.Title,
            Phrase.Filled(words.Described, input.Model.In(language), input.Wells.Length,
                input.Wells.Count(well => well.Masked), input.Aliquots.Length,
                input.Aliquots.Count(aliquot => !aliquot.InRange)),
            Table(layout.Sheet, input, words), layout.Bottom);
    }

    static DataTable Table(Sheet sheet, CalibrationCurveInput input, CalibrationCurveWords words)
    {
        string Error(double? percent) => percent is { } error ? NumberText.Fixed(error, 1) : "–";
        return new(
            sheet.Titled(input.Title),
            [words.Calibrator, $"{words.Concentration}{words.Comma}{input.Unit}", input.Signal.In(sheet.Language),
            words.RelativeError],
            [
                .. input.Wells.Select(well => ImmutableArray.Create(
                    well.Masked ? words.Masked : words.Calibrator, NumberText.Shortest(well.Concentration),
                    NumberText.Significant(well.Signal), Error(well.RelativeErrorPercent))),
                .. input.Aliquots.Select(aliquot => ImmutableArray.Create(
                    words.Aliquot, NumberText.Significant(aliquot.Concentration), NumberText.Significant(aliquot.Signal), "–")),
            ]);
    }
}

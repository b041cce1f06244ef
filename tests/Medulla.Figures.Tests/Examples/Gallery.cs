using Medulla.Figures.Recipes;

namespace Medulla.Figures.Tests.Examples;

/// <summary>One example of every recipe, in every width and both languages.</summary>
static class Gallery
{
    public static readonly FigureWidth[] Widths = [FigureWidth.Column, FigureWidth.Middle, FigureWidth.Page];
    public static readonly Language[] Languages = [Language.English, Language.Chinese];
    public static readonly Profile[] Profiles = [Profile.Screen, Profile.Report, Profile.Journal];

    public static IEnumerable<Func<FigureWidth, Language, Figure>> Recipes =>
    [
        (width, language) => KaplanMeierFigure.Draw(SurvivalExample.ByLeptin(), width, language),
        (width, language) => FlowFigure.Draw(StudyExamples.Flow(), width, language),
        (width, language) => MarkerByGroupFigure.Draw(StudyExamples.MarkerByGroup(), width, language),
        (width, language) => MarkerDistributionFigure.Draw(StudyExamples.Distribution(), width, language),
        (width, language) => RocFigure.Draw(ModelExamples.Roc(), width, language),
        (width, language) => ForestFigure.Draw(ModelExamples.Forest(), width, language),
        (width, language) => CalibrationCurveFigure.Draw(AssayExamples.Calibration(), width, language),
        (width, language) => PlateFigure.Draw(AssayExamples.Plate(), width, language),
        (width, language) => AccrualFigure.Draw(AssayExamples.Accrual(), width, language),
    ];

    public static IEnumerable<Figure> Figures =>
        from recipe in Recipes from width in Widths from language in Languages select recipe(width, language);
}

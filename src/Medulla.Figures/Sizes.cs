namespace Medulla.Figures;

/// <summary>Sizes of the house style, in millimetres.</summary>
static class Sizes
{
    /// <summary>7 points: ticks, tables, notes. Nothing is smaller.</summary>
    public const double Small = 2.469;

    /// <summary>7.5 points: axis titles and group names.</summary>
    public const double Axis = 2.646;

    /// <summary>8 points, bold: panel titles.</summary>
    public const double PanelTitle = 2.822;

    public const double Margin = 1.0;
    public const double TopMargin = 1.5;
    public const double LinePitch = 3.3;
    public const double Tick = 1.0;
    public const double MinorTick = 0.6;
    public const double TickLabelDrop = 3.45;
    public const double AxisTitleDrop = 7.2;

    public static readonly Stroke AxisLine = new(Palette.Ink, 0.25);
    public static readonly Stroke Reference = new(Palette.Rule, 0.2, "0.9 0.7");

    /// <summary>How far the baseline stands under the middle of a line of text.</summary>
    public static double Centred(double size) => 0.35 * size;
}

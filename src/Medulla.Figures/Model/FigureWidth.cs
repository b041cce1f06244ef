namespace Medulla.Figures;

/// <summary>The widths journals print, in millimetres.</summary>
public enum FigureWidth
{
    /// <summary>One column.</summary>
    Column = 85,

    /// <summary>One and a half columns.</summary>
    Middle = 114,

    /// <summary>The whole page.</summary>
    Page = 175,
}

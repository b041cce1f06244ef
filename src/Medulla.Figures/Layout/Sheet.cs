using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>A page being drawn: layers in their order, and the obstacles they make.</summary>
sealed class Sheet
{
    static readonly Bilingual SimulatedWord = new("SIMULATED", "模拟数据");

    readonly List<Layer> layers = [];

    readonly FigureWidth figureWidth;
    readonly bool simulated;

    public Sheet(FigureWidth width, Language language, bool simulated)
    {
        (figureWidth, this.simulated, Width, Language) = (width, simulated, (double)width, language);
        Right = Width - Sizes.Margin;
        Top = Sizes.TopMargin;
        if (!simulated)
            return;

        var note = Layer("simulated", "simulated");
        note.Text(Right, Top + 0.72 * Sizes.PanelTitle, SimulatedWord.In(language), Sizes.PanelTitle, Anchor.End,
            bold: true, Palette.Flag);
        Top += 4.2;
    }

    public double Width { get; }

    public Language Language { get; }

    /// <summary>The leftmost millimetre for ink.</summary>
    public double Left => Sizes.Margin;

    public double Right { get; }

    /// <summary>The first free millimetre from above.</summary>
    public double Top { get; }

    public Obstacles Obstacles { get; } = new();

    public Layer Layer(string part, string role) => Layer(part, role, ImmutableSortedDictionary<string, string>.Empty);

    public Layer Layer(string part, string role, ImmutableSortedDictionary<string, string> data)
    {
        var layer = new Layer(this, part, role, data);
        layers.Add(layer);
        return layer;
    }

    /// <summary>
    /// The nearest hundredth of a millimetre. Panels begin and end there, so that the three decimals of the file hold
    /// their axes exactly, and whoever measures a curve against its ticks errs by the curve's own rounding alone.
    /// </summary>
    public static double Snap(double millimetres) => Math.Round(millimetres, 2);

    public double WidthOf(RichText text, double size = Sizes.Small, bool bold = false) =>
        TextWidth.Of(text, size, bold, Language);

    public ImmutableArray<string> Wrap(string text, double availableMm, double size = Sizes.Small, bool bold = false) =>
        TextWrap.Lines(text, size, availableMm, bold, Language);

    /// <summary>The title with the word that the data are simulated, where they are.</summary>
    public string Titled(Bilingual title) => (simulated, Language) switch
    {
        (false, _) => title.In(Language),
        (_, Language.Chinese) => $"{title.Zh}（{SimulatedWord.Zh}）",
        _ => $"{title.En} ({SimulatedWord.En})",
    };

    /// <summary>The finished figure, its page ending a margin below the lowest ink.</summary>
    public Figure ToFigure(string key, Bilingual title, string description, DataTable alternative, double bottomMm) => new()
    {
        Key = key,
        Width = figureWidth,
        Language = Language,
        Title = Titled(title),
        Description = (simulated, Language) switch
        {
            (false, _) => description,
            (_, Language.Chinese) => $"{SimulatedWord.Zh}。{description}",
            _ => $"{SimulatedWord.En} data. {description}",
        },
        Alternative = alternative,
        Simulated = simulated,
        Drawing = new(Width, Math.Ceiling(bottomMm * 10 + Sizes.Margin * 10) / 10,
            [.. layers.Where(layer => !layer.IsEmpty).Select(layer => layer.ToGroup())]),
    };
}

using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>A page being drawn: layers in their order, and the obstacles they make.</summary>
sealed class Sheet
{
    static readonly Bilingual SimulatedWord = new("SIMULATED", "模拟数据");

    readonly List<Layer> layers = [];

    public Sheet(FigureWidth width, Language language, bool simulated)
    {
        (Width, Language) = ((double)width, language);
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

    public double WidthOf(RichText text, double size = Sizes.Small, bool bold = false) =>
        TextWidth.Of(text, size, bold, Language);

    public ImmutableArray<string> Wrap(string text, double availableMm, double size = Sizes.Small, bool bold = false) =>
        TextWrap.Lines(text, size, availableMm, bold, Language);

    public Drawing ToDrawing(double heightMm) =>
        new(Width, Math.Round(heightMm, 1), [.. layers.Where(layer => !layer.IsEmpty).Select(layer => layer.ToGroup())]);

    /// <summary>The title of a figure, with the word that its data are simulated.</summary>
    public static string Title(string title, bool simulated, Language language) => (simulated, language) switch
    {
        (false, _) => title,
        (_, Language.Chinese) => $"{title}（{SimulatedWord.Zh}）",
        _ => $"{title} ({SimulatedWord.En})",
    };

    public static string Description(string description, bool simulated, Language language) => (simulated, language) switch
    {
        (false, _) => description,
        (_, Language.Chinese) => $"{SimulatedWord.Zh}。{description}",
        _ => $"{SimulatedWord.En} data. {description}",
    };
}

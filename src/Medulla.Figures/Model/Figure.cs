using System.Collections.Immutable;

namespace Medulla.Figures;

/// <summary>A finished figure in one width and one language, with the table that says the same.</summary>
public sealed record Figure
{
    /// <summary>Lower-case letters, digits and hyphens, a letter first: "km-overall-survival".</summary>
    public required string Key { get; init; }

    public required FigureWidth Width { get; init; }

    public required Language Language { get; init; }

    public required string Title { get; init; }

    /// <summary>The finding in numbers; also the alternative text in documents.</summary>
    public required string Description { get; init; }

    public required DataTable Alternative { get; init; }

    public required Drawing Drawing { get; init; }

    /// <summary>True when the data are simulated; title, description and drawing then say so.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Everything in the drawing that can be opened, in reading order.</summary>
    public IEnumerable<Mark> Marks =>
        Drawing.Layers.SelectMany(layer => layer.Children).OfType<Primitive.Link>().Select(link => link.Mark);

    /// <param name="idSuffix">Keeps ids apart where one page shows the figure twice.</param>
    public string ToSvg(Profile profile, string idSuffix = "") => SvgWriter.Write(this, profile, idSuffix);
}

using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>One group of a sheet, filled from below to above.</summary>
sealed class Layer(Sheet sheet, string part, string role, ImmutableSortedDictionary<string, string> data)
{
    readonly List<Primitive> children = [];

    public bool IsEmpty => children.Count == 0;

    /// <summary>Adds the primitive and keeps later labels off it.</summary>
    public void Add(Primitive primitive)
    {
        children.Add(primitive);
        sheet.Obstacles.Add(primitive);
    }

    /// <summary>Adds ground on which labels, but no notes, may stand: bands and tints.</summary>
    public void AddGround(Primitive.Path ground)
    {
        children.Add(ground);
        sheet.Obstacles.AddGround(ground.Points);
    }

    /// <summary>Adds a tint that texts may stand on.</summary>
    public void AddTint(Primitive tint) => children.Add(tint);

    public void Line(double fromX, double fromY, double toX, double toY, Stroke stroke) =>
        Add(new Primitive.Line(new(fromX, fromY), new(toX, toY), stroke));

    public void Text(
        double x, double baseline, RichText text, double size = Sizes.Small, Anchor anchor = Anchor.Start,
        bool bold = false, string colour = Palette.Ink) =>
        Add(Label(x, baseline, text, size, anchor, bold, colour));

    /// <summary>A label that is not placed yet: its box can be tried first.</summary>
    public Primitive.Label Label(
        double x, double baseline, RichText text, double size = Sizes.Small, Anchor anchor = Anchor.Start,
        bool bold = false, string colour = Palette.Ink) =>
        new(new(x, baseline), text, size, anchor, bold, colour, sheet.Language);

    /// <summary>The marker, as a link when it stands for something that can be opened.</summary>
    public void Mark(Mark? mark, Point at, params ReadOnlySpan<Primitive> marker)
    {
        if (mark is null)
            foreach (var primitive in marker)
                Add(primitive);
        else
            Add(new Primitive.Link(mark, new(at.X - 1, at.Y - 2, at.X + 1, at.Y + 2), [.. marker]));
    }

    public Primitive.Group ToGroup() => new(part, role, [.. children], data);
}

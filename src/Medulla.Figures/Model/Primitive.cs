using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures;

/// <summary>A place on the page, millimetres from its upper left corner.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A rectangle on the page in millimetres, y growing downward.</summary>
public readonly record struct TextBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>The same box with this much added on every side; negative shrinks it.</summary>
    public TextBox Grown(double by) => Grown(by, by);

    public TextBox Grown(double across, double along) => new(Left - across, Top - along, Right + across, Bottom + along);

    public bool Overlaps(TextBox other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <param name="WidthMm">Of the line.</param>
/// <param name="Dash">Dash and gap in millimetres, separated by a space; null for a continuous line.</param>
public sealed record Stroke(string Colour, double WidthMm, string? Dash = null);

/// <param name="Opacity">From 0, clear, to 1, solid.</param>
public sealed record Fill(string Colour, double Opacity = 1);

/// <summary>Which point of a text its x names.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A placed piece of a drawing.</summary>
public abstract record Primitive
{
    private Primitive()
    {
    }

    public sealed record Line(Point From, Point To, Stroke Stroke) : Primitive;

    /// <summary>Straight pieces from point to point; mitred at the corners, so that steps stay sharp.</summary>
    public sealed record Path(ImmutableArray<Point> Points, bool Closed, Stroke? Stroke, Fill? Fill) : Primitive;

    public sealed record Rectangle(TextBox Area, Stroke? Stroke, Fill? Fill, double CornerRadiusMm = 0) : Primitive;

    public sealed record Circle(Point Centre, double RadiusMm, Stroke? Stroke, Fill? Fill) : Primitive;

    /// <param name="At">The anchor on the baseline.</param>
    public sealed record Label(
        Point At, RichText Content, double SizeMm, Anchor Anchor, bool Bold, string Colour, Language Language) : Primitive
    {
        /// <summary>Where the ink can be, by the advance widths.</summary>
        public TextBox Box
        {
            get
            {
                var width = TextWidth.Of(Content, SizeMm, Bold, Language);
                var left = Anchor switch { Anchor.Middle => At.X - width / 2, Anchor.End => At.X - width, _ => At.X };
                var ascent = TextWidth.HasWideCharacters(Content.Plain) ? 0.88 : 0.74;
                return new(left, At.Y - ascent * SizeMm, left + width, At.Y + 0.20 * SizeMm);
            }
        }
    }

    /// <summary>A mark that can be pointed at and opened.</summary>
    /// <param name="HitArea">At least 2 × 4 mm, invisible.</param>
    public sealed record Link(Mark Mark, TextBox HitArea, ImmutableArray<Primitive> Children) : Primitive;

    /// <param name="Part">Ends the id: unique in its drawing.</param>
    /// <param name="Role">The class for screens: axis, layer-curve, layer-marks, note, layer-table.</param>
    /// <param name="Data">Numbers of a group of people, never of one.</param>
    public sealed record Group(
        string Part, string Role, ImmutableArray<Primitive> Children,
        ImmutableSortedDictionary<string, string> Data) : Primitive;
}

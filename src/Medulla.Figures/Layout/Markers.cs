using System.Collections.Immutable;

namespace Medulla.Figures.Layout;

/// <summary>Point symbols of equal area.</summary>
static class Markers
{
    /// <summary>The largest reach of any symbol from its centre, with its stroke.</summary>
    public const double RadiusMm = 0.7;

    public static Primitive Of(SeriesStyle style, Point at) => Of(style.Shape, at, style.Colour, style.Filled);

    public static Primitive Of(MarkerShape shape, Point at, string colour, bool filled)
    {
        var stroke = new Stroke(colour, 0.28);
        var fill = new Fill(filled ? colour : Palette.Paper);
        return shape switch
        {
            MarkerShape.Circle => new Primitive.Circle(at, RadiusMm - 0.02, stroke, fill),
            MarkerShape.Triangle => Polygon(at, stroke, fill, (0, -0.92), (0.82, 0.5), (-0.82, 0.5)),
            MarkerShape.Diamond => Polygon(at, stroke, fill, (0, -0.88), (0.88, 0), (0, 0.88), (-0.88, 0)),
            _ => Polygon(at, stroke, fill, (-0.62, -0.62), (0.62, -0.62), (0.62, 0.62), (-0.62, 0.62)),
        };
    }

    /// <summary>Below a limit: somewhere under this, not here.</summary>
    public static Primitive DownTriangle(Point at, string colour) =>
        Polygon(at, new(colour, 0.28), new(Palette.Paper), (0, 0.92), (0.82, -0.5), (-0.82, -0.5));

    public static Primitive UpTriangle(Point at, string colour) =>
        Polygon(at, new(colour, 0.28), new(Palette.Paper), (0, -0.92), (0.82, 0.5), (-0.82, 0.5));

    /// <summary>A filled arrow head whose tip is at the point.</summary>
    public static Primitive.Path ArrowHead(Point tip, double towardsX, double towardsY, string colour, double size = 1.5)
    {
        var back = new Point(tip.X - towardsX * size, tip.Y - towardsY * size);
        var half = size / 2;
        ImmutableArray<Point> corners =
            [tip, new(back.X - towardsY * half, back.Y + towardsX * half),
                new(back.X + towardsY * half, back.Y - towardsX * half)];
        return new(corners, Closed: true, null, new(colour));
    }

    static Primitive.Path Polygon(Point at, Stroke stroke, Fill fill, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var points = ImmutableArray.CreateBuilder<Point>(corners.Length);
        foreach (var (x, y) in corners)
            points.Add(new(at.X + x, at.Y + y));
        return new(points.MoveToImmutable(), Closed: true, stroke, fill);
    }
}

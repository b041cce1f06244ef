namespace Medulla.Figures.Layout;

/// <summary>Everything that is already drawn, so that no label lands on it.</summary>
sealed class Obstacles
{
    readonly List<TextBox> boxes = [];
    readonly List<(Point From, Point To)> segments = [];
    readonly List<(Point Centre, double Radius)> discs = [];
    readonly List<Point[]> areas = [];

    public void Add(Primitive primitive)
    {
        switch (primitive)
        {
            case Primitive.Label label: boxes.Add(label.Box); break;
            case Primitive.Line line: segments.Add((line.From, line.To)); break;
            case Primitive.Circle circle: discs.Add((circle.Centre, circle.RadiusMm)); break;
            case Primitive.Rectangle rectangle: boxes.Add(rectangle.Area); break;
            case Primitive.Link link:
                foreach (var child in link.Children)
                    Add(child);
                break;
            case Primitive.Path { Fill: not null, Closed: true } path: areas.Add([.. path.Points]); break;
            case Primitive.Path path: Add(path.Points, path.Closed); break;
        }
    }

    public void Add(TextBox box) => boxes.Add(box);

    /// <summary>An area that notes keep clear of; direct labels may stand on it.</summary>
    public void AddGround(IEnumerable<Point> outline) => grounds.Add([.. outline]);

    /// <summary>True when the box touches a text, a line or a point.</summary>
    public bool Hit(TextBox box) =>
        boxes.Exists(box.Overlaps)
        || segments.Exists(segment => Crosses(box, segment.From, segment.To))
        || discs.Exists(disc => Distance(box, disc.Centre) < disc.Radius)
        || areas.Exists(area => Covers(area, box));

    /// <summary>As <see cref="Hit"/>, and bands count as well.</summary>
    public bool HitOrGround(TextBox box) => Hit(box) || grounds.Exists(ground => Covers(ground, box));

    readonly List<Point[]> grounds = [];

    void Add(IReadOnlyList<Point> points, bool closed)
    {
        for (var corner = 1; corner < points.Count; corner++)
            segments.Add((points[corner - 1], points[corner]));
        if (closed && points.Count > 2)
            segments.Add((points[^1], points[0]));
    }

    /// <summary>True when the segment has a point inside the box (Liang–Barsky).</summary>
    public static bool Crosses(TextBox box, Point from, Point to)
    {
        var (enter, leave) = (0.0, 1.0);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return Clip(-dx, from.X - box.Left, ref enter, ref leave) && Clip(dx, box.Right - from.X, ref enter, ref leave)
            && Clip(-dy, from.Y - box.Top, ref enter, ref leave) && Clip(dy, box.Bottom - from.Y, ref enter, ref leave);
    }

    static bool Clip(double direction, double distance, ref double enter, ref double leave)
    {
        if (direction == 0)
            return distance >= 0;
        var at = distance / direction;
        if (direction < 0)
            enter = Math.Max(enter, at);
        else
            leave = Math.Min(leave, at);
        return enter <= leave;
    }

    static double Distance(TextBox box, Point point) => Math.Sqrt(
        Math.Pow(Math.Max(0, Math.Max(box.Left - point.X, point.X - box.Right)), 2)
        + Math.Pow(Math.Max(0, Math.Max(box.Top - point.Y, point.Y - box.Bottom)), 2));

    static bool Covers(Point[] outline, TextBox box)
    {
        for (var corner = 0; corner < outline.Length; corner++)
            if (Crosses(box, outline[corner], outline[(corner + 1) % outline.Length]))
                return true;
        return Inside(outline, new((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2));
    }

    static bool Inside(Point[] outline, Point point)
    {
        var inside = false;
        for (var corner = 0; corner < outline.Length; corner++)
        {
            var (a, b) = (outline[corner], outline[(corner + 1) % outline.Length]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < (b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y) + a.X)
                inside = !inside;
        }
        return inside;
    }
}

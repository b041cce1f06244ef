using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Medulla.Figures;

/// <summary>Writes a drawing as SVG text: the single place that escapes.</summary>
/// <remarks>
/// Presentation attributes carry the print look, classes only behaviour on screen. There is no style, script or
/// <c>url(#…)</c>, so the file looks right alone and stands inline under a strict content security policy.
/// </remarks>
sealed class SvgWriter
{
    const string Fonts =
        "Arial, 'Liberation Sans', Helvetica, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

    readonly StringBuilder svg = new(16_384);
    readonly Profile profile;
    readonly string id;
    bool tabStopTaken;

    SvgWriter(Profile profile, string id) => (this.profile, this.id) = (profile, id);

    public static string Write(Figure figure, Profile profile, string idSuffix)
    {
        RequireName(figure.Key, nameof(figure));
        if (idSuffix.Length > 0)
            RequireName("x" + idSuffix, nameof(idSuffix));

        var writer = new SvgWriter(profile, IdOf(figure, idSuffix));
        writer.Document(figure);
        return writer.svg.ToString();
    }

    /// <summary>Three decimals, no trailing zeros, no negative zero.</summary>
    public static string Number(double value)
    {
        var text = Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Text and attribute values alike; characters XML cannot hold are shown as U+FFFD.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        return escaped.ToString();
    }

    static string IdOf(Figure figure, string suffix)
    {
        var width = ((int)figure.Width).ToString(CultureInfo.InvariantCulture);
        var language = figure.Language == Language.English ? "" : "-" + figure.Language.Tag();
        return $"fig-{figure.Key}-{width}{language}" + (suffix.Length > 0 ? "-" + suffix : "");
    }

    void Document(Figure figure)
    {
        var drawing = figure.Drawing;
        var (width, height) = (Number(drawing.WidthMm), Number(drawing.HeightMm));
        var hasLinks = profile == Profile.Screen && figure.Marks.Any();

        Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("class", $"figure figure-{figure.Key}"),
            ("viewBox", $"0 0 {width} {height}"), ("width", width + "mm"), ("height", height + "mm"),
            ("role", hasLinks ? "graphics-document" : "img"),
            ("aria-labelledby", id + "-title"), ("aria-describedby", id + "-desc"),
            ("lang", figure.Language.Tag()), ("xml:lang", figure.Language.Tag()),
            ("font-family", Fonts), ("font-size", Number(Sizes.Small)), ("fill", Palette.Ink));
        svg.Append(">\n");
        Element("title", figure.Title, ("id", id + "-title"));
        Element("desc", figure.Description, ("id", id + "-desc"));
        Open("rect", ("class", "paper"), ("width", width), ("height", height), ("fill", Palette.Paper));
        Close();
        foreach (var layer in drawing.Layers)
            Write(layer);
        svg.Append("</svg>\n");
    }

    void Write(Primitive primitive)
    {
        switch (primitive)
        {
            case Primitive.Group group: Group(group); break;
            case Primitive.Link link: Link(link); break;
            case Primitive.Label label: Label(label); break;
            case Primitive.Line line:
                Open("line", ("x1", Number(line.From.X)), ("y1", Number(line.From.Y)),
                    ("x2", Number(line.To.X)), ("y2", Number(line.To.Y)));
                Ink(line.Stroke);
                Close();
                break;
            case Primitive.Path path:
                Open("path", ("d", "M" + string.Join('L', path.Points.Select(point => $"{Number(point.X)} {Number(point.Y)}"))
                    + (path.Closed ? "Z" : "")));
                Ink(path.Stroke, path.Fill);
                Close();
                break;
            case Primitive.Rectangle { Area: var area } rectangle:
                Open("rect", ("x", Number(area.Left)), ("y", Number(area.Top)),
                    ("width", Number(area.Width)), ("height", Number(area.Height)));
                if (rectangle.CornerRadiusMm > 0)
                    Attribute("rx", Number(rectangle.CornerRadiusMm));
                Ink(rectangle.Stroke, rectangle.Fill);
                Close();
                break;
            case Primitive.Circle circle:
                Open("circle", ("cx", Number(circle.Centre.X)), ("cy", Number(circle.Centre.Y)),
                    ("r", Number(circle.RadiusMm)));
                Ink(circle.Stroke, circle.Fill);
                Close();
                break;
        }
    }

    void Group(Primitive.Group group)
    {
        Open("g", ("id", $"{id}-{group.Part}"), ("class", group.Role));
        if (profile != Profile.Journal)
            Data(group.Data);
        svg.Append(">\n");
        foreach (var child in group.Children)
            Write(child);
        svg.Append("</g>\n");
    }

    void Link(Primitive.Link link)
    {
        // On paper nobody is named: the marker stays, what it stands for goes.
        if (profile != Profile.Screen)
        {
            foreach (var child in link.Children)
                Write(child);
            return;
        }

        var element = link.Mark.Target is null ? "g" : "a";
        Open(element, ("class", "mark"));
        if (link.Mark.Target is { } target)
        {
            // One tab stop a figure; arrow keys visit the other marks, and the table lists them all.
            Attribute("href", target);
            Attribute("tabindex", tabStopTaken ? "-1" : "0");
            tabStopTaken = true;
        }
        Data(link.Mark.Data ?? ImmutableSortedDictionary<string, string>.Empty);
        svg.Append('>');
        Element("title", link.Mark.Label);
        Open("rect", ("x", Number(link.HitArea.Left)), ("y", Number(link.HitArea.Top)),
            ("width", Number(link.HitArea.Width)), ("height", Number(link.HitArea.Height)),
            ("fill", "none"), ("pointer-events", "all"));
        Close();
        foreach (var child in link.Children)
            Write(child);
        svg.Append("</").Append(element).Append(">\n");
    }

    void Label(Primitive.Label label)
    {
        Open("text", ("x", Number(label.At.X)), ("y", Number(label.At.Y)));
        if (label.SizeMm != Sizes.Small)
            Attribute("font-size", Number(label.SizeMm));
        if (label.Anchor != Anchor.Start)
            Attribute("text-anchor", label.Anchor == Anchor.Middle ? "middle" : "end");
        if (label.Bold)
            Attribute("font-weight", "bold");
        if (label.Colour != Palette.Ink)
            Attribute("fill", label.Colour);
        svg.Append('>');
        foreach (var run in label.Content.Runs)
            if (run.Italic)
                svg.Append("<tspan font-style=\"italic\">").Append(Escape(run.Text)).Append("</tspan>");
            else
                svg.Append(Escape(run.Text));
        svg.Append("</text>\n");
    }

    void Data(ImmutableSortedDictionary<string, string> data)
    {
        foreach (var (key, value) in data)
        {
            RequireName(key, nameof(data));
            Attribute("data-" + key, value);
        }
    }

    void Ink(Stroke? stroke, Fill? fill)
    {
        Attribute("fill", fill?.Colour ?? "none");
        if (fill is { Opacity: < 1 })
            Attribute("fill-opacity", Number(fill.Opacity));
        if (stroke is not null)
            Ink(stroke);
    }

    void Ink(Stroke stroke)
    {
        Attribute("stroke", stroke.Colour);
        Attribute("stroke-width", Number(stroke.WidthMm));
        if (stroke.Dash is { } dash)
            Attribute("stroke-dasharray", dash);
    }

    void Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        svg.Append('>').Append(Escape(text)).Append("</").Append(name).Append(">\n");
    }

    void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        svg.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            Attribute(attribute, value);
    }

    void Attribute(string name, string value) =>
        svg.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');

    void Close() => svg.Append("/>\n");

    static void RequireName(string name, string argument)
    {
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0])
            || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            throw new ArgumentException(
                $"Found \"{name}\" in an id. Expected lower-case letters, digits and hyphens, a letter first.", argument);
    }
}

using System.Globalization;
using System.Xml.Linq;

namespace Medulla.Figures.Tests;

/// <summary>Reads a figure back from its SVG text, as a stranger would.</summary>
static class SvgReading
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Part(this XDocument svg, string part) =>
        svg.Descendants(Svg + "g")
            .Single(group => group.Attribute("id")?.Value.EndsWith("-" + part, StringComparison.Ordinal) == true);

    public static double Number(this XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    public static List<Point> Points(this XElement path) =>
        [.. path.Attribute("d")!.Value.Trim('M', 'Z').Split('L').Select(pair => pair.Split(' ')).Select(pair => new Point(
            double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)))];

    /// <summary>Tick labels of an axis: what they say, and where their anchor stands.</summary>
    public static List<(double Value, double X, double Y)> TickLabels(this XElement axes, string anchor) =>
        [.. axes.Elements(Svg + "text")
            .Where(text => text.Attribute("text-anchor")?.Value == anchor
                && double.TryParse(text.Value.Replace('−', '-'), CultureInfo.InvariantCulture, out _))
            .Select(text => (double.Parse(text.Value.Replace('−', '-'), CultureInfo.InvariantCulture), text.Number("x"),
                text.Number("y")))];

    /// <summary>The height of the tick a left label belongs to.</summary>
    public static double TickHeight(this XElement axes, (double Value, double X, double Y) label) =>
        axes.Elements(Svg + "line")
            .Where(line => line.Attribute("y1")!.Value == line.Attribute("y2")!.Value
            && line.Number("x2") - line.Number("x1") < 1.5)
            .Select(line => line.Number("y1")).MinBy(height => Math.Abs(label.Y - 0.35 * 2.469 - height));

    /// <summary>The straight line through two ticks: millimetres from a value.</summary>
    public static Func<double, double> Scale((double Value, double Mm) first, (double Value, double Mm) last) =>
        value => first.Mm + (value - first.Value) / (last.Value - first.Value) * (last.Mm - first.Mm);
}

using Medulla.Figures.Layout;

namespace Medulla.Figures.Tests.Layout;

/// <summary>What is wrong with the places of a drawing's texts.</summary>
static class Collisions
{
    public static List<string> Of(Figure figure)
    {
        var drawing = figure.Drawing;
        var labels = drawing.Labels.ToList();
        var segments = Segments(drawing).ToList();
        var problems = new List<string>();
        foreach (var label in labels)
        {
            var box = label.Box;
            if (box.Left < 0.2 || box.Top < 0.2 || box.Right > drawing.WidthMm - 0.2 || box.Bottom > drawing.HeightMm - 0.2)
                problems.Add($"\"{label.Content}\" leaves the page at {box} of {drawing.WidthMm} × {drawing.HeightMm}");
            var inside = box.Grown(-0.1, -0.15);
            problems.AddRange(segments.Where(segment => Obstacles.Crosses(inside, segment.From, segment.To))
                .Select(segment => $"\"{label.Content}\" at {box} is crossed by {segment.From} to {segment.To}"));
        }
        for (var first = 0; first < labels.Count; first++)
            for (var second = first + 1; second < labels.Count; second++)
                if (labels[first].Box.Grown(-0.025, -0.075).Overlaps(labels[second].Box.Grown(-0.025, -0.075)))
                    problems.Add(
                        $"\"{labels[first].Content}\" {labels[first].Box} overlaps "
                        + $"\"{labels[second].Content}\" {labels[second].Box}");
        return problems;
    }

    public static IEnumerable<(Point From, Point To)> Segments(Drawing drawing)
    {
        foreach (var primitive in drawing.Primitives)
            switch (primitive)
            {
                case Primitive.Line line:
                    yield return (line.From, line.To);
                    break;
                case Primitive.Path { Stroke: not null } path:
                    for (var corner = 1; corner < path.Points.Length; corner++)
                        yield return (path.Points[corner - 1], path.Points[corner]);
                    break;
                case Primitive.Rectangle { Stroke: not null, Area: var area }:
                    yield return (new(area.Left, area.Top), new(area.Right, area.Top));
                    yield return (new(area.Left, area.Bottom), new(area.Right, area.Bottom));
                    yield return (new(area.Left, area.Top), new(area.Left, area.Bottom));
                    yield return (new(area.Right, area.Top), new(area.Right, area.Bottom));
                    break;
            }
    }
}

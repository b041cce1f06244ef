using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>One corner of the curve, both as fractions; a tie between classes makes a slanted piece.</summary>
public sealed record RocPoint(double FalsePositiveRate, double Sensitivity, Mark? Mark = null);

/// <summary>The pointwise interval of sensitivity at one false positive rate, as fractions.</summary>
public sealed record RocBandPoint(double FalsePositiveRate, double Lower, double Upper);

/// <summary>A share with its counts and interval.</summary>
public sealed record CountedProportion(int Numerator, int Denominator, double Lower, double Upper)
{
    public double Value => (double)Numerator / Denominator;
}

/// <param name="Value">As printed: "&gt; 655.5 ng/mL".</param>
/// <param name="Rule">How it was chosen: "pre-specified", "Youden, same participants".</param>
public sealed record RocCutpoint(string Value, Bilingual Rule, CountedProportion Sensitivity,
    CountedProportion Specificity, Mark? Mark = null);

public sealed record RocInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>From (0, 0) to (1, 1).</summary>
    public required ImmutableArray<RocPoint> Curve { get; init; }

    /// <summary>Pointwise for sensitivity; empty when none was computed.</summary>
    /// <remarks>DeLong gives an interval of the area, not a band of the curve.</remarks>
    public ImmutableArray<RocBandPoint> Band { get; init; } = [];

    public required Estimate Area { get; init; }

    public required Bilingual PositiveName { get; init; }

    public required int Positives { get; init; }

    public required Bilingual NegativeName { get; init; }

    public required int Negatives { get; init; }

    public RocCutpoint? Cutpoint { get; init; }

    public bool Simulated { get; init; }
}

/// <summary>The ROC curve in a square panel with its area, classes and cutpoint.</summary>
/// <remarks>
/// Sources: interval of the area, DeLong et al. 1988 (R: <c>pROC::ci.auc</c>); of the proportions, Wilson 1927.
/// </remarks>
public static class RocFigure
{
    const double LargestPanel = 80;

    static readonly SeriesStyle Style = SeriesStyle.At(0);

    /// <exception cref="ArgumentException">The curve does not run from (0, 0) to (1, 1).</exception>
    public static Figure Draw(RocInput input, FigureWidth width, Language language)
    {
        if (input.Curve.Length < 2 || input.Curve[0] is not { FalsePositiveRate: 0, Sensitivity: 0 }
            || input.Curve[^1] is not { FalsePositiveRate: 1, Sensitivity: 1 })
            throw new ArgumentException($"Found the curve of {input.Key} with other ends. Expected (0, 0) to (1, 1).",
                nameof(input));

        return Try(input, width, language, noteAbove: false) ?? Try(input, width, language, noteAbove: true)!;
    }

    static Figure? Try(RocInput input, FigureWidth width, Language language, bool noteAbove)
    {
        var sheet = new Sheet(width, language, input.Simulated);
        var words = RocWords.In(language);
        var isPage = width == FigureWidth.Page;
        var axes = sheet.Layer("axes", "axis");
        var top = Axes.TopTitle(sheet, axes, sheet.Top, words.Sensitivity + words.Comma + "%");
        if (noteAbove)
            top = Placement.Lines(sheet.Layer("note", "note"), new(sheet.Left, top + 1.2),
                Note(sheet, input, words, sheet.Right - sheet.Left));
        top = Sheet.Snap(top + 3.2);

        var left = Sheet.Snap(sheet.Left + sheet.WidthOf("100") + 1.8);
        var side = Math.Min(LargestPanel, Sheet.Snap(sheet.Right - sheet.WidthOf("100") / 2 - left));
        var panel = new TextBox(left, top, left + side, top + side);
        var (x, y) = (LinearScale.Percent(panel.Left, panel.Right), LinearScale.Percent(panel.Bottom, panel.Top));
        Point At(double falsePositiveRate, double sensitivity) =>
            new(x.Place(100 * falsePositiveRate), y.Place(100 * sensitivity));

        Axes.Left(axes, y, panel.Left, y.Ticks(14));
        Axes.Bottom(axes, x, panel.Bottom, x.Ticks(14));
        var bottom = Axes.BottomTitle(sheet, axes, x, panel.Bottom, words.Horizontal);

        if (!input.Band.IsEmpty)
            sheet.Layer("band", "layer-band").AddGround(new(
                [.. input.Band.Select(point => At(point.FalsePositiveRate, point.Upper)),
                    .. input.Band.Reverse().Select(point => At(point.FalsePositiveRate, point.Lower))],
                Closed: true, null, new(Style.Colour, 0.13)));
        sheet.Layer("chance", "layer-reference").Add(new Primitive.Line(At(0, 0), At(1, 1), Sizes.Reference));
        sheet.Layer("curve", "layer-curve").Add(new Primitive.Path(
            [.. input.Curve.Select(point => At(point.FalsePositiveRate, point.Sensitivity))], Closed: false,
            Style.Line(0.6), null));
        var marks = sheet.Layer("people", "layer-marks");
        foreach (var point in input.Curve.Where(point => point.Mark is not null))
            marks.Mark(point.Mark, At(point.FalsePositiveRate, point.Sensitivity));
        if (input.Cutpoint is { } cutpoint)
            DrawCutpoint(sheet, cutpoint, At, panel);

        if (!noteAbove && !isPage)
        {
            var lines = Note(sheet, input, words, (panel.Width - 4) * 0.62);
            var size = (Width: lines.Max(line => sheet.WidthOf(line)), Height: Placement.Height(lines.Length));
            if ((Placement.Note(sheet, size.Width, size.Height, panel, preferTop: false)
                ?? Placement.Note(sheet, size.Width, size.Height, panel, preferTop: false, onGround: true)) is not { } corner)
                return null;
            Placement.Lines(sheet.Layer("note", "note"), corner, lines);
        }
        else if (isPage && !noteAbove)
        {
            var start = panel.Right + 8;
            Placement.Lines(sheet.Layer("note", "note"), new(start, panel.Top), Note(sheet, input, words, sheet.Right - start));
        }

        return sheet.ToFigure(input.Key, input.Title,
            string.Concat(Note(sheet, input, words, double.MaxValue).Select(line => line.Plain + words.Stop)).TrimEnd(),
            Table(sheet, input, words), bottom + 0.6);
    }

    static void DrawCutpoint(Sheet sheet, RocCutpoint cutpoint, Func<double, double, Point> at, TextBox panel)
    {
        var layer = sheet.Layer("cutpoint", "layer-marks");
        var (sensitivity, specificity) = (cutpoint.Sensitivity, cutpoint.Specificity);
        var centre = at(1 - specificity.Value, sensitivity.Value);
        var bar = new Stroke(Palette.Ink, 0.3);
        layer.Add(new Primitive.Line(at(1 - specificity.Value, sensitivity.Lower),
            at(1 - specificity.Value, sensitivity.Upper), bar));
        layer.Add(new Primitive.Line(at(1 - specificity.Upper, sensitivity.Value),
            at(1 - specificity.Lower, sensitivity.Value), bar));
        layer.Mark(cutpoint.Mark, centre, new Primitive.Circle(centre, 1.1, new(Palette.Ink, 0.4), new(Palette.Paper)));

        for (var reach = 1.0; reach <= 8; reach += 0.5)
            foreach (var (right, below) in ((bool, bool)[])[(true, true), (true, false), (false, false), (false, true)])
            {
                var label = layer.Label(centre.X + (right ? reach : -reach), centre.Y + (below ? reach + 2 : -reach),
                    cutpoint.Value, anchor: right ? Anchor.Start : Anchor.End, bold: true);
                var box = label.Box;
                if (box.Left < panel.Left + 0.5 || box.Right > panel.Right || box.Top < panel.Top || box.Bottom > panel.Bottom
                    || sheet.Obstacles.Hit(box.Grown(0.4)))
                    continue;
                layer.Add(label);
                return;
            }
    }

    static ImmutableArray<RichText> Note(Sheet sheet, RocInput input, RocWords words, double available)
    {
        var language = sheet.Language;
        List<string> lines =
        [
            input.Area is { Lower: null, Upper: null }
                ? Phrase.Filled(words.AreaAlone, NumberText.Ratio(input.Area.Value))
                : Phrase.Filled(words.Area, NumberText.Ratio(input.Area.Value),
                    NumberText.Range(input.Area.Lower, input.Area.Upper, NumberText.Ratio)),
            Phrase.Filled(words.Classes, input.PositiveName.In(language), input.Positives,
                input.NegativeName.In(language), input.Negatives),
        ];
        if (input.Cutpoint is { } cutpoint)
        {
            lines.Add(Phrase.Filled(words.Cutpoint, cutpoint.Value, cutpoint.Rule.In(language)));
            lines.Add(Share(words, words.Sensitivity, cutpoint.Sensitivity));
            lines.Add(Share(words, words.Specificity, cutpoint.Specificity));
        }
        if (!input.Band.IsEmpty)
            lines.Add(words.Band);
        return [.. lines.SelectMany(line => sheet.Wrap(line, available)).Select(RichText.FromString)];
    }

    static string Share(RocWords words, string name, CountedProportion share) => Phrase.Filled(
        words.Proportion, name, NumberText.Percent(share.Value), NumberText.Percent(share.Lower),
        NumberText.Percent(share.Upper), share.Numerator, share.Denominator);

    static DataTable Table(Sheet sheet, RocInput input, RocWords words) => new(
        sheet.Titled(input.Title),
        [words.Horizontal, words.Sensitivity + words.Comma + "%"],
        [.. input.Curve.Select(point => ImmutableArray.Create(
            NumberText.Fixed(100 * point.FalsePositiveRate, 1), NumberText.Fixed(100 * point.Sensitivity, 1)))]);
}

using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>One measured concentration; positive.</summary>
public sealed record MarkerValue(double Value, Mark? Mark = null);

/// <summary>Quartiles computed with the values below the limit; null where a quartile is below it.</summary>
public sealed record MarkerQuartiles(double? Lower, double? Median, double? Upper);

/// <summary>One group of a marker figure.</summary>
public sealed record MarkerGroup
{
    public required Bilingual Name { get; init; }

    public required ImmutableArray<MarkerValue> Values { get; init; }

    /// <summary>Aliquots below the lower limit of quantification: counted, and drawn apart.</summary>
    public ImmutableArray<Mark?> BelowLimit { get; init; } = [];

    public required MarkerQuartiles Quartiles { get; init; }

    /// <summary>Ends of the whiskers, computed on the log scale; null with too few values for a box.</summary>
    public (double Lower, double Upper)? Whiskers { get; init; }

    public int Count => Values.Length + BelowLimit.Length;
}

/// <summary>What the header says: "ratio 1.01 (0.76–1.34), P = 0.95" or "Kruskal–Wallis P = 0.12".</summary>
/// <param name="Ratio">Null for tests that give no effect.</param>
public sealed record MarkerComparison(Bilingual Name, Estimate? Ratio, double P);

public sealed record MarkerByGroupInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>"Marrow leptin".</summary>
    public required Bilingual Marker { get; init; }

    /// <summary>"ng/mL".</summary>
    public required string Unit { get; init; }

    /// <summary>One to six, in the order of the definition.</summary>
    public required ImmutableArray<MarkerGroup> Groups { get; init; }

    public MarkerComparison? Comparison { get; init; }

    /// <summary>The lower limit of quantification in <see cref="Unit"/>; null when no value is below it.</summary>
    public double? LowerLimit { get; init; }

    public bool Simulated { get; init; }
}

/// <summary>A concentration in each group on a log axis: every point, a box beside the points, numbers below.</summary>
public static class MarkerByGroupFigure
{
    const double PanelHeight = 52;
    const double StripHeight = 5;
    const double MedianWidth = 0.7;

    /// <exception cref="ArgumentException">No group or more than six; values below a limit that is not given.</exception>
    public static Figure Draw(MarkerByGroupInput input, FigureWidth width, Language language)
    {
        Require(input);

        var sheet = new Sheet(width, language, input.Simulated);
        var words = MarkerWords.In(language);
        var axes = sheet.Layer("axes", "axis");
        var top = Header(sheet, axes, input, words) + 3.2;
        var hasStrip = input.Groups.Any(group => !group.BelowLimit.IsEmpty);

        var values = input.Groups.SelectMany(group => group.Values).Select(value => value.Value)
            .DefaultIfEmpty(input.LowerLimit ?? 1).ToList();
        var scale = LogScale.Around(values.Min(), values.Max(), top + PanelHeight, top);
        if (hasStrip) // What is below the limit stands in the strip, so the axis need not reach far under it.
            scale = new(Math.Min(input.LowerLimit!.Value, values.Min()) / 1.1, scale.To, scale.StartMm, scale.EndMm);
        var ticks = scale.Ticks(9);
        var left = sheet.Left + Math.Max(Axes.LeftRoom(sheet, ticks), hasStrip ? sheet.WidthOf(words.BelowLimit) + 1.8 : 0);
        var bottom = scale.StartMm + (hasStrip ? StripHeight : 0);

        Axes.Left(axes, scale, left, ticks);
        axes.Line(left, bottom, sheet.Right, bottom, Sizes.AxisLine);
        if (hasStrip)
        {
            axes.Line(left, scale.StartMm, sheet.Right, scale.StartMm, new(Palette.Hairline, 0.25));
            axes.Text(left - 1.5, bottom - StripHeight / 2 + Sizes.Centred(Sizes.Small), words.BelowLimit, anchor: Anchor.End,
                colour: Palette.Quiet);
        }

        var slot = (sheet.Right - left) / input.Groups.Length;
        var lowest = bottom;
        foreach (var (place, group) in input.Groups.Index())
        {
            var centre = left + (place + 0.5) * slot;
            DrawBox(sheet.Layer($"box-{place + 1}", "layer-box"), group, scale,
                centre - Math.Min(9, slot * 0.27), Math.Min(6, slot * 0.2), SeriesStyle.At(place));
            DrawPoints(sheet.Layer($"points-{place + 1}", "layer-marks"), group, scale,
                centre + Math.Min(6, slot * 0.16), slot * 0.22, bottom - StripHeight / 2, SeriesStyle.At(place));
            lowest = Math.Max(lowest, Name(sheet, group, place, centre, slot - 0.6, bottom, words));
        }
        return sheet.ToFigure(input.Key, input.Title, Describe(input, language, words), Table(sheet, input, words),
            lowest + 0.4);
    }

    // Title and comparison share a line where they fit, else stand in two.
    static double Header(Sheet sheet, Layer axes, MarkerByGroupInput input, MarkerWords words)
    {
        var title = words.AxisTitle(input.Marker, input.Unit);
        if (input.Comparison is not { } comparison)
            return Axes.TopTitle(sheet, axes, sheet.Top, title);

        var text = words.Comparison(comparison);
        var fits = (sheet.WidthOf(title, Sizes.Axis) + sheet.WidthOf(text)) * 1.02 + 3 <= sheet.Right - sheet.Left;
        var baseline = Axes.TopTitle(sheet, axes, sheet.Top, title) + (fits ? 0 : Sizes.LinePitch);
        var note = sheet.Layer("note", "note");
        if (sheet.WidthOf(text) * 1.02 <= sheet.Right - sheet.Left)
        {
            note.Text(fits ? sheet.Right : sheet.Left, baseline, text, anchor: fits ? Anchor.End : Anchor.Start);
            return baseline;
        }
        foreach (var line in sheet.Wrap(text.Plain, sheet.Right - sheet.Left))
        {
            note.Text(sheet.Left, baseline, line);
            baseline += Sizes.LinePitch;
        }
        return baseline - Sizes.LinePitch;
    }

    static void DrawBox(Layer layer, MarkerGroup group, LogScale scale, double centre, double width, SeriesStyle style)
    {
        if (group is not { Quartiles: { Lower: { } lower, Median: { } median, Upper: { } upper }, Whiskers: { } whiskers })
            return;
        var stroke = new Stroke(Palette.Ink, 0.3);
        layer.Line(centre, scale.Place(whiskers.Upper), centre, scale.Place(upper), stroke);
        layer.Line(centre, scale.Place(lower), centre, scale.Place(whiskers.Lower), stroke);
        layer.Add(new Primitive.Rectangle(
            new(centre - width / 2, scale.Place(upper), centre + width / 2, scale.Place(lower)), stroke,
            new(style.Colour, 0.13)));
        layer.Line(centre - width / 2, scale.Place(median), centre + width / 2, scale.Place(median),
            new(Palette.Ink, MedianWidth));
    }

    static void DrawPoints(
        Layer layer, MarkerGroup group, LogScale scale, double centre, double halfWidth, double strip, SeriesStyle style)
    {
        var heights = group.Values.Select(value => scale.Place(value.Value)).ToList();
        foreach (var ((value, offset), height) in group.Values.Zip(Beeswarm.Offsets(heights, Markers.RadiusMm, halfWidth))
            .Zip(heights))
        {
            var at = new Point(centre + offset, height);
            layer.Mark(value.Mark, at, Markers.Of(style, at));
        }

        var below = Beeswarm.Offsets([.. group.BelowLimit.Select(_ => strip)], Markers.RadiusMm + 0.15, halfWidth);
        foreach (var (mark, offset) in group.BelowLimit.Zip(below))
        {
            var at = new Point(centre + offset, strip);
            layer.Mark(mark, at, Markers.DownTriangle(at, style.Colour));
        }
    }

    static double Name(Sheet sheet, MarkerGroup group, int place, double centre, double available, double axis,
        MarkerWords words)
    {
        var layer = sheet.Layer($"name-{place + 1}", "layer-table");
        var baseline = axis + 4.1;
        void Write(string text, bool bold, string colour, double size)
        {
            foreach (var line in sheet.Wrap(text, available, size, bold))
            {
                layer.Text(centre, baseline, line, size, Anchor.Middle, bold, colour);
                baseline += Sizes.LinePitch;
            }
        }

        Write(group.Name.In(sheet.Language), bold: true, SeriesStyle.At(place).TextColour, Sizes.Axis);
        bool Fits(string text) => sheet.WidthOf(text) * 1.02 <= available;
        var counts = words.Counts(group.Count, group.BelowLimit.Length);
        var together = string.Join(words.Comma.Length > 1 ? " " : "", counts);
        foreach (var text in Fits(together) ? [together] : counts)
            Write(text, bold: false, Palette.Ink, Sizes.Small);
        if (group.Count > 0)
        {
            var quartiles = words.Quartiles(group.Quartiles);
            foreach (var text in Fits(quartiles) ? [quartiles] : words.StackedQuartiles(group.Quartiles))
                Write(text, bold: false, Palette.Quiet, Sizes.Small);
        }
        return baseline - Sizes.LinePitch;
    }

    static string Describe(MarkerByGroupInput input, Language language, MarkerWords words) => string.Join(' ',
        [
            words.AxisTitle(input.Marker, input.Unit) + words.Stop,
            .. input.Groups.Select(group => words.Group(group)),
            .. input.Comparison is { } comparison ? [words.Comparison(comparison).Plain + words.Stop] : Array.Empty<string>(),
        ]);

    static DataTable Table(Sheet sheet, MarkerByGroupInput input, MarkerWords words) => new(
        sheet.Titled(input.Title),
        [words.GroupHeader, "n", words.BelowLimit, words.QuartilesHeader(input.Unit)],
        [.. input.Groups.Select(group => ImmutableArray.Create(
            group.Name.In(sheet.Language), NumberText.Whole(group.Count), NumberText.Whole(group.BelowLimit.Length),
            group.Count > 0 ? words.Quartiles(group.Quartiles) : "–"))]);

    static void Require(MarkerByGroupInput input)
    {
        if (input.Groups.Length is 0 || input.Groups.Length > SeriesStyle.Most)
            throw new ArgumentException(
                $"Found {input.Groups.Length} groups in {input.Key}. Expected 1 to {SeriesStyle.Most}.", nameof(input));
        if (input.LowerLimit is null && input.Groups.FirstOrDefault(group => !group.BelowLimit.IsEmpty) is { } below)
            throw new ArgumentException(
                $"Found {below.BelowLimit.Length} values below the limit in \"{below.Name.En}\". Expected the limit itself.",
                nameof(input));
    }
}

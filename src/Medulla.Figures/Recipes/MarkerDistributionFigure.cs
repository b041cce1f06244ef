using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

public sealed record MarkerDistributionInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    public required Bilingual Marker { get; init; }

    public required string Unit { get; init; }

    public required ImmutableArray<MarkerValue> Values { get; init; }

    public ImmutableArray<Mark?> BelowLimit { get; init; } = [];

    /// <summary>In <see cref="Unit"/>; needed when a value is below it.</summary>
    public double? LowerLimit { get; init; }

    public required MarkerQuartiles Quartiles { get; init; }

    /// <summary>Bars of equal ratio; 8 a decade are a factor of 1.33 each.</summary>
    public int BarsPerDecade { get; init; } = 8;

    public bool Simulated { get; init; }
}

/// <summary>How one marker is distributed: bars of equal ratio, every value in a rug, median and quartiles.</summary>
public static class MarkerDistributionFigure
{
    const double PanelHeight = 38;
    const double RugHeight = 2.2;

    static readonly SeriesStyle Style = SeriesStyle.At(0);

    /// <exception cref="ArgumentException">No value at all, or values below a limit that is not given.</exception>
    public static Figure Draw(MarkerDistributionInput input, FigureWidth width, Language language)
    {
        if (input.Values.IsEmpty && input.BelowLimit.IsEmpty)
            throw new ArgumentException($"Found no value in {input.Key}. Expected at least one.", nameof(input));
        if (input.LowerLimit is null && !input.BelowLimit.IsEmpty)
            throw new ArgumentException(
                $"Found {input.BelowLimit.Length} values below the limit in {input.Key}. Expected the limit itself.",
                nameof(input));

        var sheet = new Sheet(width, language, input.Simulated);
        var words = MarkerWords.In(language);
        var axes = sheet.Layer("axes", "axis");
        var bars = Bars(input);

        var most = Math.Max(bars.Max(bar => bar.Count), input.BelowLimit.Length);
        var top = Axes.TopTitle(sheet, axes, sheet.Top, words.Participants) + 2 * Sizes.LinePitch + 1;
        var height = new LinearScale(0, Math.Max(2, LinearScale.RoundTop(most, 4)), top + PanelHeight, top);
        var counts = height.Ticks(9).Where(tick => tick.Value == Math.Floor(tick.Value))
            .Select(tick => tick with { Label = NumberText.Fixed(tick.Value, 0) }).ToList();
        var left = sheet.Left + Axes.LeftRoom(sheet, counts);
        var (from, to) = (bars[0].From, bars[^1].To);
        var scale = input.BelowLimit.IsEmpty
            ? new LogScale(from, to, left, sheet.Right - 2)
            : new BrokenLogScale(from, to, left, sheet.Right - 2);
        var axis = height.StartMm + RugHeight + 1;

        Axes.Left(axes, height, left, counts);
        Axes.Bottom(axes, scale, axis, [.. scale.Ticks(12).Select(tick =>
            tick.Value == 0 ? tick with { Label = "<\u00A0" + NumberText.Shortest(input.LowerLimit!.Value) } : tick)]);
        var bottom = Axes.BottomTitle(sheet, axes, scale, axis, words.AxisTitle(input.Marker, input.Unit));

        DrawBars(sheet.Layer("bars", "layer-bars"), input, bars, scale, height);
        DrawRug(sheet.Layer("rug", "layer-marks"), input, scale, axis);
        DrawQuartiles(sheet, input.Quartiles, scale, top, height.StartMm, words);
        return sheet.ToFigure(input.Key, input.Title, words.AxisTitle(input.Marker, input.Unit) + words.Stop + " "
            + words.Group(new()
            {
                Name = input.Marker, Values = input.Values, BelowLimit = input.BelowLimit, Quartiles = input.Quartiles,
            }),
            Table(sheet, input, bars, words), bottom + 0.6);
    }

    /// <summary>A bar of the histogram: values from <paramref name="From"/>, short of <paramref name="To"/>.</summary>
    readonly record struct Bar(double From, double To, int Count);

    static ImmutableArray<Bar> Bars(MarkerDistributionInput input)
    {
        double Edge(int number) => Math.Pow(10, (double)number / input.BarsPerDecade);
        int Number(double value) => (int)Math.Floor(Math.Log10(value) * input.BarsPerDecade + 1e-9);

        var numbers = input.Values.Select(value => Number(value.Value)).DefaultIfEmpty(Number(input.LowerLimit ?? 1)).ToList();
        return [.. Enumerable.Range(numbers.Min() - 1, numbers.Max() - numbers.Min() + 3)
            .Select(number => new Bar(Edge(number), Edge(number + 1),
                input.Values.Count(value => Number(value.Value) == number)))];
    }

    static void DrawBars(Layer layer, MarkerDistributionInput input, ImmutableArray<Bar> bars, LogScale scale,
        LinearScale height)
    {
        var stroke = new Stroke(Style.Colour, 0.25);
        foreach (var bar in bars.Where(bar => bar.Count > 0))
            layer.Add(new Primitive.Rectangle(
                new(scale.Place(bar.From), height.Place(bar.Count), scale.Place(bar.To), height.StartMm), stroke,
                new(Style.Colour, 0.18)));
        if (input.BelowLimit.IsEmpty)
            return;
        var centre = scale.Place(0);
        var half = Math.Min(3, (scale.Place(bars[0].To) - scale.Place(bars[0].From)) / 2);
        layer.Add(new Primitive.Rectangle(
            new(centre - half, height.Place(input.BelowLimit.Length), centre + half, height.StartMm), stroke,
            new(Palette.Paper)));
    }

    static void DrawRug(Layer layer, MarkerDistributionInput input, LogScale scale, double axis)
    {
        foreach (var value in input.Values)
        {
            var x = scale.Place(value.Value);
            layer.Mark(value.Mark, new(x, axis - RugHeight / 2),
                new Primitive.Line(new(x, axis - RugHeight), new(x, axis - 0.5), new(Style.Colour, 0.15)));
        }
    }

    // A bracket above the bars: the box of a box plot laid flat, its numbers written over it.
    static void DrawQuartiles(
        Sheet sheet, MarkerQuartiles quartiles, LogScale scale, double top, double bottom, MarkerWords words)
    {
        var layer = sheet.Layer("quartiles", "layer-reference");
        var y = top - 1.6;
        if (quartiles is { Lower: { } lower, Upper: { } upper })
            layer.Line(scale.Place(lower), y, scale.Place(upper), y, new(Palette.Ink, 0.5));
        foreach (var end in (double?[])[quartiles.Lower, quartiles.Upper])
            if (end is { } value)
                layer.Line(scale.Place(value), y - 0.7, scale.Place(value), y + 0.7, new(Palette.Ink, 0.3));
        if (quartiles.Median is { } median)
        {
            layer.Line(scale.Place(median), y - 1, scale.Place(median), bottom, new(Palette.Ink, 0.25, Sizes.Reference.Dash));
            layer.Add(new Primitive.Circle(new(scale.Place(median), y), 0.75, new(Palette.Ink, 0.3), new(Palette.Paper)));
        }

        var text = words.MedianQuartiles + words.Space + words.Quartiles(quartiles);
        var half = sheet.WidthOf(text) / 2;
        var centre = quartiles.Median is { } middle ? scale.Place(middle) : scale.StartMm + half;
        layer.Text(Math.Clamp(centre, sheet.Left + half, sheet.Right - half), y - 2, text, anchor: Anchor.Middle);
    }

    static DataTable Table(Sheet sheet, MarkerDistributionInput input, ImmutableArray<Bar> bars, MarkerWords words)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        if (!input.BelowLimit.IsEmpty)
            rows.Add([words.BelowLimit, NumberText.Whole(input.BelowLimit.Length)]);
        rows.AddRange(bars.Where(bar => bar.Count > 0).Select(bar => ImmutableArray.Create(
            NumberText.Range(bar.From, bar.To, value => NumberText.Significant(value)), NumberText.Whole(bar.Count))));
        return new(sheet.Titled(input.Title), [words.Range + words.Comma + input.Unit, words.Participants], rows.ToImmutable());
    }
}

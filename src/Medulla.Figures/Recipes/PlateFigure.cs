using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

public enum WellState
{
    /// <summary>Has a reading that counts.</summary>
    Read,

    /// <summary>Has a reading that was left out.</summary>
    Masked,

    /// <summary>The reader could not measure so much light absorbed.</summary>
    Overflow,

    /// <summary>No reading; drawn blank, never as zero.</summary>
    Empty,
}

/// <param name="Row">0 for A to 7 for H.</param>
/// <param name="Column">0 to 11.</param>
/// <param name="Label">One or two letters: what stands in the well.</param>
/// <param name="Value">Null when there is no reading.</param>
public sealed record PlateWell(int Row, int Column, string Label, double? Value, WellState State = WellState.Read,
    Mark? Mark = null);

public sealed record PlateInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>"OD 450 − 570 nm".</summary>
    public required Bilingual ValueName { get; init; }

    /// <summary>"S calibrator, U aliquot, C quality control".</summary>
    public required Bilingual LabelKey { get; init; }

    /// <summary>At most 96, each position once.</summary>
    public required ImmutableArray<PlateWell> Wells { get; init; }

    public bool Simulated { get; init; }
}

/// <summary>A 96-well plate as a heat map on a log colour scale.</summary>
public static class PlateFigure
{
    const int Rows = 8;
    const int Columns = 12;
    const double Gap = 0.15;
    const int KeySteps = 32;

    /// <exception cref="ArgumentException">A well is outside the plate or named twice; no reading is positive.</exception>
    public static Figure Draw(PlateInput input, FigureWidth width, Language language)
    {
        Require(input);

        var sheet = new Sheet(width, language, input.Simulated);
        var (cellWidth, cellHeight) = width switch
        {
            FigureWidth.Column => (6.35, 6.35),
            FigureWidth.Middle => (8.6, 7.0),
            _ => (11.4, 8.2),
        };
        var showsValues = width == FigureWidth.Page;
        var positive = input.Wells.Select(well => well.Value).OfType<double>().Where(value => value > 0).ToList();
        var colours = LogScale.Around(positive.Min(), positive.Max(), 0, 1);

        var names = sheet.Layer("names", "axis");
        var (left, top) = (sheet.Left + 4, sheet.Top + 3.4);
        for (var column = 0; column < Columns; column++)
            names.Text(left + (column + 0.5) * cellWidth, top - 1.2, NumberText.Whole(column + 1), anchor: Anchor.Middle);
        for (var row = 0; row < Rows; row++)
            names.Text(left - 1.2, top + (row + 0.5) * cellHeight + Sizes.Centred(Sizes.Small), RowName(row),
                anchor: Anchor.End);

        var wells = sheet.Layer("wells", "layer-cells");
        foreach (var well in input.Wells.OrderBy(well => well.Row).ThenBy(well => well.Column))
        {
            var area = new TextBox(left + well.Column * cellWidth, top + well.Row * cellHeight,
                left + (well.Column + 1) * cellWidth, top + (well.Row + 1) * cellHeight).Grown(-Gap);
            DrawWell(wells, well, area, colours, showsValues);
        }
        var frame = new TextBox(left, top, left + Columns * cellWidth, top + Rows * cellHeight);
        sheet.Layer("frame", "axis").AddTint(new Primitive.Rectangle(frame, Sizes.AxisLine, null));

        var words = PlateWords.In(language);
        var bottom = DrawKey(sheet, input, words, colours, frame);
        return sheet.ToFigure(input.Key, input.Title,
            Phrase.Filled(words.Described, input.ValueName.In(language), positive.Count,
                NumberText.Significant(positive.Min()), NumberText.Significant(positive.Max()),
                input.Wells.Count(well => well.State == WellState.Masked),
                input.Wells.Count(well => well.State == WellState.Overflow)),
            Table(sheet, input, words), bottom);
    }

    static string RowName(int row) => ((char)('A' + row)).ToString();

    static void DrawWell(Layer layer, PlateWell well, TextBox area, LogScale colours, bool showsValue)
    {
        var colour = well is { Value: { } value, State: WellState.Read or WellState.Masked }
            ? ColourOf(value, colours)
            : SequentialColour.Paper;
        var text = colour.TextColour;
        var middle = (area.Left + area.Right) / 2;
        var centre = (area.Top + area.Bottom) / 2 + Sizes.Centred(Sizes.Small);
        List<Primitive> drawn = [new Primitive.Rectangle(area, null, new(colour.Hex))];

        var second = well.State == WellState.Overflow ? "OVR"
            : showsValue && well.Value is { } reading ? NumberText.Fixed(reading, 3)
            : "";
        if (well.State == WellState.Masked)
        {
            // The stroke leaves the letter free: it runs in two corners.
            drawn.Add(Corner(area.Right, area.Top, -1, 1, text));
            drawn.Add(Corner(area.Left, area.Bottom, 1, -1, text));
        }
        if (well.State == WellState.Overflow && !showsValue)
            drawn.Add(layer.Label(middle, centre, second, anchor: Anchor.Middle, colour: Palette.Flag));
        else if (second.Length > 0)
        {
            drawn.Add(layer.Label(middle, centre - 1.6, well.Label, anchor: Anchor.Middle, colour: text));
            drawn.Add(layer.Label(middle, centre + 1.7, second, anchor: Anchor.Middle,
                colour: well.State == WellState.Overflow ? Palette.Flag : text));
        }
        else if (well.Label.Length > 0)
            drawn.Add(layer.Label(middle, centre, well.Label, anchor: Anchor.Middle, colour: text));

        if (well.Mark is null)
            foreach (var primitive in drawn)
                layer.Add(primitive);
        else
            layer.Add(new Primitive.Link(well.Mark, area, [.. drawn]));
    }

    static Primitive.Line Corner(double x, double y, int right, int down, string colour) =>
        new(new(x + right * 0.3, y + down * 0.3), new(x + right * 1.7, y + down * 1.7), new(colour, 0.3));

    static SequentialColour ColourOf(double value, LogScale colours) =>
        SequentialColour.At(value <= colours.From ? 0 : colours.Place(Math.Min(value, colours.To)));

    static double DrawKey(Sheet sheet, PlateInput input, PlateWords words, LogScale colours, TextBox plate)
    {
        var layer = sheet.Layer("key", "key");
        var length = Math.Min(38, plate.Width * 0.46);
        var (left, top) = (plate.Right - length, plate.Bottom + 2.4);
        for (var step = 0; step < KeySteps; step++)
            layer.AddTint(new Primitive.Rectangle(
                new(left + step * length / KeySteps, top, left + (step + 1) * length / KeySteps, top + 2.2), null,
                new(SequentialColour.At((step + 0.5) / KeySteps).Hex)));
        var scale = new LogScale(colours.From, colours.To, left, plate.Right);
        Axes.Bottom(layer, scale, top + 2.2, [.. scale.Ticks(10).Where(tick => tick.IsMajor)]);

        var baseline = top + 0.8 * Sizes.Small;
        foreach (var line in sheet.Wrap(input.LabelKey.In(sheet.Language), left - sheet.Left - 4)
            .Concat(sheet.Wrap(words.Colour + input.ValueName.In(sheet.Language), left - sheet.Left - 4)))
        {
            layer.Text(sheet.Left, baseline, line);
            baseline += Sizes.LinePitch;
        }
        return Math.Max(baseline - Sizes.LinePitch, top + 2.2 + Sizes.TickLabelDrop) + 0.6;
    }

    static DataTable Table(Sheet sheet, PlateInput input, PlateWords words) => new(
        sheet.Titled(input.Title),
        [words.Well, words.Content, input.ValueName.In(sheet.Language), words.State],
        [.. input.Wells.OrderBy(well => well.Row).ThenBy(well => well.Column).Select(well => ImmutableArray.Create(
            RowName(well.Row) + (well.Column + 1).ToString(CultureInfo.InvariantCulture), well.Label,
            well.Value is { } value ? NumberText.Fixed(value, 3) : "–", words.StateName(well.State)))]);

    static void Require(PlateInput input)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var well in input.Wells)
        {
            if (well.Row is < 0 or >= Rows || well.Column is < 0 or >= Columns)
                throw new ArgumentException(
                    $"Found a well in row {well.Row}, column {well.Column}. Expected rows 0 to 7 and columns 0 to 11.",
                    nameof(input));
            if (!taken.Add((well.Row, well.Column)))
                throw new ArgumentException($"Found well {RowName(well.Row)}{well.Column + 1} twice. Expected it once.",
                    nameof(input));
        }
        if (!input.Wells.Any(well => well.Value > 0))
            throw new ArgumentException($"Found no positive reading in {input.Key}. Expected at least one.", nameof(input));
    }
}

using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>One row of a forest.</summary>
public abstract record ForestRow
{
    private ForestRow(Bilingual label) => Label = label;

    public Bilingual Label { get; }

    /// <summary>The name of a variable whose levels follow.</summary>
    public sealed record Heading(Bilingual Name) : ForestRow(Name);

    /// <summary>The level the others are compared with: ratio 1 by definition.</summary>
    public sealed record Reference(Bilingual Level, int Count, int? Events) : ForestRow(Level);

    /// <param name="Ratio">Null when it cannot be estimated.</param>
    /// <param name="IsLevel">True under a heading: indented.</param>
    public sealed record Term(Bilingual Name, int Count, int? Events, Estimate? Ratio, bool IsLevel = true, Mark? Mark = null)
        : ForestRow(Name);
}

public sealed record ForestInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>"Hazard ratio".</summary>
    public required Bilingual RatioName { get; init; }

    /// <summary>"HR".</summary>
    public required Bilingual RatioShortName { get; init; }

    /// <summary>"lower risk": what a ratio under 1 means.</summary>
    public required Bilingual BelowOne { get; init; }

    public required Bilingual AboveOne { get; init; }

    /// <summary>In the order of the plan, never of P.</summary>
    public required ImmutableArray<ForestRow> Rows { get; init; }

    public bool Simulated { get; init; }
}

/// <summary>Ratios with their intervals on a log axis, the numbers beside them.</summary>
public static class ForestFigure
{
    const double RowPitch = 4;
    const double LeastPlot = 25;
    const double Indent = 2.5;
    const double LongestRatio = 20;
    const double HalfSquare = 0.85;

    static readonly Stroke Interval = new(Palette.Navy, 0.5);

    /// <exception cref="ArgumentException">There is no row with a ratio.</exception>
    public static Figure Draw(ForestInput input, FigureWidth width, Language language)
    {
        if (!input.Rows.Any(row => row is ForestRow.Term { Ratio: not null }))
            throw new ArgumentException($"Found no estimated ratio in {input.Key}. Expected at least one.", nameof(input));

        var sheet = new Sheet(width, language, input.Simulated);
        var words = ForestWords.In(language);
        var columns = ForestColumns.Fit(sheet, input, words, LeastPlot, width == FigureWidth.Page ? 3.5 : 2.5, Indent);
        var table = sheet.Layer("table", "layer-table");
        var axes = sheet.Layer("axes", "axis");
        var marks = sheet.Layer("ratios", "layer-marks");
        var scale = Scale(input, columns.PlotLeft, columns.PlotRight);

        var header = sheet.Top + 0.9 * Sizes.Small;
        columns.WriteHeader(table, header, input, words);
        var rule = header + 1.7;
        table.Line(sheet.Left, rule, sheet.Right, rule, Sizes.AxisLine);

        var baseline = rule + RowPitch;
        foreach (var (place, row) in input.Rows.Index())
        {
            var lines = columns.Lines(row, language);
            foreach (var (line, text) in lines.Index())
                table.Text(sheet.Left + columns.IndentOf(row), baseline + line * Sizes.LinePitch, text,
                    bold: columns.IsBold(row));
            columns.WriteNumbers(table, baseline, row, words);
            DrawRow(marks, row, scale, baseline - Sizes.Centred(Sizes.Small));
            baseline += RowPitch + (lines.Length - 1) * Sizes.LinePitch;
        }

        var axis = baseline - RowPitch + 2.2;
        axes.Line(scale.Place(1), rule + 0.6, scale.Place(1), axis, new(Palette.Rule, 0.2));
        Axes.Bottom(axes, scale, axis, scale.RatioTicks());
        var bottom = Axes.BottomTitle(sheet, axes, scale, axis, input.RatioName.In(language) + words.LogScale);
        bottom = Directions(sheet, axes, input, scale.Place(1), bottom + Sizes.LinePitch);
        return sheet.ToFigure(input.Key, input.Title, Describe(input, language, words), Table(sheet, input, words),
            bottom + 0.6);
    }

    // Covers every interval up to a ratio of 20 either way; what reaches further ends in an arrow.
    static LogScale Scale(ForestInput input, double left, double right)
    {
        var ends = input.Rows.OfType<ForestRow.Term>().Select(term => term.Ratio).OfType<Estimate>()
            .SelectMany(ratio => (double?[])[ratio.Lower, ratio.Value, ratio.Upper]).OfType<double>()
            .Where(end => end is > 0 and < double.MaxValue)
            .Select(end => Math.Clamp(end, 1 / LongestRatio, LongestRatio)).ToList();
        return new(Math.Min(0.5, ends.Min()) / 1.08, Math.Max(2, ends.Max()) * 1.08, left, right);
    }

    static void DrawRow(Layer marks, ForestRow row, LogScale scale, double y)
    {
        switch (row)
        {
            case ForestRow.Reference:
                marks.Add(Square(scale.Place(1), y, filled: false));
                break;
            case ForestRow.Term { Ratio: { } ratio } term:
                var (from, to) = (ratio.Lower ?? 0, ratio.Upper ?? double.MaxValue);
                var left = from < scale.From ? scale.StartMm : scale.Place(from);
                var right = to > scale.To ? scale.EndMm : scale.Place(to);
                List<Primitive> drawn = [];
                if (ratio is not { Lower: null, Upper: null } && right > left)
                {
                    // The line stops in the arrow head, or its square end would stick out of the tip.
                    drawn.Add(new Primitive.Line(
                        new(from < scale.From ? left + 0.6 : left, y), new(to > scale.To ? right - 0.6 : right, y), Interval));
                    if (from < scale.From)
                        drawn.Add(Markers.ArrowHead(new(left, y), -1, 0, Palette.Navy, 1.3));
                    if (to > scale.To)
                        drawn.Add(Markers.ArrowHead(new(right, y), 1, 0, Palette.Navy, 1.3));
                }
                if (scale.Contains(ratio.Value))
                    drawn.Add(Square(scale.Place(ratio.Value), y, filled: true));
                marks.Mark(term.Mark, new(scale.Place(Math.Clamp(ratio.Value, scale.From, scale.To)), y), [.. drawn]);
                break;
        }
    }

    static Primitive.Rectangle Square(double x, double y, bool filled) => new(
        new(x - HalfSquare, y - HalfSquare, x + HalfSquare, y + HalfSquare),
        new(Palette.Navy, 0.25), new(filled ? Palette.Navy : Palette.Paper));

    // The two meanings flank the line of no effect; where they do not fit, they take a line each.
    static double Directions(Sheet sheet, Layer axes, ForestInput input, double one, double baseline)
    {
        var (left, right) = ("← " + input.BelowOne.In(sheet.Language), input.AboveOne.In(sheet.Language) + " →");
        var (leftWidth, rightWidth) = (sheet.WidthOf(left), sheet.WidthOf(right));
        if (one - 1.2 - leftWidth >= sheet.Left && one + 1.2 + rightWidth <= sheet.Right)
        {
            axes.Text(one - 1.2, baseline, left, anchor: Anchor.End, colour: Palette.Quiet);
            axes.Text(one + 1.2, baseline, right, colour: Palette.Quiet);
            return baseline;
        }
        foreach (var text in (string[])[left, right])
            foreach (var line in sheet.Wrap(text, sheet.Right - sheet.Left))
            {
                axes.Text(sheet.Right, baseline, line, anchor: Anchor.End, colour: Palette.Quiet);
                baseline += Sizes.LinePitch;
            }
        return baseline - Sizes.LinePitch;
    }

    static string Describe(ForestInput input, Language language, ForestWords words)
    {
        var clauses = new List<string>();
        var heading = "";
        foreach (var row in input.Rows)
        {
            if (row is ForestRow.Heading or ForestRow.Term { IsLevel: false })
                heading = row is ForestRow.Heading ? row.Label.In(language) + words.Comma : "";
            if (row is ForestRow.Term { Ratio: { } ratio })
                clauses.Add($"{heading}{row.Label.In(language)}{words.Colon}"
                    + $"{input.RatioShortName.In(language)} {ratio.With(NumberText.Ratio)}");
        }
        return string.Join(words.Separator, clauses) + words.Stop;
    }

    static DataTable Table(Sheet sheet, ForestInput input, ForestWords words) => new(
        sheet.Titled(input.Title),
        [words.Variable, words.CountHeader, words.RatioHeader(input), "P"],
        [.. input.Rows.Select(row => ImmutableArray.Create(
            row.Label.In(sheet.Language), words.Count(row), words.Ratio(row), words.P(row)))]);
}

using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>The columns of a forest, as wide as their texts; the plot gets the rest.</summary>
sealed class ForestColumns
{
    readonly Sheet sheet;
    readonly double indent;
    readonly double labelWidth;
    readonly double? countRight;
    readonly string countHeader;
    readonly double ratioRight;
    readonly bool hasP;

    ForestColumns(
        Sheet sheet, double indent, double labelWidth, double? countRight, string countHeader,
        double plotLeft, double plotRight, double ratioRight, bool hasP)
    {
        (this.sheet, this.indent, this.labelWidth, this.countRight) = (sheet, indent, labelWidth, countRight);
        (this.countHeader, PlotLeft, PlotRight, this.ratioRight, this.hasP) =
            (countHeader, plotLeft, plotRight, ratioRight, hasP);
    }

    public double PlotLeft { get; }

    public double PlotRight { get; }

    /// <summary>Drops P, then n, then wraps labels, until the plot has its least width.</summary>
    public static ForestColumns Fit(
        Sheet sheet, ForestInput input, ForestWords words, double leastPlot, double between, double indent)
    {
        double Widest(Func<ForestRow, string> text, string above) => Math.Max(
            input.Rows.Max(row => sheet.WidthOf(text(row))), sheet.WidthOf(above, bold: true)) * 1.02;

        var label = Math.Max(sheet.WidthOf(words.Variable, bold: true), input.Rows.Max(row =>
            sheet.WidthOf(row.Label.In(sheet.Language), bold: IsHeading(row)) + (IsHeading(row) ? 0 : indent))) * 1.02;
        var header = sheet.Width > 100 ? words.CountHeader : words.ShortCountHeader;
        var (count, ratio, p) = (Widest(words.Count, header), Widest(words.Ratio, words.RatioHeader(input)),
            Widest(words.P, "P"));
        var whole = sheet.Right - sheet.Left;
        double Plot(double labels, bool withCount, bool withP) =>
            whole - labels - ratio - 2 * between - (withCount ? count + between : 0) - (withP ? p + between : 0);

        var showsP = Plot(label, withCount: true, withP: true) >= leastPlot;
        var showsCount = showsP || Plot(label, withCount: true, withP: false) >= leastPlot;
        if (Plot(label, showsCount, showsP) < leastPlot)
            label += Plot(label, showsCount, showsP) - leastPlot;
        if (label < whole * 0.2)
            label = whole * 0.2; // A plot under its least width is better than one letter a line.

        var left = sheet.Left + label + (showsCount ? between + count : 0);
        var ratioEnd = sheet.Right - (showsP ? p + between : 0);
        return new(sheet, indent, label, showsCount ? left : null, header, left + between, ratioEnd - ratio - between,
            ratioEnd, showsP);
    }

    public bool IsBold(ForestRow row) => IsHeading(row);

    public double IndentOf(ForestRow row) => IsHeading(row) ? 0 : indent;

    public ImmutableArray<string> Lines(ForestRow row, Language language) =>
        sheet.Wrap(row.Label.In(language), labelWidth - IndentOf(row), bold: IsHeading(row));

    public void WriteHeader(Layer layer, double baseline, ForestInput input, ForestWords words)
    {
        layer.Text(sheet.Left, baseline, words.Variable, bold: true);
        if (countRight is { } right)
            layer.Text(right, baseline, countHeader, anchor: Anchor.End, bold: true);
        layer.Text(ratioRight, baseline, words.RatioHeader(input), anchor: Anchor.End, bold: true);
        if (hasP)
            layer.Text(sheet.Right, baseline, RichText.Italic("P"), anchor: Anchor.End);
    }

    public void WriteNumbers(Layer layer, double baseline, ForestRow row, ForestWords words)
    {
        void Write(double right, string text, string colour)
        {
            if (text.Length > 0)
                layer.Text(right, baseline, text, anchor: Anchor.End, colour: colour);
        }

        if (countRight is { } count)
            Write(count, words.Count(row), Palette.Ink);
        Write(ratioRight, words.Ratio(row), row is ForestRow.Term { Ratio: not null } ? Palette.Ink : Palette.Quiet);
        if (hasP)
            Write(sheet.Right, words.P(row), Palette.Ink);
    }

    static bool IsHeading(ForestRow row) => row is ForestRow.Heading or ForestRow.Term { IsLevel: false };
}

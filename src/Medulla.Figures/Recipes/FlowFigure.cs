using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>One reason and how many people it took out; reasons exclude each other.</summary>
public sealed record FlowReason(Bilingual Label, int Count);

/// <summary>Who left between two stages.</summary>
public sealed record FlowExclusion(Bilingual Label, ImmutableArray<FlowReason> Reasons, string? Target = null)
{
    public int Count => Reasons.Sum(reason => reason.Count);
}

/// <summary>One box of the main column.</summary>
/// <param name="Excluded">Who left after this stage; null when nobody did.</param>
/// <param name="Target">Site-relative page of these people; null when there is none.</param>
public sealed record FlowStage(Bilingual Label, int Count, FlowExclusion? Excluded = null, string? Target = null);

/// <summary>One box of the split at the end.</summary>
public sealed record FlowArm(Bilingual Label, int Count, ImmutableArray<FlowReason> Lines, string? Target = null);

public sealed record FlowInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>From first contact to analysis; at least one.</summary>
    public required ImmutableArray<FlowStage> Stages { get; init; }

    /// <summary>Parts of the last stage; empty when it is not split.</summary>
    public ImmutableArray<FlowArm> Arms { get; init; } = [];

    public bool Simulated { get; init; }
}

/// <summary>How participants passed through the study: main column, exclusions on the right, a split at the end.</summary>
/// <remarks>Sources: REMARK item 12; STROBE item 13.</remarks>
public static class FlowFigure
{
    const double Padding = 1.9;
    const double Corner = 0.6;
    const double GapWithoutExclusion = 5;
    const double AroundExclusion = 2.2;
    const double SplitDrop = 3.4;
    const double BetweenArms = 4;

    static readonly Stroke Border = new(Palette.Ink, 0.25);

    /// <exception cref="ArgumentException">A stage is not what the one before it leaves, or the arms do not add up.</exception>
    public static Figure Draw(FlowInput input, FigureWidth width, Language language)
    {
        RequireSums(input);

        var sheet = new Sheet(width, language, input.Simulated);
        var words = FlowWords.In(language);
        var flow = sheet.Layer("flow", "layer-nodes");
        var isPage = width == FigureWidth.Page;
        var (mainLeft, mainRight) = isPage
            ? (22.0, 92.0)
            : (sheet.Left, sheet.Left + (sheet.Right - sheet.Left - BetweenArms) / 2);
        var (sideLeft, sideRight) = (mainRight + (isPage ? 13 : (sheet.Right - sheet.Left) * 0.065), sheet.Right);
        var middle = (mainLeft + mainRight) / 2;

        var top = sheet.Top;
        foreach (var (place, stage) in input.Stages.Index())
        {
            var bottom = Box(sheet, flow, mainLeft, mainRight, top, words.Counted(stage.Label, stage.Count), [], stage.Target);
            if (place == input.Stages.Length - 1)
            {
                top = bottom;
                break;
            }

            var next = bottom + GapWithoutExclusion;
            if (stage.Excluded is { } excluded)
            {
                var sideTop = bottom + AroundExclusion;
                var sideBottom = Box(sheet, flow, sideLeft, sideRight, sideTop, words.Counted(excluded.Label, excluded.Count),
                    [.. excluded.Reasons.Select(reason => words.Counted(reason.Label, reason.Count))], excluded.Target);
                next = sideBottom + AroundExclusion;
                var arrow = (sideTop + sideBottom) / 2;
                flow.Line(middle, arrow, sideLeft - 1.2, arrow, Border);
                flow.Add(Markers.ArrowHead(new(sideLeft, arrow), 1, 0, Palette.Ink));
            }
            Arrow(flow, middle, bottom, next);
            top = next;
        }

        var end = input.Arms.IsEmpty ? top : Split(sheet, flow, input.Arms, middle, top, words);
        return sheet.ToFigure(input.Key, input.Title, Describe(input, words), Table(sheet, input, words), end);
    }

    static double Split(Sheet sheet, Layer flow, ImmutableArray<FlowArm> arms, double middle, double top, FlowWords words)
    {
        // Two arms stand even under the column; more need the whole width.
        var half = Math.Min(middle - sheet.Left, sheet.Right - middle);
        var (left, right) = arms.Length <= 2 && half > (sheet.Right - sheet.Left) / 4
            ? (middle - half, middle + half)
            : (sheet.Left, sheet.Right);
        var width = (right - left - BetweenArms * (arms.Length - 1)) / arms.Length;
        var centres = arms.Select((_, place) => left + place * (width + BetweenArms) + width / 2).ToList();
        var (turn, boxTop) = (top + SplitDrop, top + 2 * SplitDrop + 0.4);
        flow.Line(middle, top, middle, turn, Border);
        if (Math.Max(middle, centres[^1]) - Math.Min(middle, centres[0]) > 0.01)
            flow.Line(Math.Min(middle, centres[0]), turn, Math.Max(middle, centres[^1]), turn, Border);

        var bottom = boxTop;
        foreach (var (place, arm) in arms.Index())
        {
            Arrow(flow, centres[place], turn, boxTop);
            bottom = Math.Max(bottom, Box(sheet, flow, centres[place] - width / 2, centres[place] + width / 2, boxTop,
                words.Counted(arm.Label, arm.Count), [.. arm.Lines.Select(line => words.Counted(line.Label, line.Count))],
                arm.Target));
        }
        return bottom;
    }

    static void Arrow(Layer flow, double x, double from, double to)
    {
        flow.Line(x, from, x, to - 1.2, Border);
        flow.Add(Markers.ArrowHead(new(x, to), 0, 1, Palette.Ink));
    }

    /// <summary>A box as high as its text; the first text is bold. Returns its lower edge.</summary>
    static double Box(
        Sheet sheet, Layer flow, double left, double right, double top, string heading, ImmutableArray<string> lines,
        string? target)
    {
        var available = right - left - 2 * Padding;
        var rows = sheet.Wrap(heading, available, bold: true).Select(text => (text, Bold: true))
            .Concat(lines.SelectMany(line => sheet.Wrap(line, available)).Select(text => (text, Bold: false))).ToList();
        var area = new TextBox(left, top, right, top + 2 * Padding + Placement.Height(rows.Count) - 0.2);

        List<Primitive> content = [new Primitive.Rectangle(area, Border, new(Palette.Paper), Corner)];
        foreach (var (row, (text, bold)) in rows.Index())
            content.Add(flow.Label(left + Padding, top + Padding + 0.8 * Sizes.Small + row * Sizes.LinePitch, text,
                bold: bold));
        if (target is null)
            foreach (var piece in content)
                flow.Add(piece);
        else
            flow.Add(new Primitive.Link(new(heading, target), area, [.. content]));
        return area.Bottom;
    }

    static string Describe(FlowInput input, FlowWords words) => words.Sentence(
        [
            .. input.Stages.SelectMany(stage => stage.Excluded is { } excluded
                ? new[] { words.Counted(stage.Label, stage.Count), words.Counted(excluded.Label, excluded.Count) }
                : [words.Counted(stage.Label, stage.Count)]),
            .. input.Arms.Select(arm => words.Counted(arm.Label, arm.Count)),
        ]);

    static DataTable Table(Sheet sheet, FlowInput input, FlowWords words)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        string In(Bilingual label) => label.In(sheet.Language);
        foreach (var stage in input.Stages)
        {
            rows.Add([In(stage.Label), "", NumberText.Whole(stage.Count)]);
            if (stage.Excluded is not { } excluded)
                continue;
            rows.Add([In(excluded.Label), "", NumberText.Whole(excluded.Count)]);
            rows.AddRange(excluded.Reasons.Select(reason =>
                ImmutableArray.Create(In(excluded.Label), In(reason.Label), NumberText.Whole(reason.Count))));
        }
        foreach (var arm in input.Arms)
        {
            rows.Add([In(arm.Label), "", NumberText.Whole(arm.Count)]);
            rows.AddRange(arm.Lines.Select(line =>
                ImmutableArray.Create(In(arm.Label), In(line.Label), NumberText.Whole(line.Count))));
        }
        return new(sheet.Titled(input.Title), [words.Stage, words.Reason, "n"], rows.ToImmutable());
    }

    static void RequireSums(FlowInput input)
    {
        if (input.Stages.IsEmpty)
            throw new ArgumentException($"Found no stage in {input.Key}. Expected at least one.", nameof(input));
        for (var place = 1; place < input.Stages.Length; place++)
        {
            var (before, stage) = (input.Stages[place - 1], input.Stages[place]);
            var left = before.Count - (before.Excluded?.Count ?? 0);
            if (stage.Count != left)
                throw new ArgumentException(
                    $"Found {stage.Count} in \"{stage.Label.En}\". Expected {left}: {before.Count} in \"{before.Label.En}\" "
                    + $"less {before.Excluded?.Count ?? 0} excluded.", nameof(input));
        }
        if (input.Stages[^1] is { Excluded: { } last } final)
            throw new ArgumentException(
                $"Found {last.Count} excluded after the last stage \"{final.Label.En}\". Expected a stage that follows.",
                nameof(input));
        if (!input.Arms.IsEmpty && input.Arms.Sum(arm => arm.Count) != input.Stages[^1].Count)
            throw new ArgumentException(
                $"Found {input.Arms.Sum(arm => arm.Count)} in the arms. Expected {input.Stages[^1].Count}, "
                + $"as in \"{input.Stages[^1].Label.En}\".", nameof(input));
    }
}

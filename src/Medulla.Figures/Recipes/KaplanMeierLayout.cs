using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>Puts one Kaplan–Meier figure on its page.</summary>
sealed class KaplanMeierLayout
{
    const double PanelHeight = 50;
    const double PageShareOfPanel = 0.61;

    readonly KaplanMeierInput input;
    readonly Language language;
    readonly KaplanMeierWords words;
    readonly LinearScale survival;
    readonly TextBox panel;

    public KaplanMeierLayout(KaplanMeierInput input, FigureWidth width, Language language, bool keyAbove, bool noteAbove)
    {
        (this.input, this.language, words) = (input, language, KaplanMeierWords.In(language));
        Sheet = new(width, language, input.Simulated);
        var sheet = Sheet;
        var hasSide = width == FigureWidth.Page;

        var axes = sheet.Layer("axes", "axis");
        var top = Axes.TopTitle(sheet, axes, sheet.Top, $"{input.Endpoint.In(language)}{words.Comma}%") + 0.6;
        if (keyAbove)
            top = KeyStrip.Draw(sheet, sheet.Layer("key", "key"), top + 0.8,
                hasSide ? sheet.Width * PageShareOfPanel : sheet.Right, Series());
        if (noteAbove && !hasSide)
            top = Placement.Lines(sheet.Layer("note", "note"), new(sheet.Left, top + 0.8),
                NoteLines(sheet.Right - sheet.Left)) + 0.5;
        top += 2.6;

        var last = input.Groups.Max(group => group.LastFollowUpDays);
        var largest = NumberText.Whole(input.Groups.Max(group => group.Count));
        var left = sheet.Left + Math.Max(
            RiskTable.LabelWidth(sheet, words) + sheet.WidthOf(largest) / 2 + 1.8,
            sheet.WidthOf("100") + 2.5);
        var rightRoom = Math.Max(sheet.WidthOf(largest), sheet.WidthOf("0000")) / 2;
        var right = (hasSide ? sheet.Width * PageShareOfPanel : sheet.Right) - rightRoom;

        panel = new(Sheet.Snap(left), Sheet.Snap(top), Sheet.Snap(right), Sheet.Snap(top) + PanelHeight);
        Time = FollowUpTimeScale.Over(last, panel.Left, panel.Right);
        survival = LinearScale.Percent(panel.Bottom, panel.Top);

        DrawAxes(axes, out var axisBottom);
        DrawCurves();
        NamesFit = keyAbove || NameCurves();
        NoteFits = hasSide || noteAbove || DrawNote();
        var bottom = RiskTable.Draw(sheet, input, Time, axisBottom + 4.6, hasSide ? panel.Right + rightRoom : sheet.Right);
        if (hasSide)
            bottom = Math.Max(bottom,
                KaplanMeierSideTable.Draw(sheet, input, Time, sheet.Width * PageShareOfPanel + 6, panel.Top));
        Bottom = bottom;
    }

    public Sheet Sheet { get; }

    /// <summary>The lowest millimetre used.</summary>
    public double Bottom { get; }

    public FollowUpTimeScale Time { get; }

    /// <summary>False when a curve's name found no free place beside it.</summary>
    public bool NamesFit { get; }

    public bool NoteFits { get; }

    IEnumerable<(string Name, SeriesStyle Style)> Series() =>
        input.Groups.Select((group, place) => (group.Name.In(language), SeriesStyle.At(place)));

    void DrawAxes(Layer axes, out double bottom)
    {
        Axes.Left(axes, survival, panel.Left, survival.Ticks(10));
        Axes.Bottom(axes, Time, panel.Bottom, Time.Ticks());
        bottom = Axes.BottomTitle(Sheet, axes, Time, panel.Bottom,
            input.TimeOrigin.In(language) + words.Comma + words.Unit(Time.Unit));
    }

    void DrawCurves()
    {
        foreach (var (place, group) in input.Groups.Index())
            if (Band(group) is { } outline)
                Sheet.Layer($"band-{place + 1}", "layer-band").AddGround(
                    new(outline, Closed: true, null,
                    new(SeriesStyle.At(place).Colour, input.Groups.Length switch { 1 => 0.18, 2 => 0.13, _ => 0.10 })));

        DrawMedians();
        foreach (var (place, group) in input.Groups.Index())
            Sheet.Layer($"curve-{place + 1}", "layer-curve", Data(
                ("group", group.Name.In(language)), ("n", Text(group.Count)), ("events", Text(group.Events))))
                .Add(new Primitive.Path(Corners(group), Closed: false, SeriesStyle.At(place).Line(0.5), null));

        foreach (var (place, group) in input.Groups.Index())
            DrawPeople(group, place);
    }

    void DrawPeople(KaplanMeierGroup group, int place)
    {
        var layer = Sheet.Layer($"people-{place + 1}", "layer-marks");
        var stroke = new Stroke(SeriesStyle.At(place).Colour, 0.25);
        Primitive Tick(double days)
        {
            var at = On(group, days);
            return new Primitive.Line(at with { Y = at.Y - 0.9 }, at with { Y = at.Y + 0.9 }, stroke);
        }

        if (group.People.IsEmpty)
            foreach (var step in group.Steps.Where(step => step.Censored > 0))
                layer.Add(Tick(step.Days));
        foreach (var person in group.People.OrderBy(person => person.Days))
            if (person.EventObserved)
                layer.Mark(person.Mark, On(group, person.Days)); // The drop of the curve is the picture of an event.
            else
                layer.Mark(person.Mark, On(group, person.Days), Tick(person.Days));
    }

    void DrawMedians()
    {
        var reached = input.Groups.Select((group, place) => (group.Median.Days, Place: place))
            .Where(median => median.Days is not null).ToList();
        if (reached.Count == 0)
            return;

        var layer = Sheet.Layer("medians", "layer-reference");
        var half = survival.Place(50);
        layer.Line(panel.Left, half, reached.Max(median => X(median.Days!.Value)), half, Sizes.Reference);
        foreach (var (days, place) in reached)
            layer.Line(X(days!.Value), half, X(days.Value), panel.Bottom,
                new(SeriesStyle.At(place).Colour, 0.2, Sizes.Reference.Dash));

        // Curves come later in the drawing, yet a number must keep off them.
        var taken = new Obstacles();
        foreach (var group in input.Groups)
            taken.Add(new Primitive.Path(Corners(group), Closed: false, null, null));
        foreach (var (days, _) in reached.OrderBy(median => median.Days))
        {
            var text = NumberText.Fixed(Time.FromDays(days!.Value), 1);
            (double X, double Up, Anchor Anchor)[] sides =
            [
                (X(days.Value) + 0.6, 0.9, Anchor.Start), (X(days.Value) - 0.6, 0.9, Anchor.End),
                (X(days.Value) + 0.6, 3.9, Anchor.Start), (X(days.Value) - 0.6, 3.9, Anchor.End),
            ];
            var free = sides.Select(side => layer.Label(side.X, panel.Bottom - side.Up, text, anchor: side.Anchor))
                .FirstOrDefault(label => !Sheet.Obstacles.Hit(label.Box.Grown(0.1, 0)) && !taken.Hit(label.Box.Grown(0.3))
                    && label.Box.Left > panel.Left + 0.3 && label.Box.Right < Sheet.Right);
            if (free is not null)
                layer.Add(free);
        }
    }

    bool NameCurves()
    {
        if (input.Groups.Length == 1)
            return true; // One curve needs no name: the table below carries it.

        var layer = Sheet.Layer("names", "layer-labels");
        var lowest = input.Groups.Index().MinBy(group => group.Item.Steps[^1].Survival).Index;
        foreach (var (place, group) in input.Groups.Index())
        {
            if (Placement.Direct(Sheet, layer, group.Name.In(language), Corners(group), SeriesStyle.At(place),
                place == lowest, panel)
                is not { } label)
                return false;
            layer.Add(label);
        }
        return true;
    }

    bool DrawNote()
    {
        var lines = NoteLines((panel.Width - 4) * 0.75);
        if (lines.IsEmpty)
            return true;
        var (width, height) = (lines.Max(line => Sheet.WidthOf(line)), Placement.Height(lines.Length));
        var region = panel with { Top = panel.Top - 2, Right = Sheet.Right };
        if ((Placement.Note(Sheet, width, height, region, preferTop: true)
            ?? Placement.Note(Sheet, width, height, region, preferTop: true, onGround: true)) is not { } corner)
            return false;
        Placement.Lines(Sheet.Layer("note", "note"), corner, lines);
        return true;
    }

    ImmutableArray<RichText> NoteLines(double available)
    {
        var lines = ImmutableArray.CreateBuilder<RichText>();
        if (input.LogRank is { } logRank)
            lines.Add(words.LogRank + " " + NumberText.PEquals(logRank.P));
        var ratios = input.Groups.Where(group => group.HazardRatio is not null).ToList();
        if (ratios.Count > 0)
            lines.AddRange(Sheet.Wrap(
                Phrase.Filled(words.HazardRatioAgainst, input.Groups[0].Name.In(language)), available)
                .Select(RichText.FromString));
        foreach (var group in ratios)
            lines.AddRange(Sheet.Wrap($"{group.Name.In(language)} {group.HazardRatio!.With(NumberText.Ratio)}", available)
                .Select(RichText.FromString));
        return lines.ToImmutable();
    }

    /// <summary>Down at every event, ended at the last follow-up of the group.</summary>
    ImmutableArray<Point> Corners(KaplanMeierGroup group)
    {
        var corners = ImmutableArray.CreateBuilder<Point>();
        var height = survival.Place(100);
        corners.Add(new(Time.Place(0), height));
        foreach (var step in group.Steps.Where(step => step.Events > 0))
        {
            corners.Add(new(X(step.Days), height));
            height = Y(step.Survival);
            corners.Add(new(X(step.Days), height));
        }
        if (X(group.LastFollowUpDays) > corners[^1].X)
            corners.Add(new(X(group.LastFollowUpDays), height));
        return corners.ToImmutable();
    }

    ImmutableArray<Point>? Band(KaplanMeierGroup group)
    {
        var drops = group.Steps.Where(step => step is { Events: > 0, Lower: not null, Upper: not null }).ToList();
        var (upper, lower) = (new List<Point>(), new List<Point>());
        foreach (var (place, step) in drops.Index())
        {
            var until = group.Steps.FirstOrDefault(later => later.Days > step.Days && later.Events > 0)?.Days
                ?? group.LastFollowUpDays;
            upper.AddRange([new(X(step.Days), Y(step.Upper!.Value)), new(X(until), Y(step.Upper.Value))]);
            lower.AddRange([new(X(step.Days), Y(step.Lower!.Value)), new(X(until), Y(step.Lower.Value))]);
        }
        lower.Reverse();
        return upper.Count == 0 || upper[^1].X - upper[0].X < 0.01 ? null : [.. upper, .. lower];
    }

    Point On(KaplanMeierGroup group, double days) => new(X(days), Y(group.StepAt(days)?.Survival ?? 1));

    double X(double days) => Time.Place(Time.FromDays(days));

    double Y(double fraction) => survival.Place(fraction * 100);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static ImmutableSortedDictionary<string, string> Data(params (string Key, string Value)[] pairs) =>
        pairs.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}

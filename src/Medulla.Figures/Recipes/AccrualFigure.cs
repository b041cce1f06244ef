using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>One participant's enrolment; screening is not enrolment.</summary>
public sealed record Enrolment(DateOnly Day, Mark? Mark = null);

/// <summary>How many should be enrolled by a day, by the protocol; straight between points.</summary>
public sealed record PlannedAccrual(DateOnly Day, double Count);

public sealed record AccrualInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    public required ImmutableArray<Enrolment> Enrolments { get; init; }

    /// <summary>Earliest first; empty when the protocol states no plan.</summary>
    public ImmutableArray<PlannedAccrual> Planned { get; init; } = [];

    /// <summary>The planned number of participants.</summary>
    public required int Target { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary>Enrolments are known up to this day; the line ends here.</summary>
    public required DateOnly DataCut { get; init; }

    public bool Simulated { get; init; }
}

/// <summary>Enrolment against the plan, on a calendar. No forecast: the past alone.</summary>
public static class AccrualFigure
{
    const double PanelHeight = 52;

    static readonly SeriesStyle Actual = SeriesStyle.At(0);
    static readonly Stroke PlannedLine = new(Palette.Rust, 0.5, "2.2 0.7");

    /// <exception cref="ArgumentException">The data cut is not after the first day, or an enrolment is outside.</exception>
    public static Figure Draw(AccrualInput input, FigureWidth width, Language language)
    {
        if (input.DataCut <= input.FirstDay)
            throw new ArgumentException(
                $"Found the data cut {Iso(input.DataCut)}. Expected a day after the first, {Iso(input.FirstDay)}.",
                nameof(input));
        foreach (var enrolment in input.Enrolments)
            if (enrolment.Day < input.FirstDay || enrolment.Day > input.DataCut)
                throw new ArgumentException(
                    $"Found an enrolment on {Iso(enrolment.Day)}. Expected {Iso(input.FirstDay)} to {Iso(input.DataCut)}.",
                    nameof(input));

        return Try(input, width, language, keyAbove: false) ?? Try(input, width, language, keyAbove: true)!;
    }

    static Figure? Try(AccrualInput input, FigureWidth width, Language language, bool keyAbove)
    {
        var sheet = new Sheet(width, language, input.Simulated);
        var words = AccrualWords.In(language);
        var axes = sheet.Layer("axes", "axis");
        var entries = Entries(input, words, withTarget: keyAbove);
        var top = Axes.TopTitle(sheet, axes, sheet.Top, words.Enrolled);
        if (keyAbove)
            top = KeyBlock.Draw(sheet.Layer("key", "key"), new(sheet.Left, top + 1.4), entries);
        top += 4;

        var most = Math.Max(input.Target, input.Enrolments.Length);
        var count = new LinearScale(0, LinearScale.RoundTop(most * 1.1 + 1, 5), top + PanelHeight, top);
        var ticks = count.Ticks(10);
        var left = sheet.Left + Axes.LeftRoom(sheet, ticks);
        var last = input.Planned.IsEmpty || input.Planned[^1].Day < input.DataCut ? input.DataCut : input.Planned[^1].Day;
        var calendar = new CalendarScale(
            new(input.FirstDay.Year, input.FirstDay.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1), left,
            sheet.Right - 3);
        Axes.Left(axes, count, left, ticks);
        var bottom = CalendarAxis.Draw(sheet, axes, calendar, count.StartMm, words.Month);

        DrawReferences(sheet, input, words, calendar, count);
        if (!input.Planned.IsEmpty)
            sheet.Layer("planned", "layer-curve").Add(new Primitive.Path(
                [.. input.Planned.Where(point => calendar.Contains(point.Day.DayNumber))
                    .Select(point => new Point(calendar.Place(point.Day), count.Place(Math.Min(point.Count, count.To))))],
                Closed: false, PlannedLine, null));
        DrawActual(sheet, input, calendar, count);

        if (!keyAbove)
        {
            if (!NameTarget(sheet, input, words, calendar, count))
                return null;
            var panel = new TextBox(left, top, sheet.Right, count.StartMm);
            var (keyWidth, keyHeight) = (KeyBlock.Width(sheet, entries), KeyBlock.Height(entries.Length));
            if ((Placement.Note(sheet, keyWidth, keyHeight, panel, preferTop: true, preferLeft: true)
                ?? Placement.Note(sheet, keyWidth, keyHeight, panel, preferTop: false)) is not { } corner)
                return null;
            KeyBlock.Draw(sheet.Layer("key", "key"), corner, entries);
        }
        return sheet.ToFigure(input.Key, input.Title,
            Phrase.Filled(words.Described, input.Enrolments.Length, input.Target, Iso(input.DataCut)),
            Table(sheet, input, words), bottom + 0.6);
    }

    static void DrawActual(Sheet sheet, AccrualInput input, CalendarScale calendar, LinearScale count)
    {
        var corners = ImmutableArray.CreateBuilder<Point>();
        corners.Add(new(calendar.Place(input.FirstDay), count.Place(0)));
        var marks = new List<(Mark? Mark, Point At)>();
        foreach (var sameDay in input.Enrolments.GroupBy(enrolment => enrolment.Day).OrderBy(group => group.Key))
        {
            var x = calendar.Place(sameDay.Key);
            corners.Add(new(x, count.Place(marks.Count)));
            foreach (var enrolment in sameDay)
                marks.Add((enrolment.Mark, new(x, count.Place(marks.Count + 1))));
            corners.Add(new(x, count.Place(marks.Count)));
        }
        corners.Add(new(calendar.Place(input.DataCut), count.Place(marks.Count)));
        sheet.Layer("enrolled", "layer-curve").Add(
            new Primitive.Path(corners.ToImmutable(), Closed: false, Actual.Line(0.6), null));

        var people = sheet.Layer("people", "layer-marks");
        foreach (var (mark, at) in marks)
            people.Mark(mark, at); // The step is the picture; the mark makes it open.
    }

    static void DrawReferences(Sheet sheet, AccrualInput input, AccrualWords words, CalendarScale calendar, LinearScale count)
    {
        var layer = sheet.Layer("references", "layer-reference");
        var target = count.Place(input.Target);
        layer.Line(calendar.StartMm, target, calendar.EndMm, target, Sizes.Reference);
        var cut = calendar.Place(input.DataCut);
        layer.Line(cut, count.EndMm, cut, count.StartMm, new(Palette.Ink, 0.2));

        var text = Phrase.Filled(words.DataCut, Iso(input.DataCut));
        var half = sheet.WidthOf(text) / 2;
        layer.Text(Math.Clamp(cut, sheet.Left + half, sheet.Right - half), count.EndMm - 0.8, text, anchor: Anchor.Middle);
    }

    // Above or below its line, as near to the data cut as the curves leave room.
    static bool NameTarget(Sheet sheet, AccrualInput input, AccrualWords words, CalendarScale calendar, LinearScale count)
    {
        var layer = sheet.Layer("target-name", "layer-labels");
        var text = Phrase.Filled(words.Target, input.Target);
        var (cut, width) = (calendar.Place(input.DataCut), sheet.WidthOf(text));
        var places = Enumerable.Range(0, (int)Math.Max(0, calendar.LengthMm - width - 1))
            .Select(step => calendar.StartMm + 1 + step)
            .OrderBy(left => Math.Min(Math.Abs(left + width + 1 - cut), Math.Abs(left - 1 - cut)));
        foreach (var left in places)
            foreach (var offset in (double[])[-0.9, 3])
            {
                var label = layer.Label(left, count.Place(input.Target) + offset, text, colour: Palette.Quiet);
                if (label.Box.Top < count.EndMm || sheet.Obstacles.Hit(label.Box.Grown(0.3)))
                    continue;
                layer.Add(label);
                return true;
            }
        return false;
    }

    static ImmutableArray<KeyEntry> Entries(AccrualInput input, AccrualWords words, bool withTarget)
    {
        var enrolled = KeyEntry.Line(Actual.Line(0.6), Phrase.Filled(words.EnrolledCount, input.Enrolments.Length));
        return
        [
            enrolled,
            .. input.Planned.IsEmpty ? Array.Empty<KeyEntry>() : [KeyEntry.Line(PlannedLine, words.Planned)],
            .. withTarget
                ? [KeyEntry.Line(Sizes.Reference, Phrase.Filled(words.Target, input.Target))]
                : Array.Empty<KeyEntry>(),
        ];
    }

    static DataTable Table(Sheet sheet, AccrualInput input, AccrualWords words)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var first = new DateOnly(input.FirstDay.Year, input.FirstDay.Month, 1);
        for (var month = first; month <= input.DataCut; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1);
            rows.Add([
                month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                NumberText.Whole(input.Enrolments.Count(enrolment => enrolment.Day >= month && enrolment.Day < end)),
                NumberText.Whole(input.Enrolments.Count(enrolment => enrolment.Day < end)),
                PlannedAt(input.Planned, end) is { } planned ? NumberText.Fixed(planned, 0) : "–",
            ]);
        }
        return new(sheet.Titled(input.Title), [words.MonthHeader, words.InMonth, words.SoFar, words.Planned],
            rows.ToImmutable());
    }

    static double? PlannedAt(ImmutableArray<PlannedAccrual> planned, DateOnly day)
    {
        for (var place = 1; place < planned.Length; place++)
            if (day >= planned[place - 1].Day && day <= planned[place].Day)
            {
                var (from, to) = (planned[place - 1], planned[place]);
                var share = (double)(day.DayNumber - from.Day.DayNumber) / (to.Day.DayNumber - from.Day.DayNumber);
                return from.Count + (to.Count - from.Count) * share;
            }
        return null;
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

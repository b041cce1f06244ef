using System.Collections.Immutable;
using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>Puts one calibration figure on its page: the curve above, relative errors below on the same x.</summary>
sealed class CalibrationCurveLayout
{
    const double CurveHeight = 50;
    const double ErrorHeight = 20;
    const double LargestError = 30;
    const double SpreadMm = 0.5;
    const double PageShareOfPanel = 0.58;

    static readonly SeriesStyle Calibrators = SeriesStyle.At(0);
    static readonly Stroke Limit = new(Palette.Quiet, 0.2, Sizes.Reference.Dash);

    readonly CalibrationCurveInput input;
    readonly CalibrationCurveWords words;
    readonly LogScale concentration;
    readonly Scale signal;
    readonly TextBox panel;

    public CalibrationCurveLayout(CalibrationCurveInput input, FigureWidth width, Language language, bool keyAbove)
    {
        (this.input, words) = (input, CalibrationCurveWords.In(language));
        var sheet = Sheet = new(width, language, input.Simulated);
        var isPage = width == FigureWidth.Page;
        var axes = sheet.Layer("axes", "axis");
        var top = Axes.TopTitle(sheet, axes, sheet.Top, input.Signal.In(language) + (input.LogSignal ? words.LogScale : ""));
        var entries = Entries();
        if (keyAbove)
            top = KeyBlock.Draw(sheet.Layer("key", "key"), new(sheet.Left, top + 1.4), entries);
        top += 3;

        signal = SignalScale(top);
        var ticks = signal.Ticks(9);
        var left = sheet.Left + Math.Max(Axes.LeftRoom(sheet, ticks), sheet.WidthOf("−20") + 1.8);
        panel = new(left, top, isPage ? sheet.Width * PageShareOfPanel : sheet.Right - 2, top + CurveHeight);
        concentration = ConcentrationScale();
        var across = concentration.Ticks(12);
        var below = panel.Bottom + 9;
        var errors = new LinearScale(-LargestError, LargestError, below + ErrorHeight, below);

        Axes.Left(axes, signal, left, ticks);
        Axes.Bottom(axes, concentration, panel.Bottom, across, labels: false);
        axes.Text(sheet.Left, below - 2.4, words.RelativeError, Sizes.Axis);
        Axes.Left(axes, errors, left, [new(-20, "−20"), new(0, "0"), new(20, "20")]);
        Axes.Bottom(axes, concentration, errors.StartMm, across);
        Bottom = Axes.BottomTitle(sheet, axes, concentration, errors.StartMm,
            $"{input.Analyte.In(language)}{words.Comma}{input.Unit}{words.LogScale}") + 0.6;

        DrawErrors(errors);
        DrawCurve();
        DrawLimits(errors);
        DrawPoints();
        if (keyAbove)
            KeyFits = true;
        else if (isPage)
            DrawSide(entries);
        else
            KeyFits = DrawKey(entries);
    }

    public Sheet Sheet { get; }

    public double Bottom { get; private set; }

    /// <summary>False when the key found no free place in the panel.</summary>
    public bool KeyFits { get; private set; } = true;

    bool HasZero => input.Wells.Any(well => well.Concentration == 0);

    LogScale ConcentrationScale()
    {
        var inView = input.Wells.Select(well => well.Concentration)
            .Concat(input.Aliquots.Select(aliquot => aliquot.Concentration))
            .Where(value => value > 0).ToList();
        var (lowest, highest) = (input.Wells.Where(well => well.Concentration > 0).Min(well => well.Concentration),
            input.Wells.Max(well => well.Concentration));
        // An aliquot far below the lowest level must not stretch the axis: a decade is enough.
        var from = Math.Max(inView.Min(), lowest / 10) / 1.3;
        var to = Math.Min(inView.Max(), highest * 10) * 1.3;
        return HasZero
            ? new BrokenLogScale(from, to, panel.Left, panel.Right)
            : new LogScale(from, to, panel.Left, panel.Right);
    }

    Scale SignalScale(double top)
    {
        var signals = input.Wells.Select(well => well.Signal).Concat(input.Curve.Select(point => point.Signal))
            .Concat(input.Aliquots.Select(aliquot => aliquot.Signal)).ToList();
        if (!input.LogSignal)
        {
            var (least, most) = (Math.Min(0, signals.Min()), signals.Max() * 1.05);
            return new LinearScale(least, Math.Max(most, least + 1e-6), top + CurveHeight, top);
        }
        var positive = signals.Where(value => value > 0).DefaultIfEmpty(1).ToList();
        return new LogScale(positive.Min() / 1.3, positive.Max() * 1.3, top + CurveHeight, top);
    }

    /// <summary>Null when the concentration lies outside the axis.</summary>
    Point? At(double value, double height, double shift = 0) =>
        value != 0 && !concentration.Contains(value) ? null : new(concentration.Place(value) + shift, Y(height));

    double Y(double height) => signal.Place(Math.Clamp(height, signal.From, signal.To));

    void DrawCurve()
    {
        var inside = input.Curve.Where(point => concentration.Contains(point.Concentration)).ToList();
        var banded = inside.Where(point => point is { Lower: not null, Upper: not null }).ToList();
        if (banded.Count > 1)
            Sheet.Layer("band", "layer-band").AddGround(new(
                [.. banded.Select(point => At(point.Concentration, point.Upper!.Value)!.Value),
                    .. Enumerable.Reverse(banded).Select(point => At(point.Concentration, point.Lower!.Value)!.Value)],
                Closed: true, null, new(Calibrators.Colour, 0.18)));

        var layer = Sheet.Layer("curve", "layer-curve");
        layer.Add(new Primitive.Path(
            [.. inside.Select(point => At(point.Concentration, point.Signal)!.Value)], Closed: false,
            Calibrators.Line(0.6), null));
        if (HasZero && input.SignalAtZero is { } zero)
            layer.Line(concentration.Place(0) - 1.5, Y(zero), concentration.Place(0) + 1.5, Y(zero), Calibrators.Line(0.6));
    }

    void DrawLimits(LinearScale errors)
    {
        var layer = Sheet.Layer("limits", "layer-reference");
        (string, double?, bool)[] limits = [("LLOQ", input.LowerLimit, true), ("ULOQ", input.UpperLimit, false)];
        foreach (var (name, limit, isLower) in limits)
        {
            if (limit is not { } value || !concentration.Contains(value))
                continue;
            var x = concentration.Place(value);
            layer.Line(x, panel.Top, x, panel.Bottom, Limit);
            layer.Line(x, errors.EndMm, x, errors.StartMm, Limit);
            var text = $"{name} {NumberText.Shortest(value)}";
            layer.Text(isLower ? x + 0.8 : x - 0.8, isLower ? panel.Top + 2 : panel.Bottom - 1, text,
                anchor: isLower ? Anchor.Start : Anchor.End, colour: Palette.Quiet);
        }
    }

    void DrawErrors(LinearScale errors)
    {
        var tint = Sheet.Layer("acceptance", "layer-band");
        var levels = input.Wells.Where(well => well.Concentration > 0).Select(well => well.Concentration).Distinct().Order()
            .ToList();
        TextBox Zone(double from, double to, double percent) => new(from, errors.Place(percent), to, errors.Place(-percent));
        var fill = new Fill(Palette.Hairline, 0.5);
        var (low, high) = (concentration.Place(input.LowerLimit ?? levels[0]),
            concentration.Place(input.UpperLimit ?? levels[^1]));
        tint.AddTint(new Primitive.Rectangle(Zone(low + 1, Math.Max(low + 1, high - 1), input.AcceptancePercent), null, fill));
        tint.AddTint(new Primitive.Rectangle(Zone(low - 1, low + 1, input.AcceptanceAtLimitsPercent), null, fill));
        if (high - low > 2)
            tint.AddTint(new Primitive.Rectangle(Zone(high - 1, high + 1, input.AcceptanceAtLimitsPercent), null, fill));

        Sheet.Layer("no-error", "layer-reference").Line(panel.Left, errors.Place(0), panel.Right, errors.Place(0),
            new(Palette.Rule, 0.2));
        var layer = Sheet.Layer("errors", "layer-marks");
        foreach (var (well, shift) in Spread())
            if (well is { RelativeErrorPercent: { } error, Concentration: > 0 })
            {
                var at = new Point(concentration.Place(well.Concentration) + shift,
                    errors.Place(Math.Clamp(error, -LargestError, LargestError)));
                Primitive[] marker = Math.Abs(error) <= LargestError ? Well(well, at)
                    : [error > 0 ? Markers.UpTriangle(at, Calibrators.Colour) : Markers.DownTriangle(at, Calibrators.Colour)];
                foreach (var primitive in marker)
                    layer.Add(primitive);
            }
    }

    void DrawPoints()
    {
        var wells = Sheet.Layer("wells", "layer-marks");
        foreach (var (well, shift) in Spread())
            if (At(well.Concentration, well.Signal, shift) is { } at)
                wells.Mark(well.Mark, at, well.Signal < signal.From ? [Markers.DownTriangle(at, Calibrators.Colour)]
                    : Well(well, at));
        var aliquots = Sheet.Layer("aliquots", "layer-marks");
        foreach (var aliquot in input.Aliquots)
            if (aliquot.Concentration > 0 && At(aliquot.Concentration, aliquot.Signal) is { } at)
                aliquots.Mark(aliquot.Mark, at, Markers.Of(MarkerShape.Diamond, at, Palette.Rust, aliquot.InRange));
    }

    // Replicates of a level stand side by side, for display only.
    IEnumerable<(CalibratorWell Well, double Shift)> Spread() =>
        input.Wells.GroupBy(well => well.Concentration).SelectMany(level =>
        {
            var replicates = level.ToList();
            return replicates.Select((well, place) =>
                (well, replicates.Count == 1 ? 0 : SpreadMm * (2.0 * place / (replicates.Count - 1) - 1)));
        });

    static Primitive[] Well(CalibratorWell well, Point at)
    {
        var circle = Markers.Of(MarkerShape.Circle, at, well.Masked ? Palette.Grey : Calibrators.Colour, filled: false);
        var cross = new Stroke(Palette.Grey, 0.28);
        return well.Masked
            ? [circle, new Primitive.Line(new(at.X - 0.9, at.Y - 0.9), new(at.X + 0.9, at.Y + 0.9), cross),
                new Primitive.Line(new(at.X - 0.9, at.Y + 0.9), new(at.X + 0.9, at.Y - 0.9), cross)]
            : [circle];
    }

    ImmutableArray<KeyEntry> Entries()
    {
        var hasBand = input.Curve.Any(point => point.Lower is not null);
        var entries = ImmutableArray.CreateBuilder<KeyEntry>();
        entries.Add(KeyEntry.Marker(at => Markers.Of(Calibrators, at), words.Calibrator));
        if (input.Wells.Any(well => well.Masked))
            entries.Add(new(at => Well(new(1, 1, Masked: true), at), words.Masked));
        if (!input.Aliquots.IsEmpty)
            entries.Add(KeyEntry.Marker(at => Markers.Of(MarkerShape.Diamond, at, Palette.Rust, filled: true), words.Aliquot));
        entries.Add(KeyEntry.Line(Calibrators.Line(0.6), input.Model.In(Sheet.Language), hasBand ? 0.18 : 0));
        if (hasBand)
            entries[^1] = entries[^1] with { Text = input.Model.In(Sheet.Language) + words.Band };
        return entries.ToImmutable();
    }

    bool DrawKey(ImmutableArray<KeyEntry> entries)
    {
        if (Placement.Note(Sheet, KeyBlock.Width(Sheet, entries), KeyBlock.Height(entries.Length), panel, preferTop: true,
            preferLeft: true)
            is not { } corner)
            return false;
        KeyBlock.Draw(Sheet.Layer("key", "key"), corner, entries);
        return true;
    }

    void DrawSide(ImmutableArray<KeyEntry> entries)
    {
        var left = panel.Right + 7;
        var baseline = KeyBlock.Draw(Sheet.Layer("key", "key"), new(left, panel.Top), entries) + 6;
        var layer = Sheet.Layer("numbers", "layer-table");
        var start = left + 5;
        if (!input.Parameters.IsEmpty)
        {
            Header([(start, Anchor.Start, words.Parameter), (Sheet.Right, Anchor.End, words.Estimate)]);
            foreach (var parameter in input.Parameters)
            {
                layer.Text(start, baseline, parameter.Name.In(Sheet.Language));
                layer.Text(Sheet.Right, baseline, NumberText.Significant(parameter.Value)
                    + (parameter.StandardError is { } error ? $" ({NumberText.Significant(error, 2)})" : ""),
                        anchor: Anchor.End);
                baseline += Sizes.LinePitch;
            }
            baseline += 2.4;
        }
        if (input.Levels.IsEmpty)
            return;
        var (first, second) = (start + (Sheet.Right - start) * 0.28, start + (Sheet.Right - start) * 0.66);
        Header([(first, Anchor.End, words.Level), (second, Anchor.End, words.Recovery),
            (Sheet.Right, Anchor.End, words.Variation)]);
        foreach (var level in input.Levels)
        {
            layer.Text(first, baseline, NumberText.Shortest(level.Concentration), anchor: Anchor.End);
            layer.Text(second, baseline, NumberText.Fixed(level.RecoveryPercent, 0), anchor: Anchor.End);
            layer.Text(Sheet.Right, baseline, level.CoefficientOfVariationPercent is { } variation
                ? NumberText.Fixed(variation, 1) : "–", anchor: Anchor.End);
            baseline += Sizes.LinePitch;
        }
        Bottom = Math.Max(Bottom, baseline - Sizes.LinePitch + 0.6);

        void Header((double X, Anchor Anchor, string Text)[] cells)
        {
            foreach (var (x, anchor, text) in cells)
                layer.Text(x, baseline, text, anchor: anchor, bold: true);
            layer.Line(start, baseline + 1.2, Sheet.Right, baseline + 1.2, Sizes.AxisLine);
            baseline += 4.2;
        }
    }
}

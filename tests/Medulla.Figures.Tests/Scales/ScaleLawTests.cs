using FsCheck;
using FsCheck.Fluent;
using Medulla.Figures.Scales;

namespace Medulla.Figures.Tests.Scales;

public class ScaleLawTests
{
    static readonly Arbitrary<(double From, double Length, double Share)> Domains = (
        from exponent in Gen.Choose(-60, 90)
        from start in Gen.Choose(-1000, 1000)
        from share in Gen.Choose(0, 1000)
        select (start * Math.Pow(10, exponent / 10.0) / 100, Math.Pow(10, exponent / 10.0), share / 1000.0)).ToArbitrary();

    [Fact]
    public void A_linear_scale_reads_back_what_it_placed() =>
        Prop.ForAll(Domains, domain =>
        {
            var scale = new LinearScale(domain.From, domain.From + domain.Length, 80, 12);
            var value = domain.From + domain.Share * domain.Length;
            return Math.Abs(scale.Read(scale.Place(value)) - value) <= 1e-12 * Math
                .Max(Math.Abs(value), Math.Abs(domain.From) + domain.Length);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_scale_reads_back_what_it_placed() =>
        Prop.ForAll(Domains, domain =>
        {
            var scale = new LogScale(domain.Length, domain.Length * 500, 10, 90);
            var value = domain.Length * Math.Pow(500, domain.Share);
            return Math.Abs(scale.Read(scale.Place(value)) / value - 1) <= 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Linear_ticks_stand_inside_at_equal_steps_and_about_as_many_as_wished() =>
        Prop.ForAll(Domains, domain =>
        {
            var scale = new LinearScale(domain.From, domain.From + domain.Length, 0, 84);
            var ticks = scale.Ticks(12);
            var steps = ticks.Zip(ticks.Skip(1), (left, right) => right.Value - left.Value).ToList();
            return ticks.Length is >= 4 and <= 11
                && ticks.All(tick => tick.Value >= scale.From - 1e-9 * domain.Length
                    && tick.Value <= scale.To + 1e-9 * domain.Length)
                && steps.TrueForAll(step => Math.Abs(step / steps[0] - 1) < 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tick_labels_parse_back_to_the_tick() =>
        Prop.ForAll(Domains, domain =>
            new LinearScale(domain.From, domain.From + domain.Length, 0, 84).Ticks(12)
                .Concat(new LogScale(domain.Length, domain.Length * 700, 0, 84).Ticks(12))
                .Concat(new LogScale(1 / (1 + domain.Share * 30), 2 + domain.Share * 30, 0, 84).RatioTicks())
                .Where(tick => tick.IsMajor)
                .All(tick => double.Parse(tick.Label.Replace('−', '-'),
                    System.Globalization.CultureInfo.InvariantCulture) == tick.Value))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.02, 3.5, "0.02 0.05 0.1 0.2 0.5 1 2")]
    [InlineData(0.5, 2000, "1 10 100 1000")]
    [InlineData(21, 28, "21 22 23 24 25 26 27 28")]
    public void Log_ticks_follow_the_number_of_decades(double from, double to, string labels) =>
        Assert.Equal(labels, string.Join(' ',
            new LogScale(from, to, 0, 84).Ticks(12).Where(tick => tick.IsMajor).Select(tick => tick.Label)));

    [Theory]
    [InlineData(0.4, 6, "0.5 1 2 4")]
    [InlineData(0.01, 50, "0.01 0.1 1 10")]
    public void Ratio_ticks_are_symmetric_about_one(double from, double to, string labels) =>
        Assert.Equal(labels, string.Join(' ',
            new LogScale(from, to, 0, 84).RatioTicks().Where(tick => tick.IsMajor).Select(tick => tick.Label)));

    [Theory]
    [InlineData(1, FollowUpUnit.Days, 7)]
    [InlineData(60, FollowUpUnit.Days, 70)]
    [InlineData(61, FollowUpUnit.Months, 3)]
    [InlineData(2556.75, FollowUpUnit.Months, 84)]
    [InlineData(3653, FollowUpUnit.Years, 12)]
    public void Follow_up_takes_the_unit_of_its_span_and_ends_at_a_tick(double days, FollowUpUnit unit, double end)
    {
        var scale = FollowUpTimeScale.Over(days, 10, 76);

        Assert.Equal(unit, scale.Unit);
        Assert.Equal(end, scale.To);
        Assert.Equal(scale.To, scale.Ticks()[^1].Value);
        Assert.True(scale.FromDays(days) <= scale.To);
    }

    [Fact]
    public void A_log_axis_refuses_zero()
    {
        Assert.Throws<ArgumentException>(() => new LogScale(0, 10, 0, 84));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogScale(1, 10, 0, 84).Place(0));
    }

    [Fact]
    public void A_broken_log_axis_keeps_zero_left_of_the_break()
    {
        var scale = new BrokenLogScale(30, 4000, 10, 84);

        Assert.True(scale.Place(0) < scale.BreakMm);
        Assert.True(scale.Place(30) > scale.BreakMm);
        Assert.Equal(0, scale.Read(scale.Place(0)));
        Assert.Equal("0", scale.Ticks(12)[0].Label);
    }

    [Fact]
    public void A_calendar_marks_months_and_names_quarters()
    {
        var ticks = new CalendarScale(new(2025, 8, 1), new(2026, 4, 1), 0, 84).Ticks(12);

        Assert.Equal(9, ticks.Length);
        Assert.Equal(["2025-10", "2026-01", "2026-04"], ticks.Where(tick => tick.IsMajor).Select(tick => tick.Label));
    }
}

using Medulla.Figures.Layout;

namespace Medulla.Figures.Tests;

public class SeriesStyleTests
{
    [Fact]
    public void Two_series_differ_in_grey_or_in_dash_and_two_swarms_in_shape_or_fill()
    {
        Assert.Equal(6, SeriesStyle.Most);
        for (var first = 0; first < SeriesStyle.Most; first++)
            for (var second = first + 1; second < SeriesStyle.Most; second++)
            {
                var (a, b) = (SeriesStyle.At(first), SeriesStyle.At(second));
                Assert.True(a.Dash != b.Dash || Math.Abs(Lightness(a.Colour) - Lightness(b.Colour)) >= 12,
                    $"lines {first} and {second}");
                Assert.True(a.Shape != b.Shape || a.Filled != b.Filled
                    || Math.Abs(Lightness(a.Colour) - Lightness(b.Colour)) >= 12,
                    $"points {first} and {second}");
            }
    }

    /// <summary>CIE L*, 0 black to 100 white.</summary>
    static double Lightness(string colour) => 116 * Math.Cbrt(SequentialColour.Luminance(colour)) - 16;
}

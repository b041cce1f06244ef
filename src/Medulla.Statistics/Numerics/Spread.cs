using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Medulla.Statistics.Numerics;

/// <summary>Mean and squares about it, in eight sums side by side: quicker, and rounded less, than in one.</summary>
static class Spread
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + 1 < fours.Length; place += 2)
            (even, odd) = (even + fours[place], odd + fours[place + 1]);
        var sum = Vector256.Sum(even + odd);
        for (place *= 4; place < values.Length; place++)
            sum += values[place];
        return sum / values.Length;
    }

    public static double SquaresAbout(double mean, ReadOnlySpan<double> values)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (even, odd, centre) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256.Create(mean));
        var place = 0;
        for (; place + 1 < fours.Length; place += 2)
        {
            var (first, second) = (fours[place] - centre, fours[place + 1] - centre);
            (even, odd) = (even + first * first, odd + second * second);
        }

        var sum = Vector256.Sum(even + odd);
        for (place *= 4; place < values.Length; place++)
            sum += (values[place] - mean) * (values[place] - mean);
        return sum;
    }
}

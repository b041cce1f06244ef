using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Medulla.Statistics.Numerics;

/// <summary>Sums over rows of weight × column × column, four rows at a time.</summary>
static class WeightedProducts
{
    /// <summary>Adds sign × X'WX to the lower triangle of a matrix.</summary>
    /// <param name="values">Column after column.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="from">First row.</param>
    /// <param name="weights">A multiple of 4; rows that fill up weigh 0.</param>
    /// <param name="weighted">As long as the weights; overwritten.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="columns">Order of the matrix.</param>
    /// <param name="matrix">Row after row.</param>
    public static void Add(
        ReadOnlySpan<double> values, int stride, int from, ReadOnlySpan<double> weights, Span<double> weighted, double sign,
        int columns, Span<double> matrix)
    {
        var factors = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        var products = MemoryMarshal.Cast<double, Vector256<double>>(weighted)[..factors.Length];
        for (var row = 0; row < columns; row++)
        {
            var left = MemoryMarshal.Cast<double, Vector256<double>>(
                values.Slice(row * stride + from, weights.Length))[..factors.Length];
            for (var place = 0; place < factors.Length; place++)
                products[place] = factors[place] * left[place];

            var column = 0;
            for (; column + 3 <= row; column += 4)
            {
                var first = Four(values, stride, from, column, weights.Length);
                var second = Four(values, stride, from, column + 1, weights.Length);
                var third = Four(values, stride, from, column + 2, weights.Length);
                var fourth = Four(values, stride, from, column + 3, weights.Length);
                var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
                var (c, d) = (Vector256<double>.Zero, Vector256<double>.Zero);
                for (var place = 0; place < products.Length; place++)
                {
                    var product = products[place];
                    a = Vector256.FusedMultiplyAdd(product, first[place], a);
                    b = Vector256.FusedMultiplyAdd(product, second[place], b);
                    c = Vector256.FusedMultiplyAdd(product, third[place], c);
                    d = Vector256.FusedMultiplyAdd(product, fourth[place], d);
                }

                matrix[row * columns + column] += sign * Vector256.Sum(a);
                matrix[row * columns + column + 1] += sign * Vector256.Sum(b);
                matrix[row * columns + column + 2] += sign * Vector256.Sum(c);
                matrix[row * columns + column + 3] += sign * Vector256.Sum(d);
            }

            for (; column <= row; column++)
            {
                var right = Four(values, stride, from, column, weights.Length);
                var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
                var place = 0;
                for (; place + 1 < products.Length; place += 2)
                {
                    a = Vector256.FusedMultiplyAdd(products[place], right[place], a);
                    b = Vector256.FusedMultiplyAdd(products[place + 1], right[place + 1], b);
                }

                if (place < products.Length)
                    a = Vector256.FusedMultiplyAdd(products[place], right[place], a);
                matrix[row * columns + column] += sign * Vector256.Sum(a + b);
            }
        }
    }

    /// <summary>Σ weight × value.</summary>
    /// <param name="weights">Four at a time.</param>
    /// <param name="values">As many.</param>
    public static double Sum(ReadOnlySpan<Vector256<double>> weights, ReadOnlySpan<double> values)
    {
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values)[..weights.Length];
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + 1 < weights.Length; place += 2)
        {
            a = Vector256.FusedMultiplyAdd(weights[place], fours[place], a);
            b = Vector256.FusedMultiplyAdd(weights[place + 1], fours[place + 1], b);
        }

        if (place < weights.Length)
            a = Vector256.FusedMultiplyAdd(weights[place], fours[place], a);
        return Vector256.Sum(a + b);
    }

    static ReadOnlySpan<Vector256<double>> Four(ReadOnlySpan<double> values, int stride, int from, int column, int length) =>
        MemoryMarshal.Cast<double, Vector256<double>>(values.Slice(column * stride + from, length));
}

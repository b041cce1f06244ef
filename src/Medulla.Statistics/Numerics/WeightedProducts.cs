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
    /// <param name="sign">1 or −1.</param>
    /// <param name="columns">Order of the matrix.</param>
    /// <param name="matrix">Row after row.</param>
    public static void Add(
        ReadOnlySpan<double> values, int stride, int from, ReadOnlySpan<double> weights, double sign, int columns,
        Span<double> matrix)
    {
        // Two columns by four, then by two: as many sums at once as there are registers.
        Span<double> sums = stackalloc double[8];
        for (var row = 0; row < columns; row += 2)
        {
            var left = values.Slice(row * stride + from, weights.Length);
            if (row + 1 == columns)
            {
                AddLast(values, stride, from, weights, sign, columns, matrix);
                return;
            }

            var below = values.Slice((row + 1) * stride + from, weights.Length);
            for (int column = 0, width; column <= row; column += width)
            {
                var right = values.Slice(column * stride + from);
                width = column + 2 <= row ? 4 : 2;
                if (width == 4)
                    TwoByFour(weights, left, below, right, stride, sums);
                else
                    TwoByTwo(weights, left, below, right, stride, sums);
                for (var place = 0; place < width; place++)
                {
                    if (column + place <= row)
                        matrix[row * columns + column + place] += sign * sums[place];
                    matrix[(row + 1) * columns + column + place] += sign * sums[width + place];
                }
            }
        }
    }

    /// <summary>Σ weight × value.</summary>
    /// <param name="weights">A multiple of 4.</param>
    /// <param name="values">As many.</param>
    public static double Sum(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var factors = Fours(weights);
        var fours = Fours(values)[..factors.Length];
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var place = 0;
        for (; place + 1 < factors.Length; place += 2)
        {
            a = Vector256.FusedMultiplyAdd(factors[place], fours[place], a);
            b = Vector256.FusedMultiplyAdd(factors[place + 1], fours[place + 1], b);
        }

        if (place < factors.Length)
            a = Vector256.FusedMultiplyAdd(factors[place], fours[place], a);
        return Vector256.Sum(a + b);
    }

    static void TwoByFour(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> left, ReadOnlySpan<double> below, ReadOnlySpan<double> right,
        int stride, Span<double> sums)
    {
        var factors = Fours(weights);
        var upper = Fours(left)[..factors.Length];
        var lower = Fours(below)[..factors.Length];
        var first = Fours(right[..weights.Length])[..factors.Length];
        var second = Fours(right.Slice(stride, weights.Length))[..factors.Length];
        var third = Fours(right.Slice(2 * stride, weights.Length))[..factors.Length];
        var fourth = Fours(right.Slice(3 * stride, weights.Length))[..factors.Length];
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (c, d) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (e, f) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (g, h) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var place = 0; place < factors.Length; place++)
        {
            var factor = factors[place];
            var (one, other) = (factor * upper[place], factor * lower[place]);
            a = Vector256.FusedMultiplyAdd(one, first[place], a);
            e = Vector256.FusedMultiplyAdd(other, first[place], e);
            b = Vector256.FusedMultiplyAdd(one, second[place], b);
            f = Vector256.FusedMultiplyAdd(other, second[place], f);
            c = Vector256.FusedMultiplyAdd(one, third[place], c);
            g = Vector256.FusedMultiplyAdd(other, third[place], g);
            d = Vector256.FusedMultiplyAdd(one, fourth[place], d);
            h = Vector256.FusedMultiplyAdd(other, fourth[place], h);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));
        (sums[4], sums[5], sums[6], sums[7]) = (Vector256.Sum(e), Vector256.Sum(f), Vector256.Sum(g), Vector256.Sum(h));
    }

    static void TwoByTwo(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> left, ReadOnlySpan<double> below, ReadOnlySpan<double> right,
        int stride, Span<double> sums)
    {
        var factors = Fours(weights);
        var upper = Fours(left)[..factors.Length];
        var lower = Fours(below)[..factors.Length];
        var first = Fours(right[..weights.Length])[..factors.Length];
        var second = Fours(right.Slice(stride, weights.Length))[..factors.Length];
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (c, d) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var place = 0; place < factors.Length; place++)
        {
            var factor = factors[place];
            var (one, other) = (factor * upper[place], factor * lower[place]);
            a = Vector256.FusedMultiplyAdd(one, first[place], a);
            b = Vector256.FusedMultiplyAdd(one, second[place], b);
            c = Vector256.FusedMultiplyAdd(other, first[place], c);
            d = Vector256.FusedMultiplyAdd(other, second[place], d);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));
    }

    // The last row, where the columns are odd in number: by three, then one by one.
    static void AddLast(
        ReadOnlySpan<double> values, int stride, int from, ReadOnlySpan<double> weights, double sign, int columns,
        Span<double> matrix)
    {
        var factors = Fours(weights);
        var last = Fours(values.Slice((columns - 1) * stride + from, weights.Length))[..factors.Length];
        var row = matrix.Slice((columns - 1) * columns, columns);
        var column = 0;
        for (; column + 2 < columns; column += 3)
        {
            var first = Fours(values.Slice(column * stride + from, weights.Length))[..factors.Length];
            var second = Fours(values.Slice((column + 1) * stride + from, weights.Length))[..factors.Length];
            var third = Fours(values.Slice((column + 2) * stride + from, weights.Length))[..factors.Length];
            var (a, b, c) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var place = 0; place < factors.Length; place++)
            {
                var product = factors[place] * last[place];
                a = Vector256.FusedMultiplyAdd(product, first[place], a);
                b = Vector256.FusedMultiplyAdd(product, second[place], b);
                c = Vector256.FusedMultiplyAdd(product, third[place], c);
            }

            row[column] += sign * Vector256.Sum(a);
            row[column + 1] += sign * Vector256.Sum(b);
            row[column + 2] += sign * Vector256.Sum(c);
        }

        for (; column < columns; column++)
        {
            var first = Fours(values.Slice(column * stride + from, weights.Length))[..factors.Length];
            var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var place = 0;
            for (; place + 1 < factors.Length; place += 2)
            {
                a = Vector256.FusedMultiplyAdd(factors[place] * last[place], first[place], a);
                b = Vector256.FusedMultiplyAdd(factors[place + 1] * last[place + 1], first[place + 1], b);
            }

            if (place < factors.Length)
                a = Vector256.FusedMultiplyAdd(factors[place] * last[place], first[place], a);
            row[column] += sign * Vector256.Sum(a + b);
        }
    }

    static ReadOnlySpan<Vector256<double>> Fours(ReadOnlySpan<double> values) =>
        MemoryMarshal.Cast<double, Vector256<double>>(values);
}

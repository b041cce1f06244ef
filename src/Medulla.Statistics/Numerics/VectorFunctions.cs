using System.Runtime.Intrinsics;

namespace Medulla.Statistics.Numerics;

/// <summary>
/// Exponential and logarithm of four numbers, to about one unit in the last place, the same bits on every machine.
/// </summary>
/// <remarks>Reduced by powers of 2, then their own series, with products and sums that IEEE 754 fixes.</remarks>
static class VectorFunctions
{
    // 1.5 × 2^52: added, it leaves the whole number in the last bits.
    const double Whole = 6755399441055744;
    const double LogarithmOf2 = 0.693147180369123816490;
    const double LogarithmOf2Rest = 1.90821492927058770002e-10;
    const double SmallestExponent = -708;
    const int MantissaBits = 52;
    const long BitsOf1 = 0x3ff0_0000_0000_0000;
    const long BitsOfRootHalf = 0x3fe6_a09e_667f_3bcd;
    const long BitsOfWhole52 = 0x4330_0000_0000_0000;

    /// <param name="exponent">At most 709; below −708 the result is 0.</param>
    public static Vector256<double> Exp(Vector256<double> exponent)
    {
        var shifted = Vector256.FusedMultiplyAdd(exponent, Vector256.Create(1 / Math.Log(2)), Vector256.Create(Whole));
        var power = shifted - Vector256.Create(Whole);
        var rest = Vector256.FusedMultiplyAdd(power, Vector256.Create(-LogarithmOf2), exponent);
        rest = Vector256.FusedMultiplyAdd(power, Vector256.Create(-LogarithmOf2Rest), rest);
        var sum = Vector256.FusedMultiplyAdd(
            Vector256.Create(1.0 / 6227020800), rest, Vector256.Create(1.0 / 479001600));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 39916800));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 3628800));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 362880));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 40320));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 5040));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 720));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 120));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 24));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(1.0 / 6));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256.Create(0.5));
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256<double>.One);
        sum = Vector256.FusedMultiplyAdd(sum, rest, Vector256<double>.One);
        var scaled = (sum.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), MantissaBits)).AsDouble();
        var below = Vector256.LessThan(exponent, Vector256.Create(SmallestExponent));
        return Vector256.ConditionalSelect(below, Vector256<double>.Zero, scaled);
    }

    /// <param name="number">Not a number comes of what is not above 0 and finite.</param>
    public static Vector256<double> Log(Vector256<double> number)
    {
        var bits = number.AsInt64();
        var power = Vector256.ShiftRightLogical(bits + Vector256.Create(BitsOf1 - BitsOfRootHalf), MantissaBits);
        var powers = (power | Vector256.Create(BitsOfWhole52)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023);
        var mantissa = (bits - Vector256.ShiftLeft(power, MantissaBits) + Vector256.Create(BitsOf1)).AsDouble();

        // log m = 2 atanh((m − 1) / (m + 1)).
        var excess = mantissa - Vector256<double>.One;
        var ratio = excess / (excess + Vector256.Create(2.0));
        var square = ratio * ratio;
        var sum = Vector256.FusedMultiplyAdd(Vector256.Create(2.0 / 21), square, Vector256.Create(2.0 / 19));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 17));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 15));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 13));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 11));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 9));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 7));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 5));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(2.0 / 3));
        sum = Vector256.FusedMultiplyAdd(sum * square, ratio, powers * Vector256.Create(LogarithmOf2Rest)) + (ratio + ratio);
        var logarithm = Vector256.FusedMultiplyAdd(powers, Vector256.Create(LogarithmOf2), sum);
        var usable = Vector256.GreaterThanOrEqual(number, Vector256.Create(2.2250738585072014e-308))
            & Vector256.LessThan(number, Vector256.Create(double.PositiveInfinity));
        return Vector256.ConditionalSelect(usable, logarithm, Vector256.Create(double.NaN));
    }
}

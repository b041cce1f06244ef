using System.Runtime.Intrinsics;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Tests.Numerics;

public sealed class VectorFunctionsTests
{
    [Fact]
    public void Exponential_and_logarithm_are_those_of_the_mathematics_library()
    {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++)
        {
            var number = round % 2 == 0 ? 1400 * random.NextDouble() - 700 : random.NextDouble() - 0.5;
            var expected = Math.Exp(number);
            Assert.Equal(1, VectorFunctions.Exp(Vector256.Create(number))[0] / expected, 6e-16);
            Assert.Equal(number, VectorFunctions.Log(Vector256.Create(expected))[3],
                4e-16 * Math.Max(0.1, Math.Abs(number)) + Math.Abs(number - Math.Log(expected)));
        }
    }

    [Fact]
    public void What_is_too_small_is_zero_and_what_has_no_logarithm_is_not_a_number()
    {
        Assert.Equal(0, VectorFunctions.Exp(Vector256.Create(-1e6))[0]);
        Assert.Equal(1, VectorFunctions.Exp(Vector256<double>.Zero)[0]);
        Assert.True(double.IsNaN(VectorFunctions.Exp(Vector256.Create(double.NaN))[0]));
        foreach (var number in (double[])[0, -1, double.PositiveInfinity, double.NaN])
            Assert.True(double.IsNaN(VectorFunctions.Log(Vector256.Create(number))[0]), $"{number}");
    }
}

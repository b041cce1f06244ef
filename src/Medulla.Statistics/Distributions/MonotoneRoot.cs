namespace Medulla.Statistics.Distributions;

/// <summary>The place where a rising function crosses a value, to the last bits a double holds.</summary>
/// <remarks>
/// Root finders with a fixed tolerance (R's <c>uniroot</c>, the inverses of MathNet.Numerics) stop at 1e-4 to 1e-8;
/// halving the bracket until it cannot be halved costs at most some sixty evaluations more and leaves nothing to tune.
/// </remarks>
static class MonotoneRoot
{
    // Doublings from 1 towards infinity, and halvings until neighbouring doubles: both are reached long before.
    const int Limit = 2200;

    /// <summary>The crossing of a function that does not fall between the two ends.</summary>
    public static double Between(double lower, double upper, Func<double, double> risingDifference)
    {
        for (var halving = 0; halving < Limit; halving++)
        {
            var middle = lower + (upper - lower) / 2;
            if (middle <= lower || middle >= upper)
                break;
            if (risingDifference(middle) < 0)
                lower = middle;
            else
                upper = middle;
        }

        return Math.Abs(risingDifference(lower)) < Math.Abs(risingDifference(upper)) ? lower : upper;
    }

    /// <summary>The crossing of a function that does not fall over the positive numbers.</summary>
    public static double Positive(Func<double, double> risingDifference)
    {
        double lower = 1, upper = 1;
        for (var doubling = 0; doubling < Limit && risingDifference(upper) < 0 && upper < double.MaxValue / 4; doubling++)
            upper *= 2;
        for (var halving = 0; halving < Limit && risingDifference(lower) > 0 && lower > double.Epsilon; halving++)
            lower /= 2;
        return Between(lower, upper, risingDifference);
    }
}

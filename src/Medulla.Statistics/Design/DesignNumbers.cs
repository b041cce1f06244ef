namespace Medulla.Statistics.Design;

/// <summary>The checks that the numbers of a design pass.</summary>
static class DesignNumbers
{
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static double RequireShare(double share, string argument) =>
        share is > 0 and < 1 ? share : throw new ArgumentOutOfRangeException(argument, share, "Expected between 0 and 1.");

    /// <exception cref="ArgumentOutOfRangeException">Not finite and above 0.</exception>
    public static double RequireAboveZero(double number, string argument) =>
        number > 0 && double.IsFinite(number)
            ? number
            : throw new ArgumentOutOfRangeException(argument, number, "Expected a finite number above 0.");

    /// <exception cref="ArgumentOutOfRangeException">Not finite and above 0, or 1: no effect.</exception>
    public static double RequireRatio(double ratio, string argument) =>
        ratio > 0 && double.IsFinite(ratio) && ratio != 1
            ? ratio
            : throw new ArgumentOutOfRangeException(argument, ratio, "Expected a finite number above 0 other than 1.");

    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to below 1.</exception>
    public static double RequireExplained(double share, string argument) =>
        share is >= 0 and < 1 ? share : throw new ArgumentOutOfRangeException(argument, share, "Expected from 0 to below 1.");

    /// <exception cref="ArgumentOutOfRangeException">The condition does not hold.</exception>
    public static void Require(bool holds, double number, string argument, string expected)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(argument, number, $"Expected {expected}.");
    }
}

namespace Medulla.Qualification;

/// <summary>Where a second answer is accepted: its README names it, or R fails for a stated reason.</summary>
static class AlsoRight
{
    /// <param name="method">Topic/method.</param>
    /// <param name="pointer">Into the result.</param>
    /// <param name="reference">The case.</param>
    /// <param name="expected">By the reference.</param>
    /// <param name="found">By Medulla.</param>
    /// <param name="input">The request.</param>
    public static bool Accepts(
        string method, string pointer, ReferenceCase reference, double? expected, double? found, CaseInput input) =>
        AlsoRightModels.Accepts(method, pointer, reference, expected, found, input)
        || (method, pointer) is ("roc/roc", "/at_youden/mcc") && expected is null && found is not null
            && OverflowsInR(reference)
        || (method, pointer) is ("maxstat/maxstat", "/p/HL") && expected is null && found is not null
            && reference.Result.GetProperty("n").GetInt32() > LargestFactorialInR
        || OtherSurvivalVersion.Accepts(method, pointer, reference, expected, found);

    // R forms gamma(n + 1), which is infinite from 171 on, and so its bound is not a number.
    const int LargestFactorialInR = 170;

    // R multiplies the four margins of the table as 32-bit integers and loses the value where they exceed them.
    static bool OverflowsInR(ReferenceCase reference)
    {
        var table = reference.Result.GetProperty("at_youden");
        double Count(string name) => table.GetProperty(name).GetDouble();
        return (Count("tp") + Count("fn")) * (Count("fp") + Count("tn"))
            * (Count("tp") + Count("fp")) * (Count("fn") + Count("tn")) > int.MaxValue;
    }
}

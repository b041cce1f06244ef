using System.Text.Json;
using System.Text.RegularExpressions;

namespace Medulla.Qualification;

/// <summary>State probabilities on which R's survival 3.5 and 3.8 differ; the reference folder's README accepts
/// either.</summary>
static partial class OtherSurvivalVersion
{
    /// <param name="method">Topic/method.</param>
    /// <param name="pointer">Into the result.</param>
    /// <param name="reference">The case.</param>
    /// <param name="expected">By the reference.</param>
    /// <param name="found">By Medulla.</param>
    public static bool Accepts(string method, string pointer, ReferenceCase reference, double? expected, double? found)
    {
        if (method != "competing_risks/aalen_johansen")
            return false;

        // The standard error of a restricted mean time came with the later version.
        if (RestrictedTime().Match(pointer) is { Success: true } row)
            return expected is null && found is >= 0
                && reference.Result.GetProperty("rmtl").GetProperty("table")[Place(row, "row")].GetArrayLength() == 3;

        // So did limits of 0 where the probability is 0; the earlier has none.
        return Limit().Match(pointer) is { Success: true } limit
            && (expected, found) is (null, 0) or (0, null)
            && reference.Result.GetProperty("at_times").GetProperty("pstate")[Place(limit, "row")][Place(limit, "state")] is
                { ValueKind: JsonValueKind.Number } probability
            && probability.GetDouble() == 0;
    }

    static int Place(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/rmtl/table/(?<row>\d+)/3$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RestrictedTime();

    [GeneratedRegex(@"^/at_times/(lower|upper)_log/(?<row>\d+)/(?<state>\d+)$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();
}

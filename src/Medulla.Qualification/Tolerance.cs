using System.Text.RegularExpressions;

namespace Medulla.Qualification;

/// <summary>How a distance is measured.</summary>
public enum DistanceKind
{
    /// <summary>Relative to max(1, |expected|).</summary>
    Relative,

    /// <summary>Of the logarithms to base 10, relative to that expected.</summary>
    LogarithmOfProbability,

    /// <summary>Absolute.</summary>
    Absolute,

    /// <summary>Four standard errors of a Monte Carlo probability; the limit is that of the case.</summary>
    MonteCarlo,

    /// <summary>The number found is small enough by itself.</summary>
    UpperBound,
}

/// <summary>What may lie between a number expected and one found.</summary>
public sealed record Tolerance(DistanceKind Kind, double Limit);

/// <summary>The tolerances that the reference folder's README demands: its table, and nothing that can be set.</summary>
static partial class Tolerances
{
    const double SmallProbability = 1e-12;

    static readonly Tolerance Usual = new(DistanceKind.Relative, 1e-8);

    // Topic/method, path (of names; places in lists left out), tolerance. The first that fits holds.
    static readonly (Regex Method, Regex Path, Tolerance Tolerance)[] Exceptions =
    [
        Of("^cox/", "^newton_decrement$", DistanceKind.UpperBound, 1e-6),
        Of("^logistic/logistic$", "^profile_ci$", DistanceKind.Relative, 2e-4),
        Of("^logistic/firth_logistic$", "^(ci_lower|ci_upper|p_profile)$", DistanceKind.Relative, 1e-6),
        Of("^cox_extended/(ridge_cox|glmnet_cox|firth_cox)$", "", DistanceKind.Relative, 1e-6),
        Of("^association_tests/fisher$", "^(estimate|ci)$", DistanceKind.Relative, 5e-4),
        Of("^elisa_calibration/elisa_[34]pl$", "", DistanceKind.Relative, 1e-6),
        Of("^maxstat/", "^p/exactGauss$", DistanceKind.Absolute, 3e-3),
    ];

    // R's uniroot stops early where the rank sum's shift is searched for on the normal approximation.
    static readonly Tolerance ShiftRoot = new(DistanceKind.Relative, 5e-3);

    /// <param name="input">The request, where a tolerance depends on it.</param>
    /// <param name="method">Topic/method.</param>
    /// <param name="path">Names only.</param>
    /// <param name="expected">Null where it does not exist.</param>
    public static Tolerance Of(CaseInput input, string method, string path, double? expected)
    {
        if (method == "association_tests/wilcoxon" && path is "estimate" or "ci" && !input.Flag("exact"))
            return ShiftRoot;
        if (method == "maxstat/maxstat" && path == "p/condMC")
            return new(DistanceKind.MonteCarlo,
                4 * Math.Sqrt((expected ?? 0) * (1 - (expected ?? 0)) / input.Number("mc_reps", 10_000)) + 1 / input.Number("mc_reps", 10_000));
        foreach (var exception in Exceptions)
            if (exception.Method.IsMatch(method) && exception.Path.IsMatch(path))
                return exception.Tolerance;
        return expected is > 0 and < SmallProbability && Probability().IsMatch(path)
            ? new(DistanceKind.LogarithmOfProbability, 1e-6)
            : Usual;
    }

    static (Regex, Regex, Tolerance) Of(string method, string path, DistanceKind kind, double limit) =>
        (new Regex(method, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), new Regex(path,
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), new Tolerance(kind, limit));

    [GeneratedRegex(@"(^|/)(p|pv|P|p_\w+|\w+_p)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Probability();
}

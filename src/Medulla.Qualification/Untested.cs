using System.Text.Json;

namespace Medulla.Qualification;

/// <summary>
/// Members of a result that the reference folder says are not tested: remarks, labels, and echoes of the request.
/// </summary>
static class Untested
{
    static readonly HashSet<string> Echoes = new(StringComparer.Ordinal)
    {
        "notes", "indices", "fold", "folds", "condMC_B", "rownames", "colnames", "curves", "strata", "columns", "names", "pairs",
        "groups", "rows_labels", "states", "gray_rownames", "gray_colnames",
    };

    /// <param name="method">Topic/method.</param>
    /// <param name="path">Of names.</param>
    /// <param name="arguments">The request: what stands in it under the same name is an echo.</param>
    public static bool Member(string method, string path, JsonElement arguments)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("info_", StringComparison.Ordinal)
            || Echoes.Contains(name)
            || path == "B"
            || name is "times" or "alpha" or "lambda" or "probs" or "tau" && arguments.TryGetProperty(name, out _)
            || (method, path) is ("cox_extended/firth_cox", "iter" or "method") or ("cox_extended/aft", "median_at_zero")
                or ("power/power_correlation", "power_noncentral_t_approx") or ("association_tests/p_adjust", "p");
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medulla.Qualification;

namespace Medulla.Cli.Output;

/// <summary>What <c>medulla qualify</c> says of a topic, a fault, and each number.</summary>
static class QualifyLines
{
    const int MostFaultsOfACase = 20;

    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string topic, QualificationSummary summary) => string.Create(CultureInfo.InvariantCulture,
        $"{topic}: {summary.Cases} cases, {summary.Cases - summary.NotRun} run, {summary.Failed} failed, {summary.NotRun} not run; "
            + $"{summary.Numbers} numbers compared; worst {summary.Worst:0.0e+0} at {summary.WorstPlace}");

    /// <summary>Every number that does not agree, by case and field, and what stopped a case.</summary>
    public static IEnumerable<string> Faults(CaseOutcome outcome)
    {
        var id = outcome.Reference.Id;
        if (outcome.NotRun is { } notRun)
            yield return $"  not run {id}: {notRun}";
        if (outcome.Problem is { } problem)
            yield return $"  FAILED {id}: {problem}";
        var wrong = outcome.Numbers.Where(number => !number.Agrees).ToList();
        foreach (var number in wrong.Take(MostFaultsOfACase))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  FAILED {id} {number.Path}: found {Shown(number.Found)}, expected {Shown(number.Expected)}");
        if (wrong.Count > MostFaultsOfACase)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  FAILED {id}: {wrong.Count - MostFaultsOfACase} numbers more");
    }

    /// <summary>One object per compared number; one for the whole case where it could not be computed or was not run.</summary>
    public static IEnumerable<string> Json(CaseOutcome outcome)
    {
        var reference = outcome.Reference;
        if ((outcome.NotRun ?? outcome.Problem) is { } problem)
            yield return JsonSerializer.Serialize(new
            {
                topic = reference.Topic,
                @case = reference.Id,
                path = "",
                expected = (object?)null,
                found = (object?)null,
                tolerance = (object?)null,
                verdict = outcome.NotRun is null ? "fail" : "not run",
                problem,
            }, AsWritten);
        foreach (var number in outcome.Numbers)
            yield return JsonSerializer.Serialize(new
            {
                topic = number.Topic,
                @case = number.Case,
                path = number.Path,
                expected = Value(number.Expected),
                found = Value(number.Found),
                tolerance = new { kind = Kind(number.Tolerance.Kind), limit = number.Tolerance.Limit },
                verdict = number.Agrees ? "pass" : "fail",
            }, AsWritten);
    }

    static string Kind(DistanceKind kind) => kind switch
    {
        DistanceKind.Relative => "relative",
        DistanceKind.LogarithmOfProbability => "log10",
        DistanceKind.Absolute => "absolute",
        DistanceKind.MonteCarlo => "monte-carlo",
        _ => "upper-bound",
    };

    static object? Value(double? number) => number switch
    {
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => null,
        _ => number,
    };

    static string Shown(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
}

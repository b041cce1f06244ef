using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Medulla.Cli.Input;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary>Which value of the outcome is a case, and which values of the marker speak for one: said, never guessed.</summary>
static class TwoOutcomes
{
    public static Option<string?> Positive() => Inputs.OptionalText("--positive", "VALUE", "The value of the outcome that is a case", "结局列中代表“病例”的取值");

    public static Option<string> Direction() => StatsInputs.OneOf(
        "--direction", "Which markers speak for a case or an early event", "何种标志物取值指向病例或早发事件", required: true,
        ["higher", "lower"]);

    public static MarkerDirection Of(string word) => word == "lower" ? MarkerDirection.LowerInCases : MarkerDirection.HigherInCases;

    /// <param name="frame">Its response is one column of two values.</param>
    /// <param name="positive">Null where none was named: then 1 of 0 and 1, if <paramref name="mustBeNamed"/> does not forbid it.</param>
    /// <param name="mustBeNamed">Whether the case must be named.</param>
    public static bool[] Cases(ModelFrame frame, string? positive, bool mustBeNamed)
    {
        var labels = frame.ResponseLabels();
        ImmutableArray<string> values = [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var outcome = frame.Formula.Source.Split('~')[0].Trim();
        if (values.Length != 2)
            throw new StatsQuestionException(string.Create(CultureInfo.InvariantCulture,
                $"Found {values.Length} values of {outcome}: {string.Join(", ", values.Take(6))}{(values.Length > 6 ? ", …" : "")}. Expected two: "
                    + $"choose rows with --where, or write a condition such as {outcome} == {values[^1]}."));
        if (positive is null && !mustBeNamed && values is ["0", "1"])
            positive = "1";
        return positive is not null && values.Contains(positive)
            ? [.. labels.Select(label => label == positive)]
            : throw new StatsQuestionException(
                $"Found {(positive is null ? "no --positive" : $"--positive {positive}")}. Expected the value of {outcome} that is a case: "
                    + $"{values[0]} or {values[1]}.");
    }
}

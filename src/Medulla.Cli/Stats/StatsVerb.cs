using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Qualification;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;

namespace Medulla.Cli.Stats;

/// <summary>Turns a computation into a verb: reads, computes, prints, draws; every reason why not in one line.</summary>
static class StatsVerb
{
    /// <summary>A verb on a table and a formula.</summary>
    public static Verb OnTable(
        string name, string en, string zh, string example, Option[] options, Func<VerbCall, ModelFrame, double,
            StatsAnswer> compute)
    {
        var inputs = new StatsInputs();
        var verb = new Verb(name, en, zh, example) { inputs.Formula, inputs.Data, inputs.Where, inputs.Level };
        foreach (var option in options)
            verb.Add(option);
        verb.Add(inputs.Json);
        verb.Add(inputs.Plot);
        return verb.Alone((call, _) => Task.FromResult(Run(call, inputs.Json, inputs.Plot, () =>
        {
            var file = DataFile.Read(call.Of(inputs.Data));
            foreach (var note in file.Notes)
                call.Printer.Problem("note", Bilingual.Same(note));
            var rows = call.Given(inputs.Where) is { } condition ? file.Data.Where(condition) : file.Data;
            var frame = Formula.Parse(call.Of(inputs.Formula)).Over(rows);
            var answer = compute(call, frame, call.Of(inputs.Level));
            return answer with
            {
                Remarks = [.. Rows(frame), .. answer.Remarks],
                Result = Asked(name, call.Of(inputs.Formula), call.Of(inputs.Data), call.Given(inputs.Where), frame, answer),
            };
        })));
    }

    /// <summary>A verb that needs no table.</summary>
    public static Verb WithoutTable(string name, string en, string zh, string example, Option[] options, Func<VerbCall,
        StatsAnswer> compute)
    {
        var inputs = new StatsInputs();
        var verb = new Verb(name, en, zh, example);
        foreach (var option in options)
            verb.Add(option);
        verb.Add(inputs.Json);
        verb.Add(inputs.Plot);
        return verb.Alone((call, _) => Task.FromResult(Run(call, inputs.Json, inputs.Plot, () =>
        {
            var answer = compute(call);
            return answer with
            {
                Result = new JsonObject
                {
                    ["verb"] = name,
                    ["conventions"] = StatsJson.List(answer.Conventions),
                    ["simulated"] = answer.Simulated,
                    ["result"] = answer.Result,
                },
            };
        })));
    }

    static ExitCode Run(VerbCall call, Option<bool> json, Option<string?> plot, Func<StatsAnswer> compute)
    {
        var printer = call.Printer;
        try
        {
            var answer = compute();
            if (call.Given(plot) is { } path)
            {
                if (answer.Figure is null)
                {
                    printer.Problem("no-figure", new("Found --plot. Expected none: this answer has no figure.", "此结果没有对应的图形，请去掉 --plot。"));
                    return ExitCode.Usage;
                }
                File.WriteAllText(path, answer.Figure(call.Language).ToSvg(Profile.Report), new UTF8Encoding(false));
            }
            if (call.Given(json))
                printer.Terminal.Output.WriteLine(StatsJson.Text(answer.Result));
            else
                Print(answer, printer);
            return ExitCode.Done;
        }
        catch (FormulaException wrong)
        {
            printer.Problem("formula", Bilingual.Same(wrong.Message));
            return wrong.Column is null ? ExitCode.Refused : ExitCode.Usage;
        }
        catch (Exception wrong) when (wrong is DataFileException or NotEstimableException or StatsQuestionException
            or ArgumentException
            or NotSupportedException or InvalidOperationException)
        {
            var rule = wrong switch { DataFileException => "data", NotEstimableException => "not-estimable", _ => "not-computed" };
            printer.Problem(rule, Bilingual.Same(Message(wrong)));
            return ExitCode.Refused;
        }
    }

    // .NET adds the name of a parameter that nobody typed.
    static string Message(Exception wrong) =>
        wrong is ArgumentException { ParamName: { } name } && wrong.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is > 0 and var end
            ? wrong.Message[..end]
            : wrong.Message;

    static void Print(StatsAnswer answer, Printer printer)
    {
        if (answer.Simulated)
            printer.Say(new("SIMULATED: these numbers come from no participant.", "SIMULATED（模拟）：以下数值不来自任何参与者。"));
        printer.Say(answer.Title);
        foreach (var table in answer.Tables.Where(table => !table.Rows.IsEmpty))
        {
            printer.Line("");
            printer.Table(table.Titles, table.Rows);
        }
        printer.Line("");
        foreach (var remark in answer.Remarks)
            printer.Say(remark);
        foreach (var convention in answer.Conventions.Distinct())
            printer.Say(new($"Method: {convention}.", $"方法：{convention}。"));
    }

    static IEnumerable<Bilingual> Rows(ModelFrame frame) => frame.LeftOut == 0
        ? [new($"Rows: {frame.Count}, none left out.", $"行数：{frame.Count}，无剔除。")]
        : [new(
            $"Rows: {frame.Count}; {frame.LeftOut} left out for missing values ("
                + $"{string.Join(", ", frame.Missing.Select(column => $"{column.Column} {column.Rows}"))}).",
            $"行数：{frame.Count}；因缺失值剔除 {frame.LeftOut} 行（"
                + $"{string.Join("，", frame.Missing.Select(column => $"{column.Column} {column.Rows}"))}）。")];

    static JsonObject Asked(string name, string formula, string data, string? where, ModelFrame frame,
        StatsAnswer answer) => new()
    {
        ["verb"] = name,
        ["formula"] = formula,
        ["data"] = Path.GetFileName(data),
        ["where"] = where,
        ["rows"] = new JsonObject
        {
            ["used"] = frame.Count,
            ["leftOut"] = frame.LeftOut,
            ["missing"] = StatsJson.List(frame.Missing),
        },
        ["conventions"] = StatsJson.List(answer.Conventions),
        ["simulated"] = answer.Simulated,
        ["result"] = answer.Result,
    };
}

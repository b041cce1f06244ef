using System.Globalization;
using Medulla.Qualification;

namespace Medulla.Cli.Output;

/// <summary>How many cases have been run: one line that is written over, on a terminal alone.</summary>
sealed class QualifyProgress(Printer printer, int total) : IDisposable
{
    const int Width = 70;

    readonly Lock gate = new();
    int done;

    /// <summary>The outcome itself.</summary>
    public CaseOutcome Passed(CaseOutcome outcome)
    {
        if (printer.Terminal.IsTerminal)
            lock (gate)
            {
                done++;
                var line = string.Create(CultureInfo.InvariantCulture, $"[{done}/{total}] {outcome.Reference.Topic}");
                printer.Terminal.Output.Write($"\r{line.PadRight(Width)}");
            }
        return outcome;
    }

    public void Clear()
    {
        if (printer.Terminal.IsTerminal)
            printer.Terminal.Output.Write($"\r{new string(' ', Width)}\r");
    }

    public void Dispose() => Clear();
}

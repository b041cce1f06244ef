using System.Globalization;
using Medulla.Figures;
using Medulla.Workspace.Demo;

namespace Medulla.Cli.Output;

/// <summary>Progress of the demo: a bar on a terminal, a line a part elsewhere.</summary>
sealed class DemoProgressLines(Printer printer) : IProgress<DemoProgress>, IDisposable
{
    const int BarWidth = 30;

    readonly Lock gate = new();
    int lastDrawn = -1;
    DemoPart? lastPart;

    public void Report(DemoProgress value)
    {
        lock (gate)
        {
            if (printer.Terminal.IsTerminal)
                Draw(value);
            else if (lastPart != value.Part)
                printer.Say(Name(value.Part));
            lastPart = value.Part;
        }
    }

    public void Dispose()
    {
        if (printer.Terminal.IsTerminal)
            printer.Terminal.Output.Write($"\r{new string(' ', BarWidth + 60)}\r");
    }

    void Draw(DemoProgress value)
    {
        var filled = value.Total == 0 ? 0 : BarWidth * value.Done / value.Total;
        if (filled == lastDrawn && lastPart == value.Part)
            return;
        lastDrawn = filled;
        printer.Terminal.Output.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r[{new string('#', filled)}{new string('.', BarWidth - filled)}] {Name(value.Part).In(printer.Language),-40}"));
    }

    static Bilingual Name(DemoPart part) => part switch
    {
        DemoPart.Plates => new("Real plates ...", "真实检测板……"),
        DemoPart.Cohort => new("Real cohort ...", "真实队列……"),
        _ => new("Simulated study, step by step ...", "模拟研究，逐步进行……"),
    };
}

using System.Diagnostics;

namespace Medulla.Bench;

/// <summary>What the disk itself takes to make 8 KB durable: without it, no figure of an append means anything.</summary>
static class FlushTime
{
    public static string Measure(BenchFolder folder)
    {
        using var file = new FileStream(folder.File("flush"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.SetLength(8192 * 400);
        var page = new byte[8192];
        var milliseconds = new List<double>();
        for (var write = 0; write < 400; write++)
        {
            var start = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return $"write and flush of 8 KB: {Quartiles.Of(milliseconds.Skip(50)).Text("0.000")} ms";
    }
}

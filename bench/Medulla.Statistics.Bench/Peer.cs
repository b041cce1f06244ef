using System.Diagnostics;
using System.Globalization;

namespace Medulla.Statistics.Bench;

/// <summary>How long R took for one way of doing the work, and what it found.</summary>
sealed record PeerTime(string Label, double Seconds, double? Value);

/// <summary>Runs a script of <c>bench/peers</c> on one core.</summary>
static class Peer
{
    public static IReadOnlyList<PeerTime> Run(string scripts, string script, string data)
    {
        var start = new ProcessStartInfo("Rscript", [System.IO.Path.Combine(scripts, script), data])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Found exit code {process.ExitCode} of {script}. Expected 0.");
        return [.. output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts is ["TIME", _, _, _]).Select(parts =>
            new PeerTime(parts[1], double.Parse(parts[2], CultureInfo.InvariantCulture),
                double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null))];
    }
}

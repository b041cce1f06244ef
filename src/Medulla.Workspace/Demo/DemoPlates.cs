using System.Collections.Immutable;
using Medulla.Assays.Calibration;
using Medulla.Assays.PlateFiles;

namespace Medulla.Workspace.Demo;

/// <summary>Real plates: the concentrations computed here beside those that SoftMax Pro printed.</summary>
static class DemoPlates
{
    // The kit was read at 450 nm and corrected at 620 nm.
    static readonly CalibrationMethod Method = new(new Response(450, 620));

    static readonly ImmutableArray<string> Files = ["elisa_assay2.txt", "elisa_assay3_and_4.txt"];

    public static int FileCount => Files.Length;

    /// <exception cref="InvalidDataException">A file that ships with the program cannot be read.</exception>
    public static async Task<ImmutableArray<PlateComparison>> CompareAsync(
        DemoSources sources, IProgress<DemoProgress> progress, CancellationToken cancellation)
    {
        var comparisons = ImmutableArray.CreateBuilder<PlateComparison>();
        foreach (var (index, name) in Files.Index())
        {
            progress.Report(new(DemoPart.Plates, index, Files.Length));
            var content = PlateFile.Read(name, await File.ReadAllBytesAsync(sources.Plate(name), cancellation));
            comparisons.AddRange(PlateComparison.Of(
                content.Value ?? throw new InvalidDataException(content.Findings[0].Message), Method));
        }
        progress.Report(new(DemoPart.Plates, Files.Length, Files.Length));
        return comparisons.ToImmutable();
    }
}

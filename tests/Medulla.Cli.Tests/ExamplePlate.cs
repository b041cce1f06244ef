using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;

namespace Medulla.Cli.Tests;

/// <summary>A plate as a reader would write it: calibrators, quality controls and one pair of wells an aliquot.</summary>
static class ExamplePlate
{
    const double Reference = 0.04;

    static readonly ImmutableArray<double> Calibrators = [0, 0.47, 0.94, 1.88, 3.75, 7.5, 15, 30];

    /// <summary>Optical density above anything that a concentration can give on this curve.</summary>
    public const double BeyondTheCurve = double.PositiveInfinity;

    /// <summary>Writes the reader's file and its layout.</summary>
    /// <param name="aliquots">With their true concentrations in ng/mL.</param>
    public static (string File, string Layout) Write(
        TestWorkspace workspace, string name, params (string Aliquot, double Concentration)[] aliquots)
    {
        var wells = ImmutableArray.CreateBuilder<(LayoutWell Layout, double Concentration)>();
        foreach (var (row, concentration) in Calibrators.Index())
            Add(Row(row), 1, well => well with { NominalConcentration = concentration }, WellRole.Calibrator, concentration);
        foreach (var (row, (level, concentration)) in new[] { ("QC-low", 1.5), ("QC-mid", 6), ("QC-high", 20) }.Index())
            Add(Row(row), 3, well => well with { Level = level, NominalConcentration = concentration },
                WellRole.QualityControl, concentration);
        foreach (var (row, (aliquot, concentration)) in aliquots.Index())
            Add(Row(row), 5, well => well with { Aliquot = aliquot }, WellRole.Unknown, concentration);

        var signal = wells.Index().ToImmutableSortedDictionary(
            well => well.Item.Layout.Well, well => Math.Round(DensityOf(well.Item.Concentration, well.Index) + Reference, 4));
        var reference = wells.ToImmutableSortedDictionary(well => well.Layout.Well, _ => Reference);
        var none = ImmutableSortedDictionary<Well, string>.Empty;
        var content = new PlateContent(name, 96, [new(null, 450, signal, none), new(null, 570, reference, none)], []);
        return (
            workspace.Write($"{name}.csv", PlateGridFile.Write(content)),
            workspace.Write($"{name}-layout.csv",
                PlateLayoutFile.Write(new PlateLayout(name, [.. wells.Select(well => well.Layout)]))));

        void Add(char row, int column, Func<LayoutWell, LayoutWell> describe, WellRole role, double concentration)
        {
            foreach (var replicate in (ReadOnlySpan<int>)[0, 1])
                wells.Add((describe(new LayoutWell(new Well(row, column + replicate), role)), concentration));
        }
    }

    static char Row(int index) => (char)('A' + index);

    // A curve between 0.05 and 3.0 with its middle at 8 ng/mL; the wells scatter by half a percent.
    static double DensityOf(double concentration, int index) => double.IsInfinity(concentration)
        ? 3.6
        : (3.0 + (0.05 - 3.0) / (1 + Math.Pow(concentration / 8, 1.2))) * (1 + 0.005 * Math.Sin(7 * index));
}

using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Statistics.DoseResponse;
using Medulla.Statistics.Randomness;

namespace Medulla.Workspace.Demo;

/// <summary>One aliquot with the leptin it truly holds.</summary>
sealed record SimulatedTube(string Aliquot, double NgPerMl);

/// <summary>Plates as a reader would write them, with the scatter of a good day, or of a bad one.</summary>
static class SimulatedPlates
{
    /// <summary>Tubes a plate takes in duplicate beside calibrators, controls and blanks.</summary>
    public const int TubesOnPlate = 30;

    public const string Note = "SIMULATED DATA: no participant, no measurement; written by medulla demo";
    public const double Dilution = 2;

    const int WavelengthNm = 450;
    const int ReferenceWavelengthNm = 570;
    const double WellCv = 0.035;

    static readonly ImmutableArray<double> Calibrators = [0, 0.78125, 1.5625, 3.125, 6.25, 12.5, 25, 50, 100];
    static readonly ImmutableArray<(string Level, double NgPerMl)> Controls = [("QC-low", 2), ("QC-mid", 12), ("QC-high", 60)];

    public static PlateLayout Layout(string plate, IReadOnlyList<SimulatedTube> tubes)
    {
        var wells = ImmutableArray.CreateBuilder<LayoutWell>();
        var free = (from row in "ABCDEFGH" from column in Enumerable.Range(1, 12) select new Well(row, column)).GetEnumerator();
        foreach (var concentration in Calibrators)
            Twice(well => new LayoutWell(well, WellRole.Calibrator) { NominalConcentration = concentration });
        foreach (var (level, concentration) in Controls)
            Twice(well => new LayoutWell(well, WellRole.QualityControl)
            {
                Level = level,
                NominalConcentration = concentration,
            });
        Twice(well => new LayoutWell(well, WellRole.Blank));
        foreach (var tube in tubes)
            Twice(well => new LayoutWell(well, WellRole.Unknown) { Aliquot = tube.Aliquot, DilutionFactor = Dilution });
        return new PlateLayout(plate, wells.ToImmutable());

        void Twice(Func<Well, LayoutWell> make)
        {
            for (var replicate = 1; replicate <= 2; replicate++)
            {
                free.MoveNext();
                wells.Add(make(free.Current) with { Replicate = replicate });
            }
        }
    }

    /// <param name="controlsDrifted">A run that should fail: the controls read a third too high.</param>
    public static PlateContent Read(
        PlateLayout layout, IReadOnlyList<SimulatedTube> tubes, SimulationRules rules, int run, bool controlsDrifted)
    {
        var random = new RandomStream((ulong)rules.Seed, 1_000_000UL + (ulong)run);
        var truth = tubes.ToDictionary(tube => tube.Aliquot, tube => tube.NgPerMl, StringComparer.Ordinal);
        var curve = new FourParameterLogistic(
            A: 0.045 + random.NextNormal(0, 0.003), B: 1.15 + random.NextNormal(0, 0.03),
            C: 19 * Math.Exp(random.NextNormal(0, 0.05)), D: 3.05 + random.NextNormal(0, 0.08));
        var signal = ImmutableSortedDictionary.CreateBuilder<Well, double>();
        var reference = ImmutableSortedDictionary.CreateBuilder<Well, double>();

        foreach (var well in layout.Wells)
        {
            var plastic = 0.042 + Math.Abs(random.NextNormal(0, 0.002));
            var colour = curve.ResponseAt(InWell(well)) * Math.Exp(random.NextNormal(0, WellCv)) + random.NextNormal(0, 0.002);
            signal[well.Well] = Math.Round(Math.Max(0, colour) + plastic, 4);
            reference[well.Well] = Math.Round(plastic, 4);
        }

        return new PlateContent(layout.Plate, 96,
        [
            new PlateRead(null, WavelengthNm, signal.ToImmutable(), ImmutableSortedDictionary<Well, string>.Empty),
            new PlateRead(null, ReferenceWavelengthNm, reference.ToImmutable(), ImmutableSortedDictionary<Well, string>.Empty),
        ], []);

        double InWell(LayoutWell well) => well.Role switch
        {
            WellRole.Unknown => truth[well.Aliquot!] / well.DilutionFactor,
            WellRole.QualityControl when controlsDrifted => well.NominalConcentration!.Value * 1.35,
            WellRole.Blank => 0,
            _ => well.NominalConcentration!.Value,
        };
    }
}

using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Statistics.DoseResponse;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Web.Tests.Example;

/// <summary>A plate that meets its rules: nine levels, three controls and one aliquot, all in duplicate.</summary>
static class ExamplePlate
{
    static readonly double[] Levels = [0, 0.78125, 1.5625, 3.125, 6.25, 12.5, 25, 50, 100];
    static readonly (string Name, double NgPerMl)[] Controls = [("QC-low", 2), ("QC-mid", 12), ("QC-high", 60)];
    static readonly FourParameterLogistic Curve = new(0.05, 1.15, 19, 3.05);

    public static ImportPlate Of(AliquotId aliquot, string fileHash)
    {
        var wells = ImmutableArray.CreateBuilder<LayoutWell>();
        var signal = ImmutableSortedDictionary.CreateBuilder<Well, double>();
        foreach (var level in Levels)
            Twice(WellRole.Calibrator, level, well => well with { NominalConcentration = level });
        foreach (var (name, concentration) in Controls)
            Twice(WellRole.QualityControl, concentration, well => well with { Level = name, NominalConcentration = concentration });
        Twice(WellRole.Unknown, 8.4, well => well with { Aliquot = aliquot.Value, DilutionFactor = 2 });

        var reference = signal.ToImmutable().SetItems(signal.Select(reading => KeyValuePair.Create(reading.Key, 0.042)));
        var content = new PlateContent("EXAMPLE-01", 96, [Read(450, signal.ToImmutable()), Read(570, reference)], []);
        return new ImportPlate("LEP",
            new RawPlate("SIMULATED-example.csv", fileHash, 1, "EXAMPLE-01", "SIMULATED-layout.csv", new string('b', 64)),
            content, new PlateLayout("EXAMPLE-01", wells.ToImmutable()), ["SIMULATED DATA"]);

        void Twice(WellRole role, double concentration, Func<LayoutWell, LayoutWell> describe)
        {
            for (var replicate = 1; replicate <= 2; replicate++)
            {
                var well = new Well((char)('A' + wells.Count / 12), wells.Count % 12 + 1);
                wells.Add(describe(new LayoutWell(well, role) { Replicate = replicate }));
                signal[well] = Math.Round(0.042 + Curve.ResponseAt(concentration) * (replicate == 1 ? 1.01 : 0.99), 4);
            }
        }
    }

    static PlateRead Read(int wavelengthNm, ImmutableSortedDictionary<Well, double> values) =>
        new(null, wavelengthNm, values, ImmutableSortedDictionary<Well, string>.Empty);
}

using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Tests.Calibration;

/// <summary>Calibrators in rows A and D, quality controls in row C, unknowns where a test puts them.</summary>
sealed class KnownPlate
{
    public static readonly FourParameterLogistic Truth = new(A: 0.05, B: 1.2, C: 8, D: 3);

    public static readonly double[] Levels = [0, 0.5, 1, 2, 4, 8, 16, 32];

    readonly Dictionary<Well, double> values = [];
    readonly Dictionary<Well, string> flags = [];
    readonly List<LayoutWell> layout = [];
    readonly Random random;
    readonly double noise;
    readonly bool flat;

    public KnownPlate(
        double noise = 0, bool flat = false, bool calibrators = true, bool qualityControls = true, bool masked = false,
        int seed = 1)
    {
        (this.noise, this.flat, random) = (noise, flat, new Random(seed));
        foreach (var (index, level) in Levels.Index())
            foreach (var row in calibrators ? "AD" : "")
                Add(new LayoutWell(new Well(row, index + 1), WellRole.Calibrator)
                {
                    NominalConcentration = level,
                    Masked = masked,
                }, level);
        foreach (var (index, level) in new[] { 1.5, 6, 20 }.Index())
            foreach (var column in qualityControls ? new[] { 2 * index + 1, 2 * index + 2 } : [])
                Add(new LayoutWell(new Well('C', column), WellRole.QualityControl)
                {
                    NominalConcentration = level,
                    Level = ((string[])["QC-low", "QC-middle", "QC-high"])[index],
                    Masked = masked,
                }, level);
    }

    public PlateContent Content => new(
        "LEP-0001", 96,
        [
            new PlateRead("Absorbance 450", 450, values.ToImmutableSortedDictionary(), flags.ToImmutableSortedDictionary()),
            new PlateRead(
                "Absorbance 570", 570, values.Keys.ToImmutableSortedDictionary(well => well, _ => 0.04),
                ImmutableSortedDictionary<Well, string>.Empty),
        ],
        []);

    public PlateLayout Layout => new("LEP-0001", [.. layout]);

    public KnownPlate With(string well, double concentrationInWell, double dilution = 1, bool masked = false)
    {
        Add(new LayoutWell(Well.Parse(well), WellRole.Unknown)
        {
            Aliquot = "AML-01",
            DilutionFactor = dilution,
            Masked = masked,
        }, concentrationInWell);
        return this;
    }

    public KnownPlate WithResponse(string well, double response)
    {
        if (layout.All(known => known.Well != Well.Parse(well)))
            With(well, 1);
        values[Well.Parse(well)] = response + 0.04;
        return this;
    }

    public KnownPlate WithFlag(string well, string flag)
    {
        WithResponse(well, 1);
        values.Remove(Well.Parse(well));
        flags[Well.Parse(well)] = flag;
        return this;
    }

    public KnownPlate Without(string well)
    {
        WithResponse(well, 1);
        values.Remove(Well.Parse(well));
        return this;
    }

    void Add(LayoutWell well, double concentration)
    {
        layout.Add(well);
        var response = flat ? 0.5 : Truth.ResponseAt(concentration);
        values[well.Well] = 0.04 + response * (1 + noise * (2 * random.NextDouble() - 1));
    }
}

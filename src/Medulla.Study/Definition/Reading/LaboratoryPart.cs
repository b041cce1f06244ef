using Medulla.Assays.Calibration;

namespace Medulla.Study.Definition.Reading;

/// <summary>What is collected and how it is measured.</summary>
static class LaboratoryPart
{
    const int ShortestWavelengthNm = 200;
    const int LongestWavelengthNm = 1000;

    public static SpecimenKind ReadSpecimenKind(YamlMap map) => new(
        map.Declare(CodeList.SpecimenKinds, "code"), map.Bilingual("name"), map.Text("container"),
        Positive(map, "volumeMillilitres"), Positive(map, "aliquotMillilitres"),
        map.OptionalWholeNumber("minutesToSpin"), map.OptionalWholeNumber("minutesToFreezer"),
        map.OptionalWholeNumber("maximumThaws"), map.OptionalRefer(CodeList.ConsentScopes, "consentScope"));

    public static Assay ReadAssay(YamlMap map)
    {
        var code = map.Declare(CodeList.Assays, "code");
        map.ExpectMembers("specimenKinds");
        var assay = new Assay(
            code, map.Bilingual("analyte"), map.Unit("unit"), map.Choice<CurveModel>("curve"),
            Wavelength(map, "wavelengthNm"), map.Has("referenceWavelengthNm") ? Wavelength(map, "referenceWavelengthNm") : null,
            map.ReferAll(CodeList.SpecimenKinds, "specimenKinds"),
            map.RequiredMap("acceptance", ReadAcceptance, new AcceptanceRules()),
            map.OptionalNumber("plausibleFrom"), map.OptionalNumber("plausibleTo"));
        if (assay.PlausibleTo < assay.PlausibleFrom)
            map.Report("range-ends-before-it-begins", "plausibleTo",
                FormattableString.Invariant($"Found {assay.PlausibleTo} in {map.PathOf("plausibleTo")}. ")
                + FormattableString.Invariant($"Expected no less than plausibleFrom, {assay.PlausibleFrom}."));
        return assay;
    }

    static AcceptanceRules ReadAcceptance(YamlMap map) => new()
    {
        Version = "of the study's definition, after ICH M10 (2022)",
        CalibratorLimitPercent = 100 * Fraction(map, "calibratorRecovery"),
        EndCalibratorLimitPercent = 100 * Fraction(map, "calibratorRecoveryAtLimits"),
        LeastFractionOfCalibratorLevels = Fraction(map, "calibratorShare"),
        LeastCalibratorLevels = map.WholeNumber("calibratorLevels"),
        QualityControlLimitPercent = 100 * Fraction(map, "controlRecovery"),
        LeastFractionOfQualityControls = Fraction(map, "controlShare"),
        LeastFractionPerQualityControlLevel = Fraction(map, "controlShareAtEachLevel"),
        ReplicateCvLimitPercent = 100 * Fraction(map, "replicateCv"),
    };

    static double Positive(YamlMap map, string name)
    {
        var number = map.Number(name);
        if (map.Has(name) && number <= 0)
            map.Report("not-positive", name,
                FormattableString.Invariant($"Found {number} in {map.PathOf(name)}. Expected more than 0."));
        return number;
    }

    static double Fraction(YamlMap map, string name)
    {
        var number = map.Number(name);
        if (number is < 0 or > 1)
            map.Report("not-a-fraction", name, FormattableString.Invariant(
                $"Found {number} in {map.PathOf(name)}. Expected a fraction from 0 to 1, such as 0.2 for 20 %."));
        return number;
    }

    static int Wavelength(YamlMap map, string name)
    {
        var wavelengthNm = map.WholeNumber(name);
        if (map.Has(name) && wavelengthNm is < ShortestWavelengthNm or > LongestWavelengthNm)
            map.Report("wavelength-implausible", name,
                FormattableString.Invariant($"Found {wavelengthNm} nm in {map.PathOf(name)}. ")
                + FormattableString.Invariant($"Expected {ShortestWavelengthNm} to {LongestWavelengthNm} nm."));
        return wavelengthNm;
    }
}

using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays;

/// <summary>One pass over a layout table. See <see cref="PlateLayoutFile"/> for the form.</summary>
sealed class PlateLayoutReader(string fileName)
{
    static readonly ImmutableArray<string> Required = ["plate", "well", "role"];

    readonly Findings findings = new(fileName);
    readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<(string Plate, Well Well), int> lineOf = [];
    readonly List<(string Plate, LayoutWell Well)> wells = [];

    public Parsed<IReadOnlyList<PlateLayout>> Read(ImmutableArray<TextRow> rows)
    {
        var filled = rows.Where(row => !row.IsBlank && row[0] is not ['#', ..]).ToList();
        if (filled.Count == 0)
        {
            findings.Fail("layout-empty", 1, 1,
                $"Found no line. Expected the titles {string.Join(",", PlateLayoutFile.Titles)}.");
            return findings.Give<IReadOnlyList<PlateLayout>>(null);
        }

        ReadTitles(filled[0]);
        if (findings.HaveErrors)
            return findings.Give<IReadOnlyList<PlateLayout>>(null);

        filled.Skip(1).ToList().ForEach(ReadRow);
        if (wells.Count == 0 && !findings.HaveErrors)
            findings.Fail("layout-empty", filled[0].Number, 1, "Found no well below the titles. Expected at least one.");
        return findings.Give<IReadOnlyList<PlateLayout>>(Layouts());
    }

    void ReadTitles(TextRow titles)
    {
        foreach (var (position, title) in titles.Cells.Index())
        {
            if (title.Length == 0)
                continue;
            if (!PlateLayoutFile.Titles.Contains(title, StringComparer.OrdinalIgnoreCase))
                findings.Warn("column-not-read", titles.Number, position + 1, $"Found a column '{title}'. It was not read.");
            else if (!positions.TryAdd(title, position))
                findings.Fail("column-twice", titles.Number, position + 1, $"Found a second column '{title}'. Expected one.");
        }

        foreach (var title in Required.Where(title => !positions.ContainsKey(title)))
            findings.Fail("column-missing", titles.Number, 1, $"Found no column '{title}'. Expected one.");
    }

    void ReadRow(TextRow row)
    {
        var plate = Text(row, "plate");
        if (plate.Length == 0)
            Fail(row, "plate", "plate-missing", "Found no plate. Expected the barcode of the plate.");

        var role = PlateLayoutFile.RoleOf(Text(row, "role"));
        if (role is null)
            Fail(row, "role", "role-unknown",
                $"Found role '{Text(row, "role")}'. Expected one of {PlateLayoutFile.RoleNames}.");

        if (!Well.TryParse(Text(row, "well"), out var well))
            Fail(row, "well", "well-unknown", $"Found well '{Text(row, "well")}'. Expected a well such as A1.");
        else if (!lineOf.TryAdd((plate, well), row.Number))
            Fail(row, "well", "well-twice",
                $"Found well {well} of plate {plate} again. Expected each well once: "
                + $"it stands on line {lineOf[(plate, well)]} already.");
        else if (role is { } known)
            wells.Add((plate, ReadWell(row, well, known)));
    }

    LayoutWell ReadWell(TextRow row, Well well, WellRole role)
    {
        var concentration = Number(row, "concentration", well, least: 0, "0 or more");
        var dilution = Number(row, "dilution", well, least: double.Epsilon, "a number above 0, or nothing for 1");
        var aliquot = Text(row, "aliquot");
        var isKnown = role is WellRole.Calibrator or WellRole.QualityControl;

        if (isKnown && Text(row, "concentration").Length == 0)
            Fail(row, "concentration", "concentration-missing",
                $"Found no concentration for {Word(role)} {well}. Expected one.");
        if (!isKnown && Text(row, "concentration").Length > 0)
            Fail(row, "concentration", "concentration-unexpected",
                $"Found a concentration for {Word(role)} {well}. Expected one for calibrators and quality controls only.");
        if (role == WellRole.Unknown && aliquot.Length == 0)
            Fail(row, "aliquot", "aliquot-missing", $"Found no aliquot in {well}. Expected the aliquot that stands there.");
        if (role != WellRole.Unknown && aliquot.Length > 0)
            Fail(row, "aliquot", "aliquot-unexpected", $"Found aliquot {aliquot} in {Word(role)} {well}. Expected none.");
        if (role == WellRole.Calibrator && dilution is not (null or 1))
            Fail(row, "dilution", "calibrator-diluted",
                $"Found dilution {Text(row, "dilution")} for calibrator {well}. "
                + "Expected none: its concentration is that of the well.");

        return new LayoutWell(well, role)
        {
            Level = Text(row, "level") is { Length: > 0 } level ? level : null,
            NominalConcentration = concentration,
            Aliquot = aliquot.Length > 0 ? aliquot : null,
            DilutionFactor = dilution ?? 1,
        };
    }

    double? Number(TextRow row, string title, Well well, double least, string expected)
    {
        var text = Text(row, title);
        if (text.Length == 0)
            return null;
        if (TextTable.TryReadNumber(text, out var number) && number >= least)
            return number;

        var remedy = TextTable.TryReadDecimalComma(text, out _) ? " Write decimals with a point." : "";
        Fail(row, title, "number", $"Found {title} '{text}' for well {well}. Expected {expected}.{remedy}");
        return null;
    }

    IReadOnlyList<PlateLayout> Layouts() =>
    [
        .. wells.GroupBy(well => well.Plate, StringComparer.Ordinal).Select(plate => new PlateLayout(
            plate.Key,
            [
                .. plate.Select(well => well.Well)
                    .GroupBy(well => (well.Role, well.Level, well.NominalConcentration, well.Aliquot, well.DilutionFactor))
                    .SelectMany(replicates => replicates.Select((well, index) => well with { Replicate = index + 1 }))
                    .OrderBy(well => well.Well),
            ])),
    ];

    string Text(TextRow row, string title) => positions.TryGetValue(title, out var position) ? row[position] : "";

    void Fail(TextRow row, string title, string rule, string message) =>
        findings.Fail(rule, row.Number, positions.GetValueOrDefault(title) + 1, message);

    static string Word(WellRole role) => role switch
    {
        WellRole.Calibrator => "calibrator",
        WellRole.QualityControl => "quality control",
        WellRole.Blank => "blank",
        _ => "unknown",
    };
}

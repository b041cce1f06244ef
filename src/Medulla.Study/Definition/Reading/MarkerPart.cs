using Medulla.Figures;

namespace Medulla.Study.Definition.Reading;

/// <summary>The marker of a plan, and the groups it makes.</summary>
static class MarkerPart
{
    public static MarkerRule Read(YamlMap file, StudyDefinition definition) => file.RequiredMap(
        "marker", map => ReadMarker(map, definition),
        standIn: new MarkerRule(Bilingual.Same(""), "", null, null, null, null, Log2: false));

    public static GroupRule ReadGroups(YamlMap map)
    {
        map.ExpectMembers("quantiles");
        var groups = new GroupRule(
            map.Declare(CodeList.MarkerGroups, "code"), map.Bilingual("name"),
            map.Numbers("quantiles"), map.Bilinguals("labels"));
        if (groups.Quantiles.Any(quantile => quantile is <= 0 or >= 1))
            map.Report("quantile-outside-range", "quantiles",
                $"Found a quantile outside 0 to 1 in {map.PathOf("quantiles")}. "
                + "Expected fractions such as 0.5 for the median.");
        if (!groups.Quantiles.SequenceEqual(groups.Quantiles.Order().Distinct()))
            map.Report("quantiles-not-ascending", "quantiles",
                $"Found quantiles that do not ascend in {map.PathOf("quantiles")}. Expected each greater than the one before.");
        if (groups.Labels.Length != groups.Quantiles.Length + 1)
            map.Report("labels-not-one-more", "labels",
                $"Found {groups.Labels.Length} labels for {groups.Quantiles.Length} cuts in {map.Path}. "
                + $"Expected {groups.Quantiles.Length + 1}.");
        return groups;
    }

    static MarkerRule ReadMarker(YamlMap map, StudyDefinition definition)
    {
        var assay = map.OptionalRefer(CodeList.Assays, "assay");
        var marker = new MarkerRule(
            map.Bilingual("name"), map.Unit("unit"), assay,
            map.OptionalRefer(CodeList.SpecimenKindsOf(assay ?? ""), "specimenKind"),
            map.OptionalRefer(CodeList.Visits, "visit"), map.OptionalColumn("importedColumn"), map.Flag("log2"));
        CheckOrigin(map, marker);
        CheckUnit(map, marker, definition);
        return marker;
    }

    static void CheckOrigin(YamlMap map, MarkerRule marker)
    {
        if (marker.ImportedColumn is not null == (marker.Assay is not null))
            map.Report("marker-origin-unclear", "importedColumn",
                $"Found {(marker.Assay is null ? "neither an assay nor" : "both an assay and")} an imported column "
                + $"in {map.Path}. Expected one of the two.");
        if (marker.Assay is not null && (marker.SpecimenKind is null || marker.Visit is null))
            map.Report("marker-specimen-missing", "assay",
                $"Found an assay without specimenKind and visit in {map.Path}. "
                + "Expected what is measured and when it was collected.");
    }

    static void CheckUnit(YamlMap map, MarkerRule marker, StudyDefinition definition)
    {
        if (definition.FindAssay(marker.Assay ?? "") is { } assay && marker.Unit != "" && marker.Unit != assay.Unit)
            map.Report("unit-differs", "unit",
                $"Found '{marker.Unit}' in {map.PathOf("unit")}. Expected '{assay.Unit}', the unit of assay {assay.Code}.");
    }
}

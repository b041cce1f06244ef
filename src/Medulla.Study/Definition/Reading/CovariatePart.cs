namespace Medulla.Study.Definition.Reading;

/// <summary>Columns of the baseline table.</summary>
static class CovariatePart
{
    public static Covariate Read(YamlMap map, StudyDefinition definition)
    {
        var form = map.OptionalRefer(CodeList.Forms, "form");
        var item = map.OptionalRefer(CodeList.ItemsOf(form ?? ""), "item");
        var code = map.Declare(CodeList.Covariates, "code");
        var covariate = new Covariate(
            code, map.Bilingual("name"), map.OptionalUnit("unit"), form, item,
            map.OptionalRefer(CodeList.VisitsWith(form ?? ""), "visit"), map.OptionalColumn("importedColumn"),
            map.List("levels", level => new Code(ReadLevel(level, map, form, item), level.Label("label"))));
        if (covariate.IsNumeric && code != "")
            map.Codes.Declare(CodeList.NumericCovariates, code);
        CheckOrigin(map, covariate);
        CheckParticipant(map, covariate);
        if (definition.FindForm(form ?? "")?.FindItem(item ?? "") is { } source)
            CheckItem(map, covariate, source);
        return covariate;
    }

    static string ReadLevel(YamlMap level, YamlMap map, string? form, string? item)
    {
        var value = level.Declare(CodeList.ValuesIn(map.PathOf("levels")), "value");
        return item is not null && value != "" ? level.Refer(CodeList.CodesOf(form ?? "", item), "value") : value;
    }

    static void CheckOrigin(YamlMap map, Covariate covariate)
    {
        if (covariate.Form is not null && (covariate.Item is null || covariate.Visit is null))
            map.Report("covariate-item-missing", "form",
                $"Found a form without item and visit in {map.Path}. Expected all three.");
        if (covariate.Form is not null && covariate.ImportedColumn is not null)
            map.Report("covariate-origin-unclear", "importedColumn",
                $"Found both a form and an imported column in {map.Path}. Expected one of the two.");
        if (covariate.IsOfParticipant && covariate.Code is not ("" or Covariate.Age or Covariate.Sex))
            map.Report("covariate-origin-unclear", "code",
                $"Found neither a form nor an imported column in {map.Path}. Expected one of the two; only "
                + $"'{Covariate.Age}' and '{Covariate.Sex}' come from the participant.");
    }

    static void CheckParticipant(YamlMap map, Covariate covariate)
    {
        if (covariate is not { IsOfParticipant: true })
            return;
        if (covariate.Code == Covariate.Age && !covariate.IsNumeric)
            map.Report("levels-of-a-number", "levels", $"Found levels of {map.Path}. Expected none: age is a number of years.");
        if (covariate.Code == Covariate.Sex
            && !covariate.Levels.Select(level => level.Value).Order(StringComparer.Ordinal).SequenceEqual(["Female", "Male"]))
            map.Report("levels-of-sex", "levels",
                $"Found other levels in {map.Path}. Expected Female and Male, the reference first.");
    }

    static void CheckItem(YamlMap map, Covariate covariate, Item source)
    {
        var isNumber = source.Type is ItemType.Number or ItemType.WholeNumber;
        if (isNumber && !covariate.IsNumeric)
            map.Report("levels-of-a-number", "levels",
                $"Found levels of {map.Path}. Expected none: item {source.Code} is a number.");
        if (source.Type == ItemType.Choice && covariate.IsNumeric)
            map.Report("levels-missing", "levels",
                $"Found no levels of {map.Path}. Expected the codes of item {source.Code}, the reference first.");
        if (!isNumber && source.Type != ItemType.Choice)
            map.Report("item-not-analysable", "item",
                $"Found item {source.Code} in {map.PathOf("item")}. Expected a number or a choice.");
        if (isNumber && covariate.Unit != source.Unit)
            map.Report("unit-differs", "unit",
                $"Found '{covariate.Unit}' in {map.PathOf("unit")}. Expected '{source.Unit}', the unit of item {source.Code}.");
    }
}

namespace Medulla.Study.Definition.Reading;

/// <summary>Forms and their items.</summary>
static class FormPart
{
    public static Form Read(YamlMap map)
    {
        var code = map.Declare(CodeList.Forms, "code");
        map.Codes.Open(CodeList.VisitsWith(code));
        map.Codes.Open(CodeList.DateItemsOf(code));
        map.Codes.Open(CodeList.ChoiceItemsOf(code));
        map.ExpectMembers("items");
        return new(code, map.Bilingual("name"), map.List("items", item => ReadItem(item, code)));
    }

    static Item ReadItem(YamlMap map, string form)
    {
        var code = map.Declare(CodeList.ItemsOf(form), "code");
        var item = new Item(
            code, map.Bilingual("label"), map.Choice<ItemType>("type"), map.OptionalUnit("unit"),
            map.OptionalNumber("minimum"), map.OptionalNumber("maximum"), map.Flag("required"),
            map.List("codes", value => CodePart.Read(value, CodeList.CodesOf(form, code))),
            map.OptionalBilingual("help"), map.Flag("startsTreatment"));
        DeclareByType(map.Codes, form, item);
        CheckType(map, item);
        CheckRange(map, item);
        return item;
    }

    // Other parts refer to an item by what it is.
    static void DeclareByType(DeclaredCodes codes, string form, Item item)
    {
        if (item.Type == ItemType.Date)
            codes.Declare(CodeList.DateItemsOf(form), item.Code);
        if (item.Type == ItemType.Choice)
            codes.Declare(CodeList.ChoiceItemsOf(form), item.Code);
    }

    static void CheckType(YamlMap map, Item item)
    {
        var isNumber = item.Type is ItemType.Number or ItemType.WholeNumber;
        if (item.Type == ItemType.Choice && item.Codes.IsEmpty)
            map.Report("codes-missing", "codes", $"Found a choice without codes in {map.Path}. Expected its values.");
        if (item.Type != ItemType.Choice && !item.Codes.IsEmpty)
            map.Report("codes-without-choice", "codes",
                $"Found codes in {map.Path}, which is no choice. Expected type choice.");
        if (!isNumber && (item.Unit is not null || item.Minimum is not null || item.Maximum is not null))
            map.Report("range-without-number", "type",
                $"Found a unit or a range in {map.Path}, which is no number. Expected type number or wholeNumber.");
        if (item.StartsTreatment && item.Type != ItemType.Date)
            map.Report("treatment-start-not-a-date", "startsTreatment",
                $"Found startsTreatment in {map.Path}, which is no date. Expected type date.");
    }

    static void CheckRange(YamlMap map, Item item)
    {
        if (item.Maximum < item.Minimum)
            map.Report("range-ends-before-it-begins", "maximum",
                FormattableString.Invariant($"Found {item.Maximum} in {map.PathOf("maximum")}. ")
                + FormattableString.Invariant($"Expected no less than the minimum, {item.Minimum}."));
    }
}

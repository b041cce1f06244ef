using Medulla.Figures;

namespace Medulla.Study.Definition.Reading;

/// <summary>Outcomes as data.</summary>
static class EndpointPart
{
    public static Endpoint Read(YamlMap map)
    {
        var code = map.Declare(CodeList.Endpoints, "code");
        var name = map.Bilingual("name");
        var meaning = map.Bilingual("meaning");
        return map.Kind("kind", "binary", "timeToEvent", "importedTimeToEvent") switch
        {
            "timeToEvent" => ReadTimeToEvent(map, code, name, meaning),
            "importedTimeToEvent" => new Endpoint.ImportedTimeToEvent(code, name, meaning),
            "binary" => ReadBinary(map, code, name, meaning),
            _ => map.Abandon(new Endpoint.ImportedTimeToEvent(code, name, meaning)),
        };
    }

    static Endpoint.Binary ReadBinary(YamlMap map, string code, Bilingual name, Bilingual meaning)
    {
        var form = map.Refer(CodeList.Forms, "form");
        var item = map.Refer(CodeList.ChoiceItemsOf(form), "item");
        map.ExpectMembers("visits");
        map.ExpectMembers("favourable");
        var codes = CodeList.CodesOf(form, item);
        var endpoint = new Endpoint.Binary(
            code, name, meaning, form, item, map.ReferAll(CodeList.VisitsWith(form), "visits"),
            map.ReferAll(codes, "favourable"), map.ReferAll(codes, "notEvaluable"));
        foreach (var both in endpoint.Favourable.Where(both => both != "" && endpoint.NotEvaluable.Contains(both)))
            map.Report("code-in-both", "notEvaluable",
                $"Found '{both}' in favourable and in notEvaluable of {map.Path}. Expected it in one of them.");
        return endpoint;
    }

    static Endpoint.TimeToEvent ReadTimeToEvent(YamlMap map, string code, Bilingual name, Bilingual meaning)
    {
        map.ExpectMembers("events");
        map.ExpectMembers("censoring");
        return new(code, name, meaning, map.Choice<TimeOrigin>("origin"),
            map.List("events", ReadSource), map.List("censoring", ReadSource));
    }

    static DateSource ReadSource(YamlMap map)
    {
        var form = map.Refer(CodeList.Forms, "form");
        var whenItem = map.OptionalRefer(CodeList.ChoiceItemsOf(form), "whenItem");
        if (whenItem is not null)
            map.ExpectMembers("whenIn");
        else if (map.Has("whenIn"))
            map.Report("when-item-missing", "whenIn",
                $"Found codes in {map.PathOf("whenIn")} but no whenItem. Expected the item that has one of them.");
        return new(form, map.Refer(CodeList.DateItemsOf(form), "dateItem"), map.ReferAll(CodeList.VisitsWith(form), "visits"),
            whenItem, map.ReferAll(CodeList.CodesOf(form, whenItem ?? ""), "whenIn"), map.Flag("datedAtOrigin"),
            map.Bilingual("description"));
    }
}

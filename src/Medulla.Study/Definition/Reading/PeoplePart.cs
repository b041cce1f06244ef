namespace Medulla.Study.Definition.Reading;

/// <summary>Sites, roles, numbers of participants, and what is left open.</summary>
static class PeoplePart
{
    public static Numbering ReadNumbering(YamlMap map) => new(map.NumberFormat("screening"), map.NumberFormat("enrolment"));

    public static Site ReadSite(YamlMap map) => new(map.Declare(CodeList.Sites, "code"), map.Bilingual("name"));

    public static Role ReadRole(YamlMap map) => new(
        map.Declare(CodeList.Roles, "code"), map.Bilingual("name"), map.Flag("maySeeOutcome"), map.Flag("maySeeMarker"));

    public static OpenQuestion ReadOpenQuestion(YamlMap map) => new(
        map.Declare(CodeList.OpenQuestions, "id"), map.ReferToPart("about"), map.Bilingual("question"), map.Bilingual("default"));
}

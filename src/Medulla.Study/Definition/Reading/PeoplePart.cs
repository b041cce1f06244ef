namespace Medulla.Study.Definition.Reading;

/// <summary>Where the study runs, who does what, and how participants are numbered.</summary>
static class PeoplePart
{
    public static Numbering ReadNumbering(YamlMap map) => new(map.NumberFormat("screening"), map.NumberFormat("enrolment"));

    public static Site ReadSite(YamlMap map) => new(map.Declare(CodeList.Sites, "code"), map.Bilingual("name"));

    public static Role ReadRole(YamlMap map) => new(
        map.Declare(CodeList.Roles, "code"), map.Bilingual("name"), map.Flag("maySeeOutcome"), map.Flag("maySeeMarker"));
}

namespace Medulla.Study.Definition.Reading;

/// <summary>Criteria of eligibility.</summary>
static class CriterionPart
{
    public static Criterion Read(YamlMap map) => new(
        map.Declare(CodeList.Criteria, "id"), map.Choice<CriterionKind>("kind"),
        map.Bilingual("text"), map.OptionalBilingual("guidance"));
}

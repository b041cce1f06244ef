namespace Medulla.Study.Definition.Reading;

/// <summary>Criteria of eligibility and rules of consent.</summary>
static class ConsentPart
{
    public static Criterion ReadCriterion(YamlMap map) => new(
        map.Declare(CodeList.Criteria, "id"), map.Choice<CriterionKind>("kind"),
        map.Bilingual("text"), map.OptionalBilingual("guidance"));

    public static ConsentRules Read(YamlMap map)
    {
        map.ExpectMembers("signers");
        return new(map.List("signers", ReadSigner), map.List("scopes", ReadScope));
    }

    public static Code ReadCode(YamlMap map, CodeList list) => new(map.Declare(list, "value"), map.Label("label"));

    static SignerRule ReadSigner(YamlMap map) => new(
        map.Declare(CodeList.Signers, "code"), map.Bilingual("label"), map.Flag("required"),
        map.List("relationships", code => ReadCode(code, CodeList.ValuesIn(map.PathOf("relationships")))));

    static ConsentScope ReadScope(YamlMap map) => new(
        map.Declare(CodeList.ConsentScopes, "code"), map.Bilingual("label"), map.Flag("required"));
}

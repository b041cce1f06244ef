namespace Medulla.Study.Definition.Reading;

/// <summary>Who signs informed consent, and to what.</summary>
static class ConsentPart
{
    public static ConsentRules Read(YamlMap map)
    {
        map.ExpectMembers("signers");
        return new(map.List("signers", ReadSigner), map.List("scopes", ReadScope));
    }

    static SignerRule ReadSigner(YamlMap map) => new(
        map.Declare(CodeList.Signers, "code"), map.Bilingual("label"), map.Flag("required"),
        map.List("relationships", code => CodePart.Read(code, CodeList.ValuesIn(map.PathOf("relationships")))));

    static ConsentScope ReadScope(YamlMap map) => new(
        map.Declare(CodeList.ConsentScopes, "code"), map.Bilingual("label"), map.Flag("required"));
}

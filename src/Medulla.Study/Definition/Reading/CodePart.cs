namespace Medulla.Study.Definition.Reading;

/// <summary>One value of a code list.</summary>
static class CodePart
{
    public static Code Read(YamlMap map, CodeList list) => new(map.Declare(list, "value"), map.Label("label"));
}

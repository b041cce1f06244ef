namespace Medulla.Study.Definition.Reading;

/// <summary>What the record or protocol leaves open.</summary>
static class OpenQuestionPart
{
    public static OpenQuestion Read(YamlMap map) => new(
        map.Declare(CodeList.OpenQuestions, "id"), map.ReferToPart("about"),
        map.Bilingual("question"), map.Bilingual("default"));
}

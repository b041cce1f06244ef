namespace Medulla.Study.Definition.Reading;

/// <summary>Which forms tell the outcome.</summary>
static class OutcomePart
{
    public static OutcomeForms Read(YamlMap map) => new(
        map.Map("response", ReadForm), map.Map("followUp", ReadForm), map.Map("death", ReadForm));

    static OutcomeForm ReadForm(YamlMap map)
    {
        var form = map.Refer(CodeList.Forms, "form");
        return new(
            form, map.Refer(CodeList.DateItemsOf(form), "dateItem"), map.Refer(CodeList.ChoiceItemsOf(form), "codeItem"));
    }
}

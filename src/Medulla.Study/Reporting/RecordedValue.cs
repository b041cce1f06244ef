using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>Saved values as people read them: labels for codes, units beside numbers.</summary>
public static class RecordedValue
{
    public static Bilingual Of(Item item, string value) => item.Type switch
    {
        ItemType.YesNo when value is "Y" => new("Yes", "是"),
        ItemType.YesNo when value is "N" => new("No", "否"),
        ItemType.Choice => item.FindCode(value)?.Label ?? Bilingual.Same(value),
        ItemType.Number or ItemType.WholeNumber => new(
            WithUnit(value, UnitText.Of(item.Unit).En), WithUnit(value, UnitText.Of(item.Unit).Zh)),
        _ => Bilingual.Same(value),
    };

    static string WithUnit(string number, string unit) => $"{number.Replace('-', '−')} {unit}".TrimEnd();
}

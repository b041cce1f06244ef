using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>A form: items in the order in which people fill them in.</summary>
public sealed record Form(string Code, Bilingual Name, ImmutableArray<Item> Items)
{
    public Item? FindItem(string code) => Items.FirstOrDefault(item => item.Code == code);
}

public enum ItemType
{
    Text,
    WholeNumber,
    Number,
    Date,
    YesNo,
    Choice,
}

/// <summary>One item of a form.</summary>
/// <param name="Unit">UCUM, such as <c>10*9/L</c>; null when it has none.</param>
/// <param name="Minimum">Plausible, not possible: a value beyond raises a query. Null when not stated.</param>
/// <param name="Codes">The values of a choice; empty for other types.</param>
/// <param name="StartsTreatment">The date of the first dose, from which study days are counted.</param>
public sealed record Item(
    string Code, Bilingual Label, ItemType Type, string? Unit, double? Minimum, double? Maximum,
    bool Required, ImmutableArray<Code> Codes, Bilingual? Help, bool StartsTreatment)
{
    public Code? FindCode(string value) => Codes.FirstOrDefault(code => code.Value == value);
}

using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;

namespace Medulla.Study.Definition.Reading;

/// <summary>Named fields, read by those who know what they are.</summary>
/// <remarks>
/// A method without <c>Optional</c> reports a missing field; a list that is missing is empty. Every method gives a
/// stand-in after a fault: see <see cref="YamlReader"/>.
/// </remarks>
sealed class YamlMap(YamlReader reader, YamlNode.Mapping mapping, string path)
{
    // A member of a list is named by the first of these that it has.
    static readonly ImmutableArray<string> Keys = ["code", "id", "column", "value"];

    readonly List<string> known = [];
    bool abandoned;

    public DeclaredCodes Codes => reader.Codes;

    /// <summary>Such as <c>visits.BL</c>; empty at the root.</summary>
    public string Path => path;

    public string PathOf(string name) => path == "" ? name : $"{path}.{name}";

    /// <summary>Reports a fault of meaning at the field; at its owner when it is missing.</summary>
    /// <remarks>Says nothing of a field that could not be read: what it means would be told of its stand-in.</remarks>
    public void Report(string rule, string name, string message)
    {
        if (!reader.IsUnreadable(PlaceOf(name)))
            reader.Report(rule, PlaceOf(name), message);
    }

    /// <summary>Whether the field is given and not left empty.</summary>
    public bool Has(string name) => Take(name) is not null;

    public string Text(string name) => Required(name, ScalarKinds.Text);

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    public double Number(string name) => Required(name, ScalarKinds.Number);

    public double? OptionalNumber(string name) => Has(name) ? Number(name) : null;

    public int WholeNumber(string name) => Required(name, ScalarKinds.WholeNumber);

    public int? OptionalWholeNumber(string name) => Has(name) ? WholeNumber(name) : null;

    public DateOnly? OptionalDate(string name) => Has(name) ? Required(name, ScalarKinds.Date) : null;

    /// <summary>False when the field is missing.</summary>
    public bool Flag(string name) => Has(name) && Required(name, ScalarKinds.Flag);

    public T Choice<T>(string name) where T : struct, Enum => Required(name, ScalarKinds.MemberOf<T>());

    public T? OptionalChoice<T>(string name) where T : struct, Enum => Has(name) ? Choice<T>(name) : null;

    /// <summary>One of a few words that decide how the rest is read; empty after a fault.</summary>
    public string Kind(string name, params ReadOnlySpan<string> kinds) => Required(name, ScalarKinds.OneOf(kinds));

    /// <summary>UCUM.</summary>
    public string Unit(string name) => Required(name, ScalarKinds.Unit);

    public string? OptionalUnit(string name) => Has(name) ? Unit(name) : null;

    public string NumberFormat(string name) => Required(name, ScalarKinds.NumberFormat);

    /// <summary>A text in both languages.</summary>
    public Bilingual Bilingual(string name) =>
        Take(name) is { } value ? reader.ReadBilingual(value, PathOf(name)) : Missing(name, Figures.Bilingual.Same(""));

    public Bilingual? OptionalBilingual(string name) => Has(name) ? Bilingual(name) : null;

    /// <summary>A text in both languages, or one word that is the same in both, such as <c>CRh</c>.</summary>
    public Bilingual Label(string name) => Take(name) is YamlNode.Scalar scalar && ScalarKinds.IsSameInBoth(scalar.Text)
        ? Figures.Bilingual.Same(scalar.Text)
        : Bilingual(name);

    /// <summary>The name of a column of an imported file.</summary>
    public string Column(string name) => Required(name, ScalarKinds.Code);

    public string? OptionalColumn(string name) => Has(name) ? Column(name) : null;

    /// <summary>A code by which other parts refer to this one.</summary>
    public string Declare(CodeList list, string name)
    {
        var code = Required(name, ScalarKinds.Code);
        if (code != "")
            Codes.Declare(list, code, PlaceOf(name));
        return code;
    }

    /// <summary>A code that must exist somewhere else.</summary>
    public string Refer(CodeList list, string name)
    {
        var code = Required(name, ScalarKinds.Code);
        if (code != "")
            Codes.Refer(list, code, PlaceOf(name), PathOf(name));
        return code;
    }

    public string? OptionalRefer(CodeList list, string name) => Has(name) ? Refer(list, name) : null;

    /// <summary>Codes that must exist somewhere else, each once.</summary>
    public ImmutableArray<string> ReferAll(CodeList list, string name) =>
        [.. Members(name).Select(member => ReferTo(list, member, PathOf(name)))];

    /// <summary>Names a part of this file, such as <c>eligibility.I3</c>.</summary>
    public string ReferToPart(string name)
    {
        var part = Text(name);
        if (part != "")
            reader.ReferToPath(part, PlaceOf(name), PathOf(name));
        return part;
    }

    public ImmutableArray<double> Numbers(string name) =>
        EachMember(name, (member, memberPath) => reader.ReadScalar(member, memberPath, ScalarKinds.Number));

    public ImmutableArray<Bilingual> Bilinguals(string name) =>
        EachMember(name, reader.ReadBilingual);

    /// <summary>Named fields within; null when the field is missing.</summary>
    public T? Map<T>(string name, Func<YamlMap, T> read) where T : class =>
        Take(name) is { } value ? reader.ReadMap(value, PathOf(name), read) : null;

    public T RequiredMap<T>(string name, Func<YamlMap, T> read, T standIn) where T : class =>
        Map(name, read) ?? (Has(name) ? standIn : Missing(name, standIn));

    /// <summary>A list of named fields.</summary>
    public ImmutableArray<T> List<T>(string name, Func<YamlMap, T> read) where T : class =>
        [.. EachMember(name, (member, memberPath) => reader.ReadMap(member, memberPath, read)).OfType<T>()];

    /// <summary>Reports a list without members.</summary>
    public void ExpectMembers(string name)
    {
        if (Take(name) is null or YamlNode.Sequence { Members: [] })
            Report("list-empty", name, $"Found no {name} in {YamlReader.NameOf(path)}. Expected at least one.");
    }

    /// <summary>Gives up the rest, when the fault found makes it unclear which fields there could be.</summary>
    public T Abandon<T>(T standIn)
    {
        abandoned = true;
        return standIn;
    }

    public void ReportUnknownFields()
    {
        if (abandoned)
            return;
        foreach (var name in mapping.Fields.Select(field => field.Name).Where(name => !known.Contains(name.Text)))
            reader.Report("field-unknown", name.Place,
                $"Found field '{name.Text}' in {YamlReader.NameOf(path)}. Expected "
                + (NearestName.Of(name.Text, known) is { } nearest ? $"'{nearest}'." : $"one of: {string.Join(", ", known)}."));
    }

    Place PlaceOf(string name) => mapping.Find(name)?.Value.Place ?? mapping.Place;

    T Required<T>(string name, ScalarKind<T> kind) =>
        Take(name) is { } value ? reader.ReadScalar(value, PathOf(name), kind) : Missing(name, kind.StandIn);

    T Missing<T>(string name, T standIn)
    {
        reader.Report("field-missing", mapping.Place, $"Found no field '{name}' in {YamlReader.NameOf(path)}. Expected it.");
        return standIn;
    }

    // Every question about a field goes through here, so that the reader knows which fields there could be.
    YamlNode? Take(string name)
    {
        if (!known.Contains(name))
        {
            known.Add(name);
            reader.Know(PathOf(name));
        }
        return mapping.Find(name)?.Value is { } value and not YamlNode.Scalar { IsNothing: true } ? value : null;
    }

    ImmutableArray<YamlNode> Members(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case YamlNode.Sequence sequence:
                return sequence.Members;
            case { } other:
                reader.ReportUnreadable("wrong-type", other.Place,
                    $"Found {other.Describe()} in {PathOf(name)}. Expected a list.");
                return [];
        }
    }

    ImmutableArray<T> EachMember<T>(string name, Func<YamlNode, string, T> read) =>
        [.. Members(name).Select((member, index) => read(member, PathOfMember(name, member, index)))];

    string ReferTo(CodeList list, YamlNode member, string owner)
    {
        var code = reader.ReadScalar(member, owner, ScalarKinds.Code);
        if (code != "")
        {
            Codes.Declare(CodeList.ValuesIn(owner), code, member.Place);
            Codes.Refer(list, code, member.Place, owner);
        }
        return code;
    }

    string PathOfMember(string name, YamlNode member, int index)
    {
        foreach (var key in Keys)
            if ((member as YamlNode.Mapping)?.Find(key)?.Value is YamlNode.Scalar { Text: not "" } code)
                return $"{PathOf(name)}.{code.Text}";
        return $"{PathOf(name)}[{(index + 1).ToString(CultureInfo.InvariantCulture)}]";
    }
}

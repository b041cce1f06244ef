using System.Text.Json.Serialization;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Specimens;

[JsonConverter(typeof(IdentifierConverter<SpecimenId>))]
public readonly record struct SpecimenId(string Value) : IIdentifier<SpecimenId>
{
    public static SpecimenId Of(string value) => new(value);
    public int CompareTo(SpecimenId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<AliquotId>))]
public readonly record struct AliquotId(string Value) : IIdentifier<AliquotId>
{
    public static AliquotId Of(string value) => new(value);
    public int CompareTo(AliquotId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}
public sealed record Specimen(SpecimenId Id);
public sealed record Aliquot(AliquotId Id);

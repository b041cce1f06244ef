using System.Text.Json.Serialization;
using Medulla.Study.Journal;

namespace Medulla.Study.Results;

[JsonConverter(typeof(IdentifierConverter<PlateId>))]
public readonly record struct PlateId(string Value) : IIdentifier<PlateId>
{
    public static PlateId Of(string value) => new(value);
    public int CompareTo(PlateId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}
public sealed record Plate(PlateId Id);

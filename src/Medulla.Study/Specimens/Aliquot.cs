using System.Text.Json.Serialization;
using Medulla.Study.Journal;

namespace Medulla.Study.Specimens;

[JsonConverter(typeof(IdentifierConverter<AliquotId>))]
public readonly record struct AliquotId(string Value) : IIdentifier<AliquotId>
{
    public static AliquotId Of(string value) => new(value);
    public int CompareTo(AliquotId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>One tube of a processed specimen.</summary>
/// <param name="Place">In the freezer, as the site names it; empty when not given.</param>
/// <param name="ThawCount">How often it was taken out to be measured.</param>
public sealed record Aliquot(
    AliquotId Id, SpecimenId Specimen, double VolumeMillilitres, DateTimeOffset FrozenAt, string Place, int ThawCount);

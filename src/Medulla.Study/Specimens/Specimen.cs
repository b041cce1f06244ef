using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Specimens;

/// <summary>On the tube: says nothing about the participant.</summary>
[JsonConverter(typeof(IdentifierConverter<SpecimenId>))]
public readonly record struct SpecimenId(string Value) : IIdentifier<SpecimenId>
{
    public static SpecimenId Of(string value) => new(value);
    public int CompareTo(SpecimenId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>One primary specimen, as it was collected and processed.</summary>
/// <param name="Kind">Code of its kind in the definition.</param>
/// <param name="CollectedAt">With the clock of the site.</param>
/// <param name="Spin">Null until it is processed.</param>
public sealed record Specimen(
    SpecimenId Id, ParticipantId Participant, string Kind, string Visit, DateTimeOffset CollectedAt, double VolumeMillilitres,
    Spin? Spin, ImmutableArray<AliquotId> Aliquots)
{
    /// <summary>From collection to centrifugation; null until processed.</summary>
    public int? MinutesToSpin => Spin is { } spin ? Minutes(CollectedAt, spin.SpunAt) : null;

    internal static int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)Math.Round((to - from).TotalMinutes);
}

/// <summary>How it was centrifuged.</summary>
/// <param name="RelativeForce">In g, not revolutions.</param>
public sealed record Spin(DateTimeOffset SpunAt, int RelativeForce, int Minutes, int TemperatureCelsius);

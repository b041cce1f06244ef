using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Study;

/// <summary>Every fact that a journal can hold, with the name and version under which it is stored.</summary>
/// <remarks>
/// Names never change and are never reused. A fact whose members change gets a new version here and a pure function
/// that upgrades the old one; journals of earlier releases fold in the tests.
/// </remarks>
public static class FactCatalogue
{
    // Chinese stays readable in the payload; HTML is escaped where HTML is written, not here.
    static readonly FactJson Stored = new(new JsonSerializerOptions(FactJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    static readonly FrozenDictionary<Type, StoredFact> ByType = new StoredFact[]
    {
        new("StudyOpened", 1, Stored.StudyOpened),
        new("DefinitionPublished", 1, Stored.DefinitionPublished),
        new("PlanFrozen", 1, Stored.PlanFrozen),
        new("ParticipantScreened", 1, Stored.ParticipantScreened),
        new("ConsentSigned", 1, Stored.ConsentSigned),
        new("CriteriaAnswered", 1, Stored.CriteriaAnswered),
        new("EligibilityJudged", 1, Stored.EligibilityJudged),
        new("ParticipantEnrolled", 1, Stored.ParticipantEnrolled),
        new("ParticipantWithdrawn", 1, Stored.ParticipantWithdrawn),
        new("VisitOpened", 1, Stored.VisitOpened),
        new("FormSaved", 1, Stored.FormSaved),
        new("QueryRaised", 1, Stored.QueryRaised),
        new("QueryClosed", 1, Stored.QueryClosed),
        new("SpecimenCollected", 1, Stored.SpecimenCollected),
        new("SpecimenProcessed", 1, Stored.SpecimenProcessed),
        new("AliquotsMade", 1, Stored.AliquotsMade),
        new("PlateImported", 1, Stored.PlateImported),
        new("PlateAccepted", 1, Stored.PlateAccepted),
        new("PlateRejected", 1, Stored.PlateRejected),
        new("CohortImported", 1, Stored.CohortImported),
        new("JoinedDataSeen", 1, Stored.JoinedDataSeen),
        new("PlanWasRun", 1, Stored.PlanWasRun),
        new("DatabaseLocked", 1, Stored.DatabaseLocked),
    }.ToFrozenDictionary(stored => stored.Json.Type);

    static readonly FrozenDictionary<(string Name, int Version), StoredFact> ByName =
        ByType.Values.ToFrozenDictionary(stored => (stored.Name, stored.Version));

    /// <summary>The stored form of a fact: its name, its version and its members as JSON text.</summary>
    /// <exception cref="ArgumentException">The fact is not in the catalogue.</exception>
    public static (string Name, int Version, string Payload) Write(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ByType.TryGetValue(fact.GetType(), out var stored)
            ? (stored.Name, stored.Version, JsonSerializer.Serialize(fact, stored.Json))
            : throw new ArgumentException($"Fact {fact.GetType().Name} is not in the catalogue.", nameof(fact));
    }

    /// <exception cref="FormatException">The name or version is not known here, or the payload is not that fact.</exception>
    public static Fact Read(string name, int version, string payload)
    {
        if (!ByName.TryGetValue((name, version), out var stored))
            throw new FormatException(
                $"Found fact {name} version {version}. Expected one that this program knows; a newer program wrote it.");
        try
        {
            return (Fact)JsonSerializer.Deserialize(payload, stored.Json)!;
        }
        catch (JsonException broken)
        {
            throw new FormatException($"Found a payload that is not a {name} version {version}: {broken.Message}", broken);
        }
    }

    sealed record StoredFact(string Name, int Version, JsonTypeInfo Json);
}

/// <summary>How facts are written. Part of what is sealed: do not change.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(StudyOpened))]
[JsonSerializable(typeof(DefinitionPublished))]
[JsonSerializable(typeof(PlanFrozen))]
[JsonSerializable(typeof(ParticipantScreened))]
[JsonSerializable(typeof(ConsentSigned))]
[JsonSerializable(typeof(CriteriaAnswered))]
[JsonSerializable(typeof(EligibilityJudged))]
[JsonSerializable(typeof(ParticipantEnrolled))]
[JsonSerializable(typeof(ParticipantWithdrawn))]
[JsonSerializable(typeof(VisitOpened))]
[JsonSerializable(typeof(FormSaved))]
[JsonSerializable(typeof(QueryRaised))]
[JsonSerializable(typeof(QueryClosed))]
[JsonSerializable(typeof(SpecimenCollected))]
[JsonSerializable(typeof(SpecimenProcessed))]
[JsonSerializable(typeof(AliquotsMade))]
[JsonSerializable(typeof(PlateImported))]
[JsonSerializable(typeof(PlateAccepted))]
[JsonSerializable(typeof(PlateRejected))]
[JsonSerializable(typeof(CohortImported))]
[JsonSerializable(typeof(JoinedDataSeen))]
[JsonSerializable(typeof(PlanWasRun))]
[JsonSerializable(typeof(DatabaseLocked))]
sealed partial class FactJson : JsonSerializerContext;

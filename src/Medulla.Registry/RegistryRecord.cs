using System.Collections.Immutable;

namespace Medulla.Registry;

/// <summary>A study's record in a trial registry, as ClinicalTrials.gov's interface of 2024 on (version 2) writes it.</summary>
/// <remarks>
/// Null and an empty list mean that the record does not state it. Enumerated words stay as the registry writes them,
/// since it adds and removes some. Telephone numbers and e-mails have no place here.
/// </remarks>
/// <param name="RawJson">The record as it was read, with everything that has no member here.</param>
public sealed record RegistryRecord(
    RecordIdentity Identity,
    RecordStatus Status,
    RecordSponsors Sponsors,
    string? BriefSummary,
    string? DetailedDescription,
    ImmutableArray<string> Conditions,
    ImmutableArray<string> Keywords,
    RecordDesign Design,
    ImmutableArray<RecordArm> Arms,
    ImmutableArray<RecordIntervention> Interventions,
    ImmutableArray<RecordOutcome> Outcomes,
    RecordEligibility Eligibility,
    ImmutableArray<RecordContact> CentralContacts,
    ImmutableArray<RecordOfficial> Officials,
    ImmutableArray<RecordLocation> Locations,
    ResultsState Results,
    string RawJson);

/// <param name="NctId">Such as <c>NCT07163728</c>.</param>
/// <param name="OrganisationId">The sponsor's own identifier.</param>
public sealed record RecordIdentity(
    string NctId, string? OrganisationId, string? OrganisationIdType, ImmutableArray<RecordIdentifier> Others,
    string? BriefTitle, string? OfficialTitle, string? Acronym);

/// <param name="Domain">Who gave it.</param>
public sealed record RecordIdentifier(string Id, string? Type, string? Domain);

/// <param name="LastKnown">What the status was before it became unknown.</param>
/// <param name="WhyStopped">Of a study that stopped early.</param>
public sealed record RecordStatus(
    string? Overall, string? LastKnown, string? WhyStopped, RecordDate? VerifiedOn,
    RecordDate? StartsOn, RecordDate? PrimaryCompletionOn, RecordDate? CompletionOn, RecordDate? LastUpdatedOn);

/// <summary>A date with the precision the record gives it.</summary>
/// <param name="Text"><c>2025</c>, <c>2025-08</c> or <c>2025-08-01</c>; anything else as it was found.</param>
/// <param name="Type">ACTUAL or ESTIMATED; null when not stated.</param>
public sealed record RecordDate(string Text, string? Type);

public sealed record RecordSponsors(
    RecordSponsor? Lead, ImmutableArray<RecordSponsor> Collaborators, RecordResponsibleParty? ResponsibleParty);

/// <param name="Class">Such as INDUSTRY or OTHER.</param>
public sealed record RecordSponsor(string Name, string? Class);

/// <param name="Type">Such as SPONSOR.</param>
public sealed record RecordResponsibleParty(string? Type, string? Investigator, string? Title, string? Affiliation);

/// <param name="Enrolment">Participants; null when not stated or when the registry's mark for unknown stands there.</param>
/// <param name="BioSpecimenRetention">Such as SAMPLES_WITHOUT_DNA.</param>
public sealed record RecordDesign(
    string? StudyType, ImmutableArray<string> Phases, string? ObservationalModel, string? TimePerspective,
    string? Allocation, string? InterventionModel, string? PrimaryPurpose, string? Masking,
    int? Enrolment, string? EnrolmentType, string? BioSpecimenRetention, string? BioSpecimenDescription);

public sealed record RecordArm(string Label, string? Type, string? Description);

public sealed record RecordIntervention(string Name, string? Type, string? Description);

public enum OutcomeRank
{
    Primary,
    Secondary,
    Other,
}

public sealed record RecordOutcome(OutcomeRank Rank, string Measure, string? TimeFrame, string? Description);

/// <param name="Criteria">Markdown with backslash escapes; see <see cref="EligibilityText"/>.</param>
public sealed record RecordEligibility(
    string? Criteria, string? MinimumAge, string? MaximumAge, string? Sex, bool? HealthyVolunteers,
    ImmutableArray<string> AgeGroups, string? Population, string? SamplingMethod);

/// <summary>Who can be asked. The number to call stays with the registry.</summary>
public sealed record RecordContact(string Name, string? Role);

public sealed record RecordOfficial(string Name, string? Role, string? Affiliation);

public sealed record RecordLocation(
    string? Facility, string? City, string? State, string? Country, string? Status, ImmutableArray<RecordContact> Contacts);

public enum ResultsState
{
    /// <summary>The registry has none.</summary>
    Pending,

    /// <summary>Sent to the registry, in its quality control.</summary>
    Submitted,

    /// <summary>In this record.</summary>
    Posted,

    /// <summary>The registry has them, this file has not.</summary>
    PostedElsewhere,
}

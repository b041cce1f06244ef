using System.Collections.Immutable;
using System.Globalization;
using static Medulla.Registry.RecordBlock;

namespace Medulla.Registry;

/// <summary>The page of a record: its head and its sixteen sections, always all of them, always in this order.</summary>
/// <param name="Title">Null when the record has none.</param>
/// <param name="LastUpdated">As precise as the record has it; null when not stated.</param>
public sealed record RecordPage(string? Title, string NctId, string? LastUpdated, ImmutableArray<RecordSection> Sections)
{
    /// <summary>The key of the section that no record fills: whoever searches the registry does.</summary>
    public const string RelatedTrials = "more-related-trials";

    public RecordSection this[string key] => Sections.First(section => section.Key == key);

    public static RecordPage Of(RegistryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var title = record.Identity.BriefTitle ?? record.Identity.OfficialTitle;
        return new(title is null ? null : MarkupText.Visible(title), record.Identity.NctId, record.Status.LastUpdatedOn?.Text,
        [
            new("study-results", [new Field("results", record.Results.ToString())]),
            new("basic-information", BasicInformation(record)),
            new("brief-summary", Paragraphs(record.BriefSummary)),
            new("detailed-description", Paragraphs(record.DetailedDescription)),
            new("conditions", Conditions(record)),
            new("study-design", Design(record)),
            new("eligibility-criteria", Eligibility(record.Eligibility)),
            new("sponsors", Sponsors(record.Sponsors)),
            new("responsible-party", ResponsibleParty(record.Sponsors.ResponsibleParty)),
            new("principal-investigators", [.. record.Officials.Select(official => OneOf("official",
                ("name", official.Name), ("role", official.Role), ("affiliation", official.Affiliation)))]),
            new("locations", [.. record.Locations.Select(location => OneOf("location",
                ("facility", location.Facility), ("place", Place(location)), ("status", location.Status)))]),
            new("countries", Countries(record)),
            new("central-contacts", [.. record.CentralContacts.Select(Contact)]),
            new("facility-contacts", [.. record.Locations.SelectMany(location => location.Contacts).Select(Contact)]),
            new("other-identifiers", Identifiers(record.Identity)),
            new(RelatedTrials, []),
        ]);
    }

    static ImmutableArray<RecordBlock> BasicInformation(RegistryRecord record)
    {
        var (status, design) = (record.Status, record.Design);
        return
        [
            new Field("recruitment-status", status.Overall),
            .. IfStated("last-known-status", status.LastKnown),
            .. IfStated("why-stopped", Plain(status.WhyStopped)),
            .. IfStated("phases", design.Phases.IsEmpty ? null : string.Join(", ", design.Phases)),
            new Field("total-enrolment", design.Enrolment?.ToString(CultureInfo.InvariantCulture)),
            .. IfStated("enrolment-type", design.EnrolmentType),
            new Field("study-classification", design.StudyType),
            new Field("start-date", status.StartsOn?.Text),
            new Field("primary-completion-date", status.PrimaryCompletionOn?.Text),
            new Field("completion-date", status.CompletionOn?.Text),
            .. IfStated("official-title", record.Identity.OfficialTitle),
            .. IfStated("acronym", record.Identity.Acronym),
        ];
    }

    static ImmutableArray<RecordBlock> Conditions(RegistryRecord record) =>
    [
        new Listing("conditions", Shown(record.Conditions), IsNumbered: false),
        .. record.Keywords.IsEmpty
            ? Enumerable.Empty<RecordBlock>()
            : [new Listing("keywords", Shown(record.Keywords), IsNumbered: false)],
    ];

    static ImmutableArray<RecordBlock> Design(RegistryRecord record)
    {
        var design = record.Design;
        var isObservational = design.StudyType == "OBSERVATIONAL";
        return
        [
            .. isObservational
                ? new RecordBlock[]
                {
                    new Field("observational-model", design.ObservationalModel),
                    new Field("time-perspective", design.TimePerspective),
                    new Field("biospecimen-retention", design.BioSpecimenRetention),
                }
                : [],
            .. IfStated("biospecimen-description", Plain(design.BioSpecimenDescription)),
            .. IfStated("allocation", design.Allocation),
            .. IfStated("intervention-model", design.InterventionModel),
            .. IfStated("primary-purpose", design.PrimaryPurpose),
            .. IfStated("masking", design.Masking),
            .. record.Arms.Select(arm => OneOf("arm", ("label", arm.Label), ("type", arm.Type),
                ("description", Plain(arm.Description)))),
            .. record.Interventions.Select(intervention => OneOf("intervention",
                ("name", intervention.Name), ("type", intervention.Type), ("description", Plain(intervention.Description)))),
            .. record.Outcomes.IsEmpty
                ? Enumerable.Empty<RecordBlock>().Append(new Field("outcomes", null))
                : record.Outcomes.Select(Outcome),
        ];
    }

    static Entry Outcome(RecordOutcome outcome) => OneOf($"outcome-{outcome.Rank.ToString().ToLowerInvariant()}",
        ("measure", outcome.Measure), ("time-frame", outcome.TimeFrame), ("description", Plain(outcome.Description)));

    static ImmutableArray<RecordBlock> Eligibility(RecordEligibility eligibility)
    {
        var text = EligibilityText.Of(eligibility.Criteria ?? "");
        return
        [
            .. text.Other.Select(paragraph => new Paragraph(paragraph)),
            new Listing("inclusion-criteria", text.Inclusion, IsNumbered: true),
            new Listing("exclusion-criteria", text.Exclusion, IsNumbered: true),
            new Field("minimum-age", eligibility.MinimumAge),
            new Field("maximum-age", eligibility.MaximumAge),
            new Field("sex", eligibility.Sex),
            new Field("healthy-volunteers", YesNo(eligibility.HealthyVolunteers)),
            .. IfStated("population", Plain(eligibility.Population)),
            new Field("sampling-method", eligibility.SamplingMethod),
        ];
    }

    static string? YesNo(bool? flag) => flag switch { true => "Yes", false => "No", null => null };

    static ImmutableArray<RecordBlock> Sponsors(RecordSponsors sponsors) =>
    [
        .. (sponsors.Lead is { } lead ? [Sponsor(lead, "lead")] : Enumerable.Empty<RecordBlock>()),
        .. sponsors.Collaborators.Select(collaborator => Sponsor(collaborator, "collaborator")),
    ];

    static Entry Sponsor(RecordSponsor sponsor, string role) =>
        OneOf("sponsor", ("name", sponsor.Name), ("class", sponsor.Class), ("sponsor-role", role));

    static ImmutableArray<RecordBlock> ResponsibleParty(RecordResponsibleParty? party) => party is null
        ? []
        :
        [
            new Field("responsibility-role", party.Type),
            .. IfStated("name", party.Investigator),
            .. IfStated("title", party.Title),
            .. IfStated("affiliation", party.Affiliation),
        ];

    static ImmutableArray<RecordBlock> Countries(RegistryRecord record)
    {
        var countries = record.Locations.Select(location => location.Country).OfType<string>();
        return [new Listing("countries", Shown(countries.Distinct(StringComparer.Ordinal)), IsNumbered: false)];
    }

    static Entry Contact(RecordContact contact) => OneOf("contact", ("name", contact.Name), ("role", contact.Role));

    static ImmutableArray<RecordBlock> Identifiers(RecordIdentity identity) =>
    [
        .. (identity.OrganisationId is { } id
            ? [OneOf("identifier", ("id", id), ("type", identity.OrganisationIdType), ("source", "org_study_id"))]
            : Enumerable.Empty<RecordBlock>()),
        .. identity.Others.Select(other => OneOf("identifier",
            ("id", other.Id), ("type", other.Type), ("domain", other.Domain), ("source", "secondary_id"))),
    ];

    static string? Place(RecordLocation location)
    {
        string[] parts = [.. new[] { location.City, location.State, location.Country }.OfType<string>()];
        return parts is [] ? null : string.Join(", ", parts);
    }

    static ImmutableArray<RecordBlock> Paragraphs(string? markup) =>
        [.. MarkupText.Paragraphs(markup ?? "").Select(paragraph => new Paragraph(paragraph))];

    static IEnumerable<RecordBlock> IfStated(string key, string? value) =>
        value is null ? [] : [new Field(key, MarkupText.Visible(value))];

    static Entry OneOf(string key, params ReadOnlySpan<(string Key, string? Value)> fields)
    {
        var stated = ImmutableArray.CreateBuilder<Field>();
        foreach (var (name, value) in fields)
            if (value is not null)
                stated.Add(new(name, MarkupText.Visible(value)));
        return new(key, stated.ToImmutable());
    }

    static string? Plain(string? markup) => markup is null ? null : MarkupText.Plain(markup);

    static ImmutableArray<string> Shown(IEnumerable<string> texts) => [.. texts.Select(MarkupText.Visible)];
}

using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Registry;

/// <summary>Reads the modules of a record, one method each.</summary>
static class RecordModules
{
    /// <summary>What the registry writes when the number is not known.</summary>
    const int UnknownEnrolment = 99_999_999;

    public static RegistryRecord Read(JsonPart root, JsonPart identification, string nctId, string rawJson)
    {
        var protocol = root.Part("protocolSection");
        var description = protocol.Part("descriptionModule");
        var conditions = protocol.Part("conditionsModule");
        var arms = protocol.Part("armsInterventionsModule");
        var contacts = protocol.Part("contactsLocationsModule");
        return new(
            ReadIdentity(identification, nctId),
            ReadStatus(protocol.Part("statusModule")),
            ReadSponsors(protocol.Part("sponsorCollaboratorsModule")),
            description.Text("briefSummary"),
            description.Text("detailedDescription"),
            conditions.Texts("conditions"),
            conditions.Texts("keywords"),
            ReadDesign(protocol.Part("designModule")),
            arms.List("armGroups", arm => arm.Text("label") is { } label
                ? new RecordArm(label, arm.Text("type"), arm.Text("description")) : null),
            arms.List("interventions", intervention => intervention.Text("name") is { } name
                ? new RecordIntervention(name, intervention.Text("type"), intervention.Text("description")) : null),
            ReadOutcomes(protocol.Part("outcomesModule")),
            ReadEligibility(protocol.Part("eligibilityModule")),
            contacts.List("centralContacts", ReadContact),
            contacts.List("overallOfficials", official => official.Text("name") is { } name
                ? new RecordOfficial(name, official.Text("role"), official.Text("affiliation")) : null),
            contacts.List("locations", ReadLocation),
            ReadResults(root),
            rawJson);
    }

    static RecordIdentity ReadIdentity(JsonPart module, string nctId)
    {
        var organisation = module.Part("orgStudyIdInfo");
        return new(
            nctId, organisation.Text("id"), organisation.Text("type"),
            module.List("secondaryIdInfos", other => other.Text("id") is { } id
                ? new RecordIdentifier(id, other.Text("type"), other.Text("domain")) : null),
            module.Text("briefTitle"), module.Text("officialTitle"), module.Text("acronym"));
    }

    static RecordStatus ReadStatus(JsonPart module) => new(
        module.Text("overallStatus"), module.Text("lastKnownStatus"), module.Text("whyStopped"),
        ReadDate(module, "statusVerifiedDate", module.Text("statusVerifiedDate"), null),
        ReadDate(module, "startDateStruct"), ReadDate(module, "primaryCompletionDateStruct"),
        ReadDate(module, "completionDateStruct"), ReadDate(module, "lastUpdatePostDateStruct"));

    static RecordDate? ReadDate(JsonPart module, string name)
    {
        var date = module.Part(name);
        return ReadDate(module, $"{name}.date", date.Text("date"), date.Text("type"));
    }

    static RecordDate? ReadDate(JsonPart module, string name, string? text, string? type)
    {
        if (text is null)
            return null;
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        if (!DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            module.Findings.Add(new($"{module.Path}.{name}", $"'{text}'", "a date such as 2025, 2025-08 or 2025-08-01"));
        return new(text, type);
    }

    static RecordSponsors ReadSponsors(JsonPart module)
    {
        var party = module.Part("responsibleParty");
        return new(
            ReadSponsor(module.Part("leadSponsor")), module.List("collaborators", ReadSponsor),
            party.IsThere
                ? new RecordResponsibleParty(party.Text("type"), party.Text("investigatorFullName"),
                    party.Text("investigatorTitle"), party.Text("investigatorAffiliation"))
                : null);
    }

    static RecordSponsor? ReadSponsor(JsonPart sponsor) =>
        sponsor.Text("name") is { } name ? new(name, sponsor.Text("class")) : null;

    static RecordDesign ReadDesign(JsonPart module)
    {
        var design = module.Part("designInfo");
        var enrolment = module.Part("enrollmentInfo");
        var specimens = module.Part("bioSpec");
        var count = enrolment.WholeNumber("count");
        return new(
            module.Text("studyType"), module.Texts("phases"),
            design.Text("observationalModel"), design.Text("timePerspective"),
            design.Text("allocation"), design.Text("interventionModel"), design.Text("primaryPurpose"),
            design.Part("maskingInfo").Text("masking"),
            count == UnknownEnrolment ? null : count, enrolment.Text("type"),
            specimens.Text("retention"), specimens.Text("description"));
    }

    static ImmutableArray<RecordOutcome> ReadOutcomes(JsonPart module)
    {
        return
        [
            .. module.List("primaryOutcomes", outcome => ReadOutcome(outcome, OutcomeRank.Primary)),
            .. module.List("secondaryOutcomes", outcome => ReadOutcome(outcome, OutcomeRank.Secondary)),
            .. module.List("otherOutcomes", outcome => ReadOutcome(outcome, OutcomeRank.Other)),
        ];

        static RecordOutcome? ReadOutcome(JsonPart outcome, OutcomeRank rank) => outcome.Text("measure") is { } measure
            ? new(rank, measure, outcome.Text("timeFrame"), outcome.Text("description"))
            : null;
    }

    static RecordEligibility ReadEligibility(JsonPart module) => new(
        module.Text("eligibilityCriteria"), module.Text("minimumAge"), module.Text("maximumAge"), module.Text("sex"),
        module.Flag("healthyVolunteers"), module.Texts("stdAges"),
        module.Text("studyPopulation"), module.Text("samplingMethod"));

    static RecordContact? ReadContact(JsonPart contact) =>
        contact.Text("name") is { } name ? new(name, contact.Text("role")) : null;

    static RecordLocation ReadLocation(JsonPart location) => new(
        location.Text("facility"), location.Text("city"), location.Text("state"), location.Text("country"),
        location.Text("status"), location.List("contacts", ReadContact));

    static ResultsState ReadResults(JsonPart root)
    {
        if (root.Part("resultsSection").IsThere)
            return ResultsState.Posted;
        if (root.Flag("hasResults") == true)
            return ResultsState.PostedElsewhere;
        return root.Part("annotationSection").Part("annotationModule").Part("unpostedAnnotation").IsThere
            ? ResultsState.Submitted
            : ResultsState.Pending;
    }
}

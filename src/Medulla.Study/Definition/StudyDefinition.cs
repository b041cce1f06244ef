using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>The study as data: one published version of its file.</summary>
/// <remarks>Nothing in the program knows a criterion, a visit, a form or an assay but through this.</remarks>
/// <param name="Version">1, 2, 3, …; 0 while nothing has been published.</param>
/// <param name="RegistryId">Of its registry record; null for a study that has none.</param>
/// <param name="TargetEnrolment">Participants planned; null when not stated.</param>
/// <param name="DataCutoff">No later date is accepted or analysed; null when not stated.</param>
public sealed record StudyDefinition(
    int Version,
    Bilingual Title,
    string? RegistryId,
    int? TargetEnrolment,
    DateOnly? AccrualFrom,
    DateOnly? AccrualTo,
    DateOnly? DataCutoff,
    Numbering Numbering,
    ImmutableArray<Site> Sites,
    ImmutableArray<Role> Roles,
    ImmutableArray<Criterion> Eligibility,
    ConsentRules Consent,
    ImmutableArray<Visit> Visits,
    ImmutableArray<Form> Forms,
    OutcomeForms Outcomes,
    ImmutableArray<SpecimenKind> Specimens,
    ImmutableArray<Assay> Assays,
    ImmutableArray<Endpoint> Endpoints,
    ImmutableArray<OpenQuestion> OpenQuestions)
{
    /// <summary>Before the first version is published: nothing can be screened.</summary>
    public static StudyDefinition None { get; } = new(
        0, Bilingual.Same(""), null, null, null, null, null, new Numbering("S-{0:0000}", "P-{0:000}"),
        [], [], [], new ConsentRules([], []), [], [], new OutcomeForms(null, null, null), [], [], [], []);

    public Criterion? FindCriterion(string id) => Eligibility.FirstOrDefault(criterion => criterion.Id == id);
    public Visit? FindVisit(string code) => Visits.FirstOrDefault(visit => visit.Code == code);
    public Form? FindForm(string code) => Forms.FirstOrDefault(form => form.Code == code);
    public SpecimenKind? FindSpecimenKind(string code) => Specimens.FirstOrDefault(kind => kind.Code == code);
    public Assay? FindAssay(string code) => Assays.FirstOrDefault(assay => assay.Code == code);
    public Endpoint? FindEndpoint(string code) => Endpoints.FirstOrDefault(endpoint => endpoint.Code == code);
}

/// <summary>How identifiers are made: .NET composite formats over the running number.</summary>
public sealed record Numbering(string Screening, string Enrolment);

public sealed record Site(string Code, Bilingual Name);

/// <param name="MaySeeOutcome">False for those who measure the marker.</param>
/// <param name="MaySeeMarker">False for those who judge the outcome.</param>
public sealed record Role(string Code, Bilingual Name, bool MaySeeOutcome, bool MaySeeMarker);

/// <summary>What the record or protocol leaves open: shown as open, with the default that holds until it is decided.</summary>
/// <param name="About">The part of the file that rests on the default, such as <c>eligibility.I3</c>.</param>
public sealed record OpenQuestion(string Id, string About, Bilingual Question, Bilingual Default);

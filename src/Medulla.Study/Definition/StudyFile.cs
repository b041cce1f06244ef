using Medulla.Assays;
using Medulla.Study.Definition.Reading;

namespace Medulla.Study.Definition;

/// <summary>Reads a study's file: YAML whose fields are named like the nouns they become.</summary>
/// <remarks>
/// Every fault is found in one reading. The definition comes back only when there is none; its version is 0 until it
/// is published. <c>schemas/study.schema.json</c> tells editors the same fields.
/// </remarks>
public static class StudyFile
{
    public static Parsed<StudyDefinition> Read(string fileName, string yaml) => YamlReader.Read(fileName, yaml, ReadStudy);

    static StudyDefinition ReadStudy(YamlMap file)
    {
        OpenLists(file.Codes);
        var study = new StudyDefinition(
            Version: 0,
            file.Bilingual("title"),
            file.OptionalText("registryId"),
            file.OptionalWholeNumber("targetEnrolment"),
            file.OptionalDate("accrualFrom"),
            file.OptionalDate("accrualTo"),
            file.OptionalDate("dataCutoff"),
            file.Map("numbering", PeoplePart.ReadNumbering) ?? StudyDefinition.None.Numbering,
            file.List("sites", PeoplePart.ReadSite),
            file.List("roles", PeoplePart.ReadRole),
            file.List("eligibility", CriterionPart.Read),
            file.Map("consent", ConsentPart.Read) ?? StudyDefinition.None.Consent,
            file.List("visits", VisitPart.Read),
            file.List("forms", FormPart.Read),
            file.Map("outcomes", OutcomePart.Read) ?? StudyDefinition.None.Outcomes,
            file.List("specimens", LaboratoryPart.ReadSpecimenKind),
            file.List("assays", LaboratoryPart.ReadAssay),
            file.List("endpoints", EndpointPart.Read),
            file.List("openQuestions", OpenQuestionPart.Read));
        CheckDates(file, study);
        CheckTreatmentStart(file, study);
        return study;
    }

    // An empty list is a list too: a reference into it is a fault.
    static void OpenLists(DeclaredCodes codes)
    {
        codes.Open(CodeList.Forms);
        codes.Open(CodeList.Visits);
        codes.Open(CodeList.SpecimenKinds);
        codes.Open(CodeList.ConsentScopes);
    }

    static void CheckDates(YamlMap file, StudyDefinition study)
    {
        if (study.AccrualTo < study.AccrualFrom)
            file.Report("accrual-ends-before-it-begins", "accrualTo",
                $"Found {study.AccrualTo:yyyy-MM-dd} in accrualTo. "
                + $"Expected no earlier than {study.AccrualFrom:yyyy-MM-dd}, when accrual begins.");
        if (study.DataCutoff < study.AccrualFrom)
            file.Report("cutoff-before-accrual", "dataCutoff",
                $"Found {study.DataCutoff:yyyy-MM-dd} in dataCutoff. "
                + $"Expected no earlier than {study.AccrualFrom:yyyy-MM-dd}, when accrual begins.");
        if (study.TargetEnrolment < 1)
            file.Report("target-not-positive", "targetEnrolment",
                $"Found {study.TargetEnrolment} in targetEnrolment. Expected 1 or more.");
    }

    static void CheckTreatmentStart(YamlMap file, StudyDefinition study)
    {
        string[] starts =
            [.. from form in study.Forms from item in form.Items where item.StartsTreatment select $"{form.Code}.{item.Code}"];
        if (starts.Length > 1)
            file.Report("treatment-starts-twice", "forms",
                $"Found {starts.Length} items that start treatment: {string.Join(", ", starts)}. Expected one.");
        var counting = study.Visits.FirstOrDefault(visit => visit.Anchor == VisitAnchor.TreatmentStart)?.Code
            ?? study.Endpoints.OfType<Endpoint.TimeToEvent>()
                .FirstOrDefault(endpoint => endpoint.Origin == TimeOrigin.TreatmentStart)?.Code;
        if (starts is [] && counting is not null)
            file.Report("treatment-start-missing", "forms",
                $"Found no item with startsTreatment, from which {counting} counts its days. Expected one date item with it.");
    }
}

using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Definition;

public sealed class StudyFileTests
{
    static readonly string Minimal = BundledStudies.Text("minimal", "study.yaml");

    [Theory]
    // Fields.
    [InlineData("targetEnrolment: 20", "targetEnrollment: 20", "field-unknown", "targetEnrollment",
        "Found field 'targetEnrollment' in the file. Expected 'targetEnrolment'.")]
    [InlineData("    windowTo: 3\n", "    colour: red\n    windowTo: 3\n", "field-unknown", "colour",
        "Found field 'colour' in visits.V1. Expected one of: code, name, anchor, day, windowFrom, windowTo, required, forms.")]
    [InlineData("    analyte: { en: Cartilage oligomeric matrix protein, zh: 软骨寡聚基质蛋白 }\n", "", "field-missing", "code: COMP",
        "Found no field 'analyte' in assays.COMP. Expected it.")]
    [InlineData("    day: 42\n", "    day: 42\n    day: 43\n", "field-twice", "day: 43",
        "Found field 'day' twice. Expected it once.")]
    [InlineData("maximum: 10, required: true, label: { en: \"Pain, 0 to 10\", zh: 疼痛（0～10） }",
        "maximum: 10", "field-missing", "{ code: pain",
        "Found no field 'label' in forms.EXAM.items.pain. Expected it.")]
    // Types.
    [InlineData("targetEnrolment: 20", "targetEnrolment: twenty", "wrong-type", "twenty",
        "Found 'twenty' in targetEnrolment. Expected a whole number.")]
    [InlineData("targetEnrolment: 20", "targetEnrolment: \"20\"", "wrong-type", "\"20\"",
        "Found '20' in targetEnrolment. Expected a whole number.")]
    [InlineData("volumeMillilitres: 4", "volumeMillilitres: 4,5", "wrong-type", "4,5",
        "Found '4,5' in specimens.SERUM.volumeMillilitres. Expected a number such as 0.25.")]
    [InlineData("targetEnrolment: 20", "accrualFrom: 2025-02-30", "wrong-type", "2025-02-30",
        "Found '2025-02-30' in accrualFrom. Expected a date such as 2025-08-01.")]
    [InlineData("visits: [V2]", "visits: V2", "wrong-type", "V2\n    favourable",
        "Found 'V2' in endpoints.WALK6W.visits. Expected a list.")]
    [InlineData("container: Serum tube", "container: [Serum tube]", "wrong-type", "[Serum tube]",
        "Found a list in specimens.SERUM.container. Expected text.")]
    [InlineData("outcomes:\n  response: { form: RECOVERY, dateItem: seen_on, codeItem: result }", "outcomes: RECOVERY",
        "wrong-type",
        "RECOVERY\n\nspecimens", "Found 'RECOVERY' in outcomes. Expected named fields.")]
    [InlineData("    day: 1\n    windowFrom: 1\n    windowTo: 3\n    required: true",
        "    day: 1\n    windowFrom: 1\n    windowTo: 3\n    required: yes",
        "wrong-type", "yes", "Found 'yes' in visits.V1.required. Expected true or false.")]
    [InlineData("kind: inclusion", "kind: Inclusion", "choice-unknown", "Inclusion",
        "Found 'Inclusion' in eligibility.I1.kind. Expected one of: inclusion, exclusion.")]
    [InlineData("kind: binary", "kind: survival", "choice-unknown", "survival",
        "Found 'survival' in endpoints.WALK6W.kind. Expected one of: binary, timeToEvent, importedTimeToEvent.")]
    // Texts.
    [InlineData("container: Serum tube", "container: \" \"", "text-empty", "\" \"",
        "Found ' ' in specimens.SERUM.container. Expected text.")]
    [InlineData("{ en: Result, zh: 结果 }", "{ en: Result }", "field-missing", "{ en: Result }",
        "Found no field 'zh' in forms.RECOVERY.items.result.label. Expected it.")]
    [InlineData("{ en: Result, zh: 结果 }", "{ zh: 结果 }", "field-missing", "{ zh: 结果 }",
        "Found no field 'en' in forms.RECOVERY.items.result.label. Expected it.")]
    [InlineData("{ en: Result, zh: 结果 }", "{ en: Result, zh: \"\" }", "text-empty", "\"\"",
        "Found '' in forms.RECOVERY.items.result.label.zh. Expected text.")]
    [InlineData("{ en: Result, zh: 结果 }", "Result", "text-in-one-language", "Result\n        codes",
        "Found 'Result' in forms.RECOVERY.items.result.label. Expected both languages: {en: …, zh: …}.")]
    [InlineData("{ en: Limps, zh: 跛行 }", "Limps a little", "text-in-one-language", "Limps a little",
        "Found 'Limps a little' in forms.RECOVERY.items.result.codes.LIMPS.label. Expected both languages: {en: …, zh: …}.")]
    [InlineData("unit: ng/mL", "unit: \"\"", "unit-malformed", "\"\"",
        "Found '' in assays.COMP.unit. Expected a UCUM unit such as 10*9/L, without blanks.")]
    [InlineData("unit: ng/mL", "unit: µg/L", "unit-malformed", "µg/L",
        "Found 'µg/L' in assays.COMP.unit. Expected a UCUM unit such as 10*9/L, without blanks.")]
    [InlineData("id: I1", "id: I 1", "code-malformed", "I 1",
        "Found 'I 1' in eligibility.I 1.id. Expected a code of letters, digits, '_', '-', '.' and '+'.")]
    [InlineData("targetEnrolment: 20", "numbering: { screening: S-, enrolment: \"P-{0:000}\" }", "numbering-malformed", "S-,",
        "Found 'S-' in numbering.screening. Expected a format over the running number, such as S-{0:0000}.")]
    public void A_fault_of_form_is_found_where_it_stands(string from, string to, string rule, string at, string message)
    {
        var altered = AlteredFile.Of(Minimal, from, to);

        altered.AssertOnlyFinding(StudyFile.Read("study.yaml", altered.Text), rule, at, message);
    }

    [Theory]
    // Codes.
    [InlineData("value: LIMPS", "value: WALKS", "code-twice", "WALKS, label: { en: Limps",
        "Found 'WALKS' twice as a code of item RECOVERY.result. Expected it once.")]
    [InlineData("forms: [EXAM]", "forms: [EXAM, EXAMINATION]", "code-unknown", "EXAMINATION",
        "Found 'EXAMINATION' in visits.V1.forms. Expected a form: EXAM, RECOVERY.")]
    [InlineData("forms: [EXAM]", "forms: [EXAM, EXAM]", "code-twice", "EXAM]",
        "Found 'EXAM' twice as a value in visits.V1.forms. Expected it once.")]
    [InlineData("item: result", "item: pain", "code-unknown", "pain\n    visits",
        "Found 'pain' in endpoints.WALK6W.item. Expected a choice item of form RECOVERY: result.")]
    [InlineData("visits: [V2]", "visits: [V1]", "code-unknown", "V1]",
        "Found 'V1' in endpoints.WALK6W.visits. Expected a visit with form RECOVERY: V2.")]
    [InlineData("favourable: [WALKS]", "favourable: [RUNS]", "code-unknown", "RUNS",
        "Found 'RUNS' in endpoints.WALK6W.favourable. Expected a code of item RECOVERY.result: WALKS, LIMPS.")]
    [InlineData("favourable: [WALKS]", "favourable: [WALKS]\n    notEvaluable: [LIMPS, WALKS]", "code-in-both",
        "[LIMPS, WALKS]",
        "Found 'WALKS' in favourable and in notEvaluable of endpoints.WALK6W. Expected it in one of them.")]
    [InlineData("dateItem: seen_on", "dateItem: result", "code-unknown", "result, codeItem",
        "Found 'result' in outcomes.response.dateItem. Expected a date item of form RECOVERY: seen_on.")]
    [InlineData("specimenKinds: [SERUM]", "specimenKinds: [PLASMA]", "code-unknown", "PLASMA",
        "Found 'PLASMA' in assays.COMP.specimenKinds. Expected a specimen kind: SERUM.")]
    [InlineData("aliquotMillilitres: 0.5", "aliquotMillilitres: 0.5\n    consentScope: storage", "code-unknown", "storage",
        "Found 'storage' in specimens.SERUM.consentScope. Expected a consent scope; there is none.")]
    [InlineData("endpoints:",
        "openQuestions:\n  - { id: Q1, about: eligibility.I2, question: { en: A, zh: 甲 }, default: { en: B, zh: 乙 } }\n"
        + "endpoints:",
        "part-unknown", "eligibility.I2",
        "Found 'eligibility.I2' in openQuestions.Q1.about. Expected a part of this file, such as 'eligibility.I1'.")]
    // Lists that cannot be empty.
    [InlineData("favourable: [WALKS]", "favourable: []", "list-empty", "[]",
        "Found no favourable in endpoints.WALK6W. Expected at least one.")]
    [InlineData("  signers:\n    - { code: participant, required: true, label: { en: The participant, zh: 受试者本人 } }",
        "  scopes: []", "list-empty",
        "scopes: []", "Found no signers in consent. Expected at least one.")]
    // Days and windows.
    [InlineData("windowFrom: 35\n    windowTo: 49", "windowFrom: 42\n    windowTo: 41", "window-ends-before-it-begins", "41",
        "Found 41 in visits.V2.windowTo. Expected no earlier than windowFrom, day 42.")]
    [InlineData("day: 42", "day: 53", "day-outside-window", "53",
        "Found day 53 in visits.V2. Expected one within its window, 35 to 49.")]
    [InlineData("day: 1\n    windowFrom: 1", "day: 1\n    windowFrom: 0", "day-zero", "0\n    windowTo: 3",
        "Found day 0 in visits.V1.windowFrom. Expected -1 or 1: there is no study day 0.")]
    [InlineData("    day: 42\n", "", "day-missing", "enrolment\n    windowFrom: 35",
        "Found no field 'day' in visits.V2, which has an anchor. Expected the study day of the visit.")]
    [InlineData("    anchor: enrolment\n    day: 42", "    day: 42", "anchor-missing", "code: V2",
        "Found no field 'anchor' in visits.V2, which has a day or a window. Expected what its days are counted from.")]
    [InlineData("anchor: enrolment\n    day: 42", "anchor: treatmentStart\n    day: 42", "treatment-start-missing",
        "- code: EXAM",
        "Found no item with startsTreatment, from which V2 counts its days. Expected one date item with it.")]
    [InlineData("targetEnrolment: 20", "accrualFrom: 2025-08-01\naccrualTo: 2025-07-31", "accrual-ends-before-it-begins",
        "2025-07-31",
        "Found 2025-07-31 in accrualTo. Expected no earlier than 2025-08-01, when accrual begins.")]
    [InlineData("targetEnrolment: 20", "accrualFrom: 2025-08-01\ndataCutoff: 2025-07-31", "cutoff-before-accrual", "2025-07-31",
        "Found 2025-07-31 in dataCutoff. Expected no earlier than 2025-08-01, when accrual begins.")]
    [InlineData("targetEnrolment: 20", "targetEnrolment: 0", "target-not-positive", "0\n\neligibility",
        "Found 0 in targetEnrolment. Expected 1 or more.")]
    // Items.
    [InlineData("minimum: 0, maximum: 10", "minimum: 10, maximum: 0", "range-ends-before-it-begins", "0, required",
        "Found 0 in forms.EXAM.items.pain.maximum. Expected no less than the minimum, 10.")]
    [InlineData("type: date, required", "type: date, unit: d, required", "range-without-number", "date, unit",
        "Found a unit or a range in forms.RECOVERY.items.seen_on, which is no number. Expected type number or wholeNumber.")]
    [InlineData("type: wholeNumber", "startsTreatment: true, type: wholeNumber", "treatment-start-not-a-date", "true, type",
        "Found startsTreatment in forms.EXAM.items.pain, which is no date. Expected type date.")]
    [InlineData("type: date, required", "type: date, codes: [{ value: A, label: A }], required", "codes-without-choice",
        "[{ value: A",
        "Found codes in forms.RECOVERY.items.seen_on, which is no choice. Expected type choice.")]
    // The laboratory.
    [InlineData("controlShare: 0.6666", "controlShare: 67", "not-a-fraction", "67",
        "Found 67 in assays.COMP.acceptance.controlShare. Expected a fraction from 0 to 1, such as 0.2 for 20 %.")]
    [InlineData("aliquotMillilitres: 0.5", "aliquotMillilitres: -0.5", "not-positive", "-0.5",
        "Found -0.5 in specimens.SERUM.aliquotMillilitres. Expected more than 0.")]
    [InlineData("wavelengthNm: 450", "wavelengthNm: 45", "wavelength-implausible", "45\n",
        "Found 45 nm in assays.COMP.wavelengthNm. Expected 200 to 1000 nm.")]
    public void A_fault_of_meaning_is_found_where_it_stands(string from, string to, string rule, string at, string message)
    {
        var altered = AlteredFile.Of(Minimal, from, to);

        altered.AssertOnlyFinding(StudyFile.Read("study.yaml", altered.Text), rule, at, message);
    }

    [Theory]
    [InlineData("        whenIn: [ALIVE_IN_REMISSION]\n", "", "list-empty",
        "form: FU\n        dateItem: seen_on\n        whenItem",
        "Found no whenIn in endpoints.EFS.censoring[2]. Expected at least one.")]
    [InlineData("        whenItem: status\n", "", "when-item-missing", "[ALIVE_IN_REMISSION]",
        "Found codes in endpoints.EFS.censoring[2].whenIn but no whenItem. Expected the item that has one of them.")]
    [InlineData("dateItem: relapse_date, description: { en: Relapse, zh: 复发 } }\n      - { form: DTH",
        "dateItem: site, description: { en: Relapse, zh: 复发 } }\n      - { form: DTH",
        "code-unknown", "site, description",
        "Found 'site' in endpoints.EFS.events[3].dateItem. Expected a date item of form REL: relapse_date.")]
    [InlineData("whenIn: [REFRACTORY]", "whenIn: [RESISTANT]", "code-unknown", "RESISTANT",
        "Found 'RESISTANT' in endpoints.EFS.events[2].whenIn. "
        + "Expected a code of item RESP.category: CR, CRh, CRi, MLFS, PR, NO_RESPONSE, REFRACTORY, NON_EVALUABLE.")]
    [InlineData("code: last_dose_on, type: date,", "code: last_dose_on, type: date, startsTreatment: true,",
        "treatment-starts-twice", "- code: DM",
        "Found 2 items that start treatment: TX.first_dose_on, TX.last_dose_on. Expected one.")]
    [InlineData("consentScope: research-specimens\n  - code: BLOOD", "consentScope: marrow\n  - code: BLOOD", "code-unknown",
        "marrow\n",
        "Found 'marrow' in specimens.MARROW.consentScope. "
        + "Expected a consent scope: study-data, research-specimens, future-research, genetic-testing, data-sharing, "
        + "cross-border, follow-up-contact.")]
    [InlineData("plausibleTo: 300", "plausibleTo: 0.01", "range-ends-before-it-begins", "0.01",
        "Found 0.01 in assays.LEP.plausibleTo. Expected no less than plausibleFrom, 0.05.")]
    [InlineData("value: SIBLING", "value: PARENT", "code-twice", "PARENT, label: { en: Sibling",
        "Found 'PARENT' twice as a value in consent.signers.companion.relationships. Expected it once.")]
    [InlineData("about: dataCutoff", "about: dataCutof", "part-unknown", "dataCutof\n",
        "Found 'dataCutof' in openQuestions.Q13.about. Expected a part of this file, such as 'dataCutoff'.")]
    public void A_fault_in_the_registered_study_is_found_where_it_stands(
        string from, string to, string rule, string at, string message)
    {
        var altered = AlteredFile.Of(BundledStudies.Text("nct07163728", "study.yaml"), from, to);

        altered.AssertOnlyFinding(StudyFile.Read("study.yaml", altered.Text), rule, at, message);
    }

    [Fact]
    public void A_choice_without_codes_is_found()
    {
        var altered = AlteredFile.Of(Minimal, "type: wholeNumber, minimum: 0, maximum: 10", "type: choice");

        altered.AssertOnlyFinding(StudyFile.Read("study.yaml", altered.Text), "codes-missing", "{ code: pain",
            "Found a choice without codes in forms.EXAM.items.pain. Expected its values.");
    }

    [Fact]
    public void All_faults_are_found_in_one_reading_in_the_order_of_the_file()
    {
        var altered = Minimal
            .Replace("targetEnrolment: 20", "targetEnrolment: many", StringComparison.Ordinal)
            .Replace("forms: [EXAM]", "forms: [EXAN]", StringComparison.Ordinal)
            .Replace("unit: ng/mL", "unit: \"\"", StringComparison.Ordinal);

        var read = StudyFile.Read("ankle.yaml", altered);

        Assert.Null(read.Value);
        Assert.Equal(["wrong-type", "code-unknown", "unit-malformed"], read.Findings.Select(finding => finding.Rule));
        Assert.All(read.Findings, finding => Assert.Equal("ankle.yaml", finding.File));
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        var text = BundledStudies.Text("nct07163728", "study.yaml");

        var (first, second) = (StudyFile.Read("study.yaml", text), StudyFile.Read("study.yaml", text));

        Assert.Equal(Portrait.Of(first.Value!), Portrait.Of(second.Value!));
        var broken = Minimal.Replace("code: EXAM", "code: RECOVERY", StringComparison.Ordinal);
        Assert.NotEmpty(StudyFile.Read("study.yaml", broken).Findings);
        Assert.Equal(StudyFile.Read("study.yaml", broken).Findings, StudyFile.Read("study.yaml", broken).Findings);
    }

    [Fact]
    public void The_end_of_line_of_another_system_changes_nothing()
    {
        var read = StudyFile.Read("study.yaml", Minimal.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Portrait.Of(StudyFile.Read("study.yaml", Minimal).Value!), Portrait.Of(read.Value!));
    }
}

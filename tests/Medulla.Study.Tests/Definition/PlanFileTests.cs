using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Definition;

public sealed class PlanFileTests
{
    static readonly StudyDefinition Study = BundledStudies.Definition("nct07163728");
    static readonly string Plan = BundledStudies.Text("nct07163728", "plan.yaml");

    [Theory]
    // The marker.
    [InlineData("  assay: LEP\n", "  assay: IL6\n", "code-unknown", "IL6",
        "Found 'IL6' in marker.assay. Expected an assay: LEP.")]
    [InlineData("  specimenKind: MARROW", "  specimenKind: URINE", "code-unknown", "URINE",
        "Found 'URINE' in marker.specimenKind. Expected a specimen kind of assay LEP: MARROW, BLOOD.")]
    [InlineData("  unit: ng/mL", "  unit: pg/mL", "unit-differs", "pg/mL",
        "Found 'pg/mL' in marker.unit. Expected 'ng/mL', the unit of assay LEP.")]
    [InlineData("  log2: true", "  importedColumn: leptin\n  log2: true", "marker-origin-unclear", "leptin\n",
        "Found both an assay and an imported column in marker. Expected one of the two.")]
    [InlineData("  specimenKind: MARROW\n", "", "marker-specimen-missing", "LEP\n",
        "Found an assay without specimenKind and visit in marker. Expected what is measured and when it was collected.")]
    // Groups.
    [InlineData("quantiles: [0.5]", "quantiles: [50]", "quantile-outside-range", "[50]",
        "Found a quantile outside 0 to 1 in groups.median.quantiles. Expected fractions such as 0.5 for the median.")]
    [InlineData("quantiles: [0.3333333333333333, 0.6666666666666666]", "quantiles: [0.6, 0.3]", "quantiles-not-ascending",
        "[0.6",
        "Found quantiles that do not ascend in groups.tertiles.quantiles. Expected each greater than the one before.")]
    [InlineData("quantiles: [0.3333333333333333, 0.6666666666666666]", "quantiles: [0.5]", "labels-not-one-more",
        "- { en: Lowest third",
        "Found 3 labels for 1 cuts in groups.tertiles. Expected 2.")]
    // Covariates.
    [InlineData("    item: bmi\n", "    item: bmj\n", "code-unknown", "bmj",
        "Found 'bmj' in baseline.bmi.item. "
        + "Expected an item of form DM: height_cm, weight_kg, bmi, ecog, diabetes, steroid_14d, hydroxyurea, fasting_hours.")]
    [InlineData("    form: DX\n    item: eln2022\n    visit: BL", "    form: DX\n    item: eln2022\n    visit: SCR",
        "code-unknown", "SCR",
        "Found 'SCR' in baseline.eln.visit. Expected a visit with form DX: BL.")]
    [InlineData("value: ADVERSE", "value: POOR", "code-unknown", "POOR",
        "Found 'POOR' in baseline.eln.levels.POOR.value. "
        + "Expected a code of item DX.eln2022: FAVORABLE, INTERMEDIATE, ADVERSE.")]
    [InlineData("    item: bmi\n", "    item: diabetes\n", "item-not-analysable", "diabetes",
        "Found item diabetes in baseline.bmi.item. Expected a number or a choice.")]
    [InlineData("    unit: kg/m2\n", "    unit: kg\n", "unit-differs", "kg\n",
        "Found 'kg' in baseline.bmi.unit. Expected 'kg/m2', the unit of item bmi.")]
    [InlineData("    unit: a\n", "    unit: a\n    levels: [{ value: OLD, label: { en: Old, zh: 老年 } }]\n",
        "levels-of-a-number", "[{ value: OLD",
        "Found levels of baseline.age. Expected none: age is a number of years.", "Q12")]
    [InlineData("value: Male", "value: M", "levels-of-sex", "- { value: Female",
        "Found other levels in baseline.sex. Expected Female and Male, the reference first.")]
    [InlineData("    item: ldh\n    visit: BL\n", "    item: ldh\n", "covariate-item-missing", "LB\n    item: ldh",
        "Found a form without item and visit in baseline.ldh. Expected all three.")]
    [InlineData("    form: DM\n    item: ecog\n    visit: BL\n", "", "covariate-origin-unclear", "ecog\n    name",
        "Found neither a form nor an imported column in baseline.ecog. "
        + "Expected one of the two; only 'age' and 'sex' come from the participant.")]
    // Analyses.
    [InlineData("kind: roc\n    family: exploratory\n    endpoint: CRC1",
        "kind: roc\n    family: exploratory\n    endpoint: OS", "code-unknown",
        "OS\n    question:\n      en: How well", "Found 'OS' in analyses.Q2.endpoint. Expected a binary endpoint: CRC1.")]
    [InlineData("endpoint: EFS\n    groups: median", "endpoint: CRC1\n    groups: median", "code-unknown",
        "CRC1\n    groups: median\n    question:\n      en: Does event",
        "Found 'CRC1' in analyses.Q5.endpoint. Expected a time-to-event endpoint: OS, EFS.")]
    [InlineData("endpoint: EFS\n    groups: median", "endpoint: EFS\n    groups: quartiles", "code-unknown", "quartiles",
        "Found 'quartiles' in analyses.Q5.groups. Expected a group rule: median, tertiles.")]
    [InlineData("covariates: [age, sex, eln]", "covariates: [age, sex, risk]", "code-unknown", "risk]",
        "Found 'risk' in analyses.Q7.covariates. "
        + "Expected a covariate: age, sex, bmi, ecog, eln, aml-type, marrow-blasts, wbc, platelets, haemoglobin, ldh.")]
    [InlineData("covariate: bmi", "covariate: sex", "code-unknown", "sex\n    question",
        "Found 'sex' in analyses.Q9.covariate. "
        + "Expected a numeric covariate: age, bmi, ecog, marrow-blasts, wbc, platelets, haemoglobin, ldh.")]
    [InlineData("kind: spearman\n    family: exploratory\n    covariate: bmi",
        "kind: pearson\n    family: exploratory\n    covariate: bmi", "choice-unknown",
        "pearson",
        "Found 'pearson' in analyses.Q9.kind. Expected one of: rankSum, roc, fisherExact, kaplanMeier, cox, spearman.")]
    [InlineData("kind: roc\n    family: exploratory", "kind: roc\n    family: confirmatory", "confirmatory-not-one",
        "- id: Q1\n",
        "Found 2 confirmatory analyses: Q1, Q2. Expected at most one.")]
    [InlineData("confidenceLevel: 0.95", "confidenceLevel: 95", "confidence-level-implausible", "95\n",
        "Found 95 in confidenceLevel. Expected a fraction between 0.5 and 1, such as 0.95.")]
    public void A_fault_is_found_where_it_stands(
        string from, string to, string rule, string at, string message, string? without = null)
    {
        // An analysis that leans on what is broken would be a fault of its own.
        var text = without is null ? Plan : Without(Plan, without);
        var altered = AlteredFile.Of(text, from, to);

        altered.AssertOnlyFinding(PlanFile.Read("plan.yaml", altered.Text, Study), rule, at, message);
    }

    [Fact]
    public void A_choice_without_levels_cannot_be_a_covariate()
    {
        var altered = AlteredFile.Of(Plan, "    item: ldh\n", "    item: wbc\n");
        altered = AlteredFile.Of(altered.Text,
            "    unit: U/L\n    form: LB\n    item: wbc\n", "    form: DX\n    item: eln2022\n");

        altered.AssertOnlyFinding(PlanFile.Read("plan.yaml", altered.Text, Study), "levels-missing", "code: ldh",
            "Found no levels of baseline.ldh. Expected the codes of item eln2022, the reference first.");
    }

    [Fact]
    public void A_plan_read_against_another_study_names_everything_that_is_not_there()
    {
        var read = PlanFile.Read("plan.yaml", Plan, BundledStudies.Definition("minimal"));

        Assert.Null(read.Value);
        var messages = read.Findings.Select(finding => finding.Message).ToList();
        Assert.Contains("Found 'LEP' in marker.assay. Expected an assay: COMP.", messages);
        Assert.Contains("Found 'DM' in baseline.bmi.form. Expected a form: EXAM, RECOVERY.", messages);
        Assert.Contains("Found 'OS' in analyses.Q4.endpoint. Expected a time-to-event endpoint; there is none.", messages);
    }

    [Fact]
    public void A_file_without_anything_says_what_a_plan_needs()
    {
        var read = PlanFile.Read("plan.yaml", "id: SAP\n", Study);

        Assert.Equal(
            [
                "Found no analyses in the file. Expected at least one.",
                "Found no field 'version' in the file. Expected it.",
                "Found no field 'title' in the file. Expected it.",
                "Found no field 'confidenceLevel' in the file. Expected it.",
                "Found no field 'marker' in the file. Expected it.",
            ],
            read.Findings.Select(finding => finding.Message));
    }

    static string Without(string plan, string analysis)
    {
        var start = plan.IndexOf($"  - id: {analysis}\n", StringComparison.Ordinal);
        var end = plan.IndexOf("\nlimits:", start, StringComparison.Ordinal);
        Assert.True(start > 0 && end > start);
        return plan[..start] + plan[end..];
    }
}

using Medulla.Assays;
using Medulla.Study.Definition.Reading;

namespace Medulla.Study.Definition;

/// <summary>Reads an analysis plan's file.</summary>
/// <remarks>
/// Every fault is found in one reading; codes are looked up in the study's definition.
/// <c>schemas/plan.schema.json</c> tells editors the same fields.
/// </remarks>
public static class PlanFile
{
    public static Parsed<AnalysisPlan> Read(string fileName, string yaml, StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return YamlReader.Read(fileName, yaml, file =>
        {
            DefinitionCodes.Declare(file.Codes, definition);
            return ReadPlan(file, definition);
        });
    }

    static AnalysisPlan ReadPlan(YamlMap file, StudyDefinition definition)
    {
        // Without a rule for groups or a column, a reference to one is a fault too.
        file.Codes.Open(CodeList.MarkerGroups);
        file.Codes.Open(CodeList.Covariates);
        file.Codes.Open(CodeList.NumericCovariates);
        file.ExpectMembers("analyses");
        var plan = new AnalysisPlan(
            file.Text("id"), file.WholeNumber("version"), file.Bilingual("title"), file.Number("confidenceLevel"),
            MarkerPart.Read(file, definition),
            file.List("groups", MarkerPart.ReadGroups),
            file.List("baseline", covariate => CovariatePart.Read(covariate, definition)),
            file.List("analyses", PlannedAnalysisPart.Read),
            file.Bilinguals("limits"));
        CheckConfidenceLevel(file, plan);
        CheckFamily(file, plan);
        return plan;
    }

    static void CheckConfidenceLevel(YamlMap file, AnalysisPlan plan)
    {
        if (file.Has("confidenceLevel") && plan.ConfidenceLevel is <= 0.5 or >= 1)
            file.Report("confidence-level-implausible", "confidenceLevel", FormattableString.Invariant(
                $"Found {plan.ConfidenceLevel} in confidenceLevel. Expected a fraction between 0.5 and 1, such as 0.95."));
    }

    // Two confirmatory tests would each spend the whole error probability.
    static void CheckFamily(YamlMap file, AnalysisPlan plan)
    {
        string[] confirmatory =
        [
            .. from analysis in plan.Analyses where analysis.Family == AnalysisFamily.Confirmatory select analysis.Id,
        ];
        if (confirmatory.Length > 1)
            file.Report("confirmatory-not-one", "analyses",
                $"Found {confirmatory.Length} confirmatory analyses: {string.Join(", ", confirmatory)}. Expected at most one.");
    }
}

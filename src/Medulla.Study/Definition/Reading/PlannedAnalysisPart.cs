namespace Medulla.Study.Definition.Reading;

/// <summary>The analyses of a plan.</summary>
static class PlannedAnalysisPart
{
    public static PlannedAnalysis Read(YamlMap map)
    {
        var id = map.Declare(CodeList.Analyses, "id");
        var family = map.Choice<AnalysisFamily>("family");
        var question = map.Bilingual("question");
        return map.Kind("kind", "rankSum", "roc", "fisherExact", "kaplanMeier", "cox", "spearman") switch
        {
            "rankSum" => new PlannedAnalysis.RankSum(id, family, question, BinaryEndpoint(map)),
            "roc" => new PlannedAnalysis.Roc(id, family, question, BinaryEndpoint(map)),
            "fisherExact" => new PlannedAnalysis.FisherExact(id, family, question, BinaryEndpoint(map), Groups(map)),
            "kaplanMeier" => new PlannedAnalysis.KaplanMeier(id, family, question, TimeToEvent(map), Groups(map)),
            "cox" => new PlannedAnalysis.Cox(
                id, family, question, TimeToEvent(map), map.ReferAll(CodeList.Covariates, "covariates")),
            "spearman" => new PlannedAnalysis.Spearman(
                id, family, question, map.Refer(CodeList.NumericCovariates, "covariate")),
            _ => map.Abandon<PlannedAnalysis>(new PlannedAnalysis.RankSum(id, family, question, "")),
        };
    }

    static string BinaryEndpoint(YamlMap map) => map.Refer(CodeList.BinaryEndpoints, "endpoint");

    static string TimeToEvent(YamlMap map) => map.Refer(CodeList.TimeToEventEndpoints, "endpoint");

    static string Groups(YamlMap map) => map.Refer(CodeList.MarkerGroups, "groups");
}

using System.CommandLine;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats …</c>: one question to a table, without a study.</summary>
static class StatsVerbs
{
    public static Command Noun() => new Noun("stats", "Survival and biomarker statistics of a table", "对数据表作生存与标志物统计")
    {
        KaplanMeierVerb.Km(),
        LogRankVerb.LogRank(),
        CoxVerb.Cox(),
        CompetingRisksVerbs.Cuminc(),
        CompetingRisksVerbs.FineGray(),
        LogisticVerb.Logistic(),
        RocVerb.Roc(),
        CutpointVerb.Cutpoint(),
        CorrelateVerb.Correlate(),
        CompareVerb.Compare(),
        PowerVerb.Power(),
        SimulateVerb.Simulate(),
    };
}

using Medulla.Figures;
using Medulla.Figures.Text;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>The simulation's own answer, said beside every estimate that it concerns.</summary>
static class PlantedEffect
{
    public static Bilingual Hazard(Simulation simulation) => new(
        $"Planted in the simulation: hazard ratio of death {NumberText.Ratio(simulation.PlantedHazardRatio)} per doubling of the marker.",
        $"模拟中设定：标志物每增加一倍，死亡风险比 {NumberText.Ratio(simulation.PlantedHazardRatio)}。");

    public static Bilingual Odds(Simulation simulation) => new(
        $"Planted in the simulation: odds ratio {NumberText.Ratio(simulation.PlantedOddsRatio)} of the unfavourable response per doubling of the marker.",
        $"模拟中设定：标志物每增加一倍，不利结局的比值比 {NumberText.Ratio(simulation.PlantedOddsRatio)}。");

    /// <summary>What concerns one analysis; null for real participants and where nothing was planted.</summary>
    public static ReportText? Beside(PlannedAnalysis planned, Simulation? simulation) => (planned, simulation) switch
    {
        (_, null) => null,
        (PlannedAnalysis.Cox or PlannedAnalysis.KaplanMeier, { } known) => new(Hazard(known)),
        (PlannedAnalysis.RankSum or PlannedAnalysis.Roc or PlannedAnalysis.FisherExact, { } known) => new(Odds(known)),
        _ => null,
    };
}

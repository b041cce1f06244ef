namespace Medulla.Study.Definition;

/// <summary>Says that a study's participants are simulated, and what was planted.</summary>
/// <param name="PlantedHazardRatio">Per doubling of the marker.</param>
/// <param name="PlantedOddsRatio">Of the unfavourable response, per doubling of the marker.</param>
/// <param name="Seed">Of the counter-based generator.</param>
public sealed record Simulation(double PlantedHazardRatio, double PlantedOddsRatio, long Seed);

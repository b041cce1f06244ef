namespace Medulla.Workspace.Demo;

/// <summary>What is planted in the simulated participants; the report shows it beside every estimate.</summary>
/// <param name="HazardRatioPerDoubling">Of death, per doubling of marrow leptin, within a risk group.</param>
/// <param name="OddsRatioPerDoubling">Of no remission after course 1, likewise.</param>
/// <param name="ReferenceLog2">log2 of the leptin (ng/mL) at which the base rates hold.</param>
sealed record SimulationRules(
    long Seed, int Enrolled, double HazardRatioPerDoubling, double OddsRatioPerDoubling,
    double ReferenceLog2, double MedianSurvivalDays, DateOnly AccrualFrom, int AccrualDays, DateOnly DataCutoff)
{
    public static SimulationRules OfTheDemo { get; } = new(
        Seed: 20250801, Enrolled: 86, HazardRatioPerDoubling: 1.6, OddsRatioPerDoubling: 1.8,
        ReferenceLog2: 3, MedianSurvivalDays: 420, AccrualFrom: new DateOnly(2025, 8, 1), AccrualDays: 380,
        DataCutoff: new DateOnly(2026, 12, 31));

    /// <summary>Everybody who was looked at, in the order of screening, until enough are enrolled.</summary>
    public IReadOnlyList<SimulatedPerson> People()
    {
        // The gaps do not depend on how many turn out to be needed: the last day of accrual is only aimed at.
        var random = new Statistics.Randomness.RandomStream((ulong)Seed);
        var people = new List<SimulatedPerson>();
        var day = 0.0;
        while (people.Count(person => person.Failure == ScreenFailure.None) < Enrolled)
        {
            day += random.NextExponential(AccrualDays / (Enrolled / 0.785));
            people.Add(SimulatedPerson.Draw(people.Count + 1, AccrualFrom.AddDays((int)day), this));
        }
        return people;
    }
}

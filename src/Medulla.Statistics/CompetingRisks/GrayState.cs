namespace Medulla.Statistics.CompetingRisks;

/// <summary>The groups of a stratum just before a time, and what happens at it.</summary>
sealed class GrayState(int groups)
{
    readonly double[] incidence = new double[groups];
    readonly double[] scaled = new double[groups]; // n / S(t−)
    double thinned;                                // Σ n (1 − F(t−)) / S(t−)

    public double[] AtRisk { get; } = new double[groups];

    public double[] Events { get; } = new double[groups];

    public double[] Others { get; } = new double[groups];

    /// <summary>Event-free just before.</summary>
    public double[] Survival { get; } = [.. Enumerable.Repeat(1.0, groups)];

    /// <summary>Events of the cause in all groups.</summary>
    public double Total { get; private set; }

    /// <summary>Σ n / S(t−).</summary>
    public double Sum { get; private set; }

    /// <summary>Pooled cumulative incidence just before.</summary>
    public double Pooled { get; private set; }

    public double PooledAfter => Total > 0 ? Pooled + Total / Sum : Pooled;

    public double Weight { get; private set; }

    public void Enter(ReadOnlySpan<double> atRisk, ReadOnlySpan<double> events, ReadOnlySpan<double> others, double rho)
    {
        atRisk.CopyTo(AtRisk);
        events.CopyTo(Events);
        others.CopyTo(Others);
        (Total, Sum, thinned) = (0, 0, 0);
        for (var group = 0; group < groups; group++)
        {
            scaled[group] = AtRisk[group] > 0 ? AtRisk[group] / Survival[group] : 0;
            Total += Events[group];
            Sum += scaled[group];
            thinned += scaled[group] * (1 - incidence[group]);
        }

        Weight = rho == 0 ? 1 : Math.Pow(1 - Pooled, rho);
    }

    public double RiskShare(int group) => Total > 0 ? scaled[group] * (1 - incidence[group]) / thinned : 0;

    /// <summary>What an event of the cause in one group does to the score of another.</summary>
    public double Kernel(int group, int source) =>
        Weight * scaled[source] * ((group == source ? 1 : 0) - scaled[group] / Sum);

    public void AddIntegrals(double[] integrals, double sign)
    {
        if (Total == 0)
            return;
        var hazard = sign * Total / (Sum * (1 - Pooled));
        for (var group = 0; group < groups; group++)
            for (var source = 0; source < groups; source++)
                integrals[group * groups + source] += hazard * Kernel(group, source);
    }

    public void Leave()
    {
        Pooled = PooledAfter;
        for (var group = 0; group < groups; group++)
        {
            if (AtRisk[group] == 0)
                continue;
            incidence[group] += Survival[group] * Events[group] / AtRisk[group];
            Survival[group] *= (AtRisk[group] - Events[group] - Others[group]) / AtRisk[group];
        }
    }
}

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Counts and estimates at one time; the same object is stepped from time to time.</summary>
sealed class IncidencePoint(int causes)
{
    public double Time { get; private set; }

    public int AtRisk { get; private set; }

    public int AllEvents { get; private set; }

    public int[] Events { get; } = new int[causes];

    public double EventFree { get; private set; } = 1;

    public double EventFreeVariance { get; set; }

    public double AllHazard { get; private set; }

    public double[] Hazard { get; } = new double[causes];

    public double[] Incidence { get; } = new double[causes];

    /// <summary>Increase of <see cref="Incidence"/> at this time.</summary>
    public double[] Step { get; } = new double[causes];

    public double[] Variance { get; } = new double[causes];

    public void Count(double time, int atRisk)
    {
        (Time, AtRisk, AllEvents) = (time, atRisk, 0);
        Array.Clear(Events);
    }

    public void Add(int cause)
    {
        Events[cause]++;
        AllEvents++;
    }

    /// <param name="survival">Event-free just before this time.</param>
    public void Advance(double survival)
    {
        for (var cause = 0; cause < causes; cause++)
        {
            var hazard = (double)Events[cause] / AtRisk;
            Hazard[cause] += hazard;
            Step[cause] = survival * hazard;
            Incidence[cause] += Step[cause];
        }

        AllHazard += (double)AllEvents / AtRisk;
        EventFree = survival * (AtRisk - AllEvents) / AtRisk;
    }
}

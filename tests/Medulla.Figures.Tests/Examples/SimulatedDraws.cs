namespace Medulla.Figures.Tests.Examples;

/// <summary>A small seeded generator, so that every picture of the gallery is the same on every machine.</summary>
sealed class SimulatedDraws(uint seed)
{
    uint state = seed;

    /// <summary>Between 0 and 1, both ends open.</summary>
    public double Uniform()
    {
        unchecked
        {
            state = state * 1664525u + 1013904223u;
        }
        return (state / 256 + 0.5) / 16_777_216.0;
    }

    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public double Exponential(double mean) => -mean * Math.Log(Uniform());
}

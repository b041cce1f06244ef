namespace Medulla.Statistics.Bench;

/// <summary>One piece of work, done by Medulla and by R on the same data in one run.</summary>
/// <param name="Name">The work in words.</param>
/// <param name="Peer">
/// R script in <c>bench/peers</c>. It is called with the folder of the data, and prints one line per way of doing the work:
/// <c>TIME label seconds value</c>, tab-separated, the value being what both sides must agree on.
/// </param>
/// <param name="Against">The label that the aim is set against.</param>
/// <param name="AtLeast">The aim: how many times faster than that.</param>
/// <param name="Prepare">
/// Writes the data into the folder, as the script reads them, and returns the work: one core, everything from raw columns to the
/// result, giving the value.
/// </param>
/// <param name="ValueTolerance">How far the values may lie apart, relatively; null where both sides draw at random.</param>
sealed record Contest(
    string Name, string Peer, string Against, double AtLeast, Func<BenchData, Func<double>> Prepare, double? ValueTolerance = 1e-6)
{
    /// <summary>How often Medulla does the work; the median counts.</summary>
    public int Repetitions { get; init; } = 5;
}

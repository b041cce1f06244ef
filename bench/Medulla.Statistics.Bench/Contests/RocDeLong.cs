using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Bench;

/// <summary>From raw columns to the AUC's interval.</summary>
static class RocDeLong
{
    const int Participants = 100_000;

    public static Contest Contest { get; } = new(
        "ROC curve, AUC and DeLong interval, n = 100,000", "roc-delong.R", "pROC", 4, Prepare, ValueTolerance: 1e-9);

    static Func<double> Prepare(BenchData data)
    {
        var random = new RandomStream(seed: 4);
        var isCase = new bool[Participants];
        var marker = new double[Participants];
        for (var place = 0; place < Participants; place++)
        {
            isCase[place] = random.NextEvent(0.3);
            marker[place] = random.NextNormal() + (isCase[place] ? 0.5 : 0);
        }

        data.Write("roc", ("case", [.. isCase.Select(one => one ? 1.0 : 0.0)]), ("marker", marker));
        return () => RocCurve.Of(marker, isCase, MarkerDirection.HigherInCases).AucConfidence()!.Value.Lower;
    }
}

using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Bench;

/// <summary>The bootstrap interval of an AUC, cases and controls drawn apart.</summary>
static class AucResampling
{
    const int Participants = 86;

    public static Contest Contest { get; } = new(
        "2,000 stratified bootstraps of the AUC, n = 86", "auc-bootstrap.R", "pROC", 200, Prepare, ValueTolerance: null)
    {
        Repetitions = 25,
    };

    static Func<double> Prepare(BenchData data)
    {
        var random = new RandomStream(seed: 5);
        var isCase = new bool[Participants];
        var marker = new double[Participants];
        for (var place = 0; place < Participants; place++)
        {
            isCase[place] = random.NextEvent(0.4);
            marker[place] = random.NextNormal() + (isCase[place] ? 0.7 : 0);
        }

        data.Write("roc", ("case", [.. isCase.Select(one => one ? 1.0 : 0.0)]), ("marker", marker));
        return () =>
            AucBootstrap.Stratified(RocCurve.Of(marker, isCase), replicates: 2_000, seed: 1).Percentiles()!.Value.Lower;
    }
}

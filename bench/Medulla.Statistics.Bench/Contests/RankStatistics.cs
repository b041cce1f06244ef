using Medulla.Statistics.Association;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Bench;

/// <summary>Kendall's correlation, which R counts pair by pair.</summary>
static class KendallContest
{
    const int Participants = 20_000;

    public static Contest Contest { get; } = new(
        "Kendall correlation, n = 20,000", "kendall.R", "cor kendall", 500, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var (x, y, _) = RankData.Write(data, Participants);
        return () => KendallCorrelation.Of(x, y).Estimate;
    }
}

/// <summary>Spearman's correlation, for information.</summary>
static class SpearmanContest
{
    const int Participants = 100_000;

    public static Contest Contest { get; } = new(
        "Spearman correlation, n = 100,000", "spearman.R", "cor.test spearman", 1, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var (x, y, _) = RankData.Write(data, Participants);
        return () => SpearmanCorrelation.Of(x, y).Estimate;
    }
}

/// <summary>Wilcoxon's rank sum, for information.</summary>
static class RankSumContest
{
    const int Participants = 100_000;

    public static Contest Contest { get; } = new(
        "Wilcoxon rank sum, n = 100,000", "wilcoxon.R", "wilcox.test", 1, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var (x, _, group) = RankData.Write(data, Participants);
        return () => WilcoxonRankSum.Compare(
            [.. x.Where((_, row) => group[row] == 0)], [.. x.Where((_, row) => group[row] == 1)]).Statistic;
    }
}

/// <summary>Two correlated normal columns and a group at random.</summary>
static class RankData
{
    const ulong Seed = 9;

    public static (double[] X, double[] Y, double[] Group) Write(BenchData data, int participants)
    {
        var random = new RandomStream(Seed);
        var (x, y, group) = (new double[participants], new double[participants], new double[participants]);
        for (var row = 0; row < participants; row++)
        {
            x[row] = random.NextNormal();
            y[row] = x[row] + random.NextNormal();
            group[row] = random.NextEvent(0.5) ? 1 : 0;
        }

        data.Write("ranks", ("x", x), ("y", y), ("group", group));
        return (x, y, group);
    }
}

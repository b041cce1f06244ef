using Medulla.Statistics.CompetingRisks;

namespace Medulla.Statistics.Bench;

static class FineGrayRegression
{
    /// <summary>Large enough that what grows with the cube shows; cmprsk needs more than a minute for it.</summary>
    public static Contest Contest { get; } = new(
        "Fine–Gray regression, 10,000 rows, 3 columns, sandwich variance", "fine-gray.R", "crr", 1000, data => Prepare(data,
            10_000));

    /// <summary>With the weighted Cox regression beside it.</summary>
    public static Contest Smaller { get; } = new(
        "Fine–Gray regression, 2,000 rows, 3 columns, sandwich variance", "fine-gray.R", "crr", 200, data => Prepare(data,
            2_000));

    static Func<double> Prepare(BenchData data, int participants)
    {
        var (cohort, columns) = CompetingData.Draw(participants);
        CompetingData.Write(data, cohort, columns);
        return () =>
        {
            var first = FineGray.Fit(cohort, cause: 1, columns).Coefficients[0];
            return first.Estimate + first.StandardError;
        };
    }
}

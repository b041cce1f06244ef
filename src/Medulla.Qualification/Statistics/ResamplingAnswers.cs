namespace Medulla.Qualification.Statistics;

/// <summary>Resampled Cox models.</summary>
static class ResamplingAnswers
{
    public static Answer Optimism(CaseInput input) => new();

    public static Answer Intervals(CaseInput input) => new();
}

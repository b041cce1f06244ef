namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>logrank</c>.</summary>
static class LogRankTestsTopic
{
    public static Topic Topic { get; } = Topic.Of("logrank");
}

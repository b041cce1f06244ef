namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>prediction_performance</c>.</summary>
static class PredictionPerformanceTopic
{
    public static Topic Topic { get; } = Topic.Of("prediction_performance");
}

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>prediction_binary</c>.</summary>
static class PredictionBinaryTopic
{
    public static Topic Topic { get; } = Topic.Of("prediction_binary");
}

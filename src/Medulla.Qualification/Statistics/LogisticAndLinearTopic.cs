namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>logistic</c>.</summary>
static class LogisticAndLinearTopic
{
    public static Topic Topic { get; } = Topic.Of("logistic");
}

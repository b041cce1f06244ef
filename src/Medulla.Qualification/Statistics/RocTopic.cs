namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>roc</c>.</summary>
static class RocTopic
{
    public static Topic Topic { get; } = Topic.Of("roc");
}

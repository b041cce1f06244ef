namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>maxstat</c>.</summary>
static class MaximallySelectedTopic
{
    public static Topic Topic { get; } = Topic.Of("maxstat");
}

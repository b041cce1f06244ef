namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>power</c>.</summary>
static class PowerTopic
{
    public static Topic Topic { get; } = Topic.Of("power");
}

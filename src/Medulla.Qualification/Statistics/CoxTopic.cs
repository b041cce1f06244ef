namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>cox</c>.</summary>
static class CoxTopic
{
    public static Topic Topic { get; } = Topic.Of("cox", ("cox", CoxCases.Cox));
}

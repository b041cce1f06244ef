namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>km</c>.</summary>
static class KaplanMeierCurvesTopic
{
    public static Topic Topic { get; } = Topic.Of("km");
}

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>competing_risks</c>.</summary>
static class CompetingRisksTopic
{
    public static Topic Topic { get; } = Topic.Of("competing_risks");
}

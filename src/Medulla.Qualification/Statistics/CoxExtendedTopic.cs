namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>cox_extended</c>.</summary>
static class CoxExtendedTopic
{
    public static Topic Topic { get; } = Topic.Of("cox_extended",
        ("cox_lrt", CoxNestedCases.LikelihoodRatio));
}

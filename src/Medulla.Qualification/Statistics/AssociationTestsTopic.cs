namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>association_tests</c>.</summary>
static class AssociationTestsTopic
{
    public static Topic Topic { get; } = Topic.Of("association_tests");
}

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>survival_misc</c>.</summary>
static class SurvivalMiscTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "survival_misc",
        ("rubin", RubinCases.Rubin));
}

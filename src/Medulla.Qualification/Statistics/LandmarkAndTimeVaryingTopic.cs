namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>landmark_timevarying</c>.</summary>
static class LandmarkAndTimeVaryingTopic
{
    public static Topic Topic { get; } = Topic.Of("landmark_timevarying");
}

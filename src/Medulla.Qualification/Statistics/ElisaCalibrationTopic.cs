namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>elisa_calibration</c>.</summary>
static class ElisaCalibrationTopic
{
    public static Topic Topic { get; } = Topic.Of("elisa_calibration");
}

using System.Collections.Immutable;

namespace Medulla.Qualification.Statistics;

/// <summary>All topics of the statistics reference.</summary>
public static class StatisticsTopics
{
    public static ImmutableArray<Topic> All { get; } =
    [
        AssociationTestsTopic.Topic,
        CompetingRisksTopic.Topic,
        CoxTopic.Topic,
        CoxExtendedTopic.Topic,
        ElisaCalibrationTopic.Topic,
        KaplanMeierCurvesTopic.Topic,
        LandmarkAndTimeVaryingTopic.Topic,
        LogisticAndLinearTopic.Topic,
        LogRankTestsTopic.Topic,
        MaximallySelectedTopic.Topic,
        PowerTopic.Topic,
        PredictionBinaryTopic.Topic,
        PredictionPerformanceTopic.Topic,
        RocTopic.Topic,
        SurvivalMiscTopic.Topic,
    ];
}

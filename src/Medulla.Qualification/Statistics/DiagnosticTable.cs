using Medulla.Statistics.Discrimination;

namespace Medulla.Qualification.Statistics;

/// <summary>All shares, ratios and indices of a marker at one threshold.</summary>
static class DiagnosticTable
{
    public static Answer Of(RocPoint point, double level)
    {
        var table = point.Accuracy;
        var (positive, negative) = (table.PositiveLikelihoodRatio(level), table.NegativeLikelihoodRatio(level));
        var odds = table.DiagnosticOddsRatio(level);
        return new Answer()
            .Set("threshold", point.Threshold)
            .Set("tp", table.TruePositives)
            .Set("fp", table.FalsePositives)
            .Set("fn", table.FalseNegatives)
            .Set("tn", table.TrueNegatives)
            .Set("sens", Share(table.Sensitivity, level))
            .Set("spec", Share(table.Specificity, level))
            .Set("ppv", Share(table.PositivePredictiveValue, level))
            .Set("npv", Share(table.NegativePredictiveValue, level))
            .Set("lr_pos", positive?.Estimate)
            .Set("lr_pos_ci", RocTopic.Ends(positive?.Confidence))
            .Set("lr_neg", negative?.Estimate)
            .Set("lr_neg_ci", RocTopic.Ends(negative?.Confidence))
            .Set("dor", odds?.Estimate)
            .Set("dor_ci_woolf", RocTopic.Ends(odds?.Confidence))
            .Set("accuracy", table.Accuracy)
            .Set("kappa", table.Kappa)
            .Set("mcc", table.MatthewsCorrelation);
    }

    static Answer Share(BinomialProportion? share, double level) => share is null ? new Answer() : new Answer()
        .Set("x", share.Count)
        .Set("n", share.Total)
        .Set("est", share.Estimate)
        .Set("clopper_pearson", RocTopic.Ends(share.ClopperPearson(level)))
        .Set("wilson", RocTopic.Ends(share.Wilson(level)))
        .Set("agresti_coull", RocTopic.Ends(share.AgrestiCoull(level)))
        .Set("jeffreys", RocTopic.Ends(share.Jeffreys(level)))
        .Set("wald", RocTopic.Ends(share.Wald(level)));
}

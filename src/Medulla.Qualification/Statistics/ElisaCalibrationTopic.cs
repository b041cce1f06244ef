using Medulla.Statistics.DoseResponse;
using Medulla.Statistics.Regression;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>elisa_calibration</c>.</summary>
static class ElisaCalibrationTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "elisa_calibration",
        ("elisa_4pl", FourParameters),
        ("elisa_3pl", ThreeParameters),
        ("elisa_cv", Variation));

    static Answer FourParameters(CaseInput input)
    {
        var points = Points(input);
        var fit = input.Has("weights")
            ? FourParameterLogisticFit.Fit(points, input.Values(input.Text("weights")))
            : FourParameterLogisticFit.Fit(points);
        if (fit is not FourParameterLogisticFit.Identified identified)
            throw NotIdentified(((FourParameterLogisticFit.NotIdentifiable)fit).Message);

        var curve = identified.OnLogConcentration();
        return new Answer()
            .Set("coef", new Answer().Set("A", curve.A).Set("B", curve.B).Set("xmid", curve.Midpoint).Set("scal", curve.Scale))
            .Set("se", curve.StandardErrors)
            .Set("sigma", identified.ResidualStandardDeviation)
            .Set("rss", identified.ResidualSumOfSquares)
            .Set("wrss", identified.ResidualSumOfSquares)
            .Set("vcov", curve.Covariance.Chunk(4))
            .Set("inverse", input.Numbers("inverse_at").Select(response => Inverse(identified, response)));
    }

    static Answer Inverse(FourParameterLogisticFit.Identified fit, double response)
    {
        var prediction = fit.Predict(response);
        return new Answer()
            .Set("y", response)
            .Set("logconc", prediction is null ? null : Math.Log(prediction.Dose))
            .Set("conc", prediction?.Dose)
            .Set("se_logconc_curve", prediction?.CurveStandardErrorOfLogDose);
    }

    static Answer ThreeParameters(CaseInput input)
    {
        var fit = ThreeParameterLogisticFit.Fit(Points(input));
        return fit is ThreeParameterLogisticFit.Identified identified
            ? new Answer()
                .Set("coef", new Answer()
                    .Set("Asym", identified.Asymptote).Set("xmid", identified.Midpoint).Set("scal", identified.Scale))
                .Set("se", identified.StandardErrors)
                .Set("rss", identified.ResidualSumOfSquares)
            : throw NotIdentified(((ThreeParameterLogisticFit.NotIdentifiable)fit).Message);
    }

    static Answer Variation(CaseInput input)
    {
        var doses = ReplicateVariation.Of(Points(input));
        return new Answer()
            .Set("conc", doses.Select(dose => dose.Dose))
            .Set("cv", doses.Select(dose => dose.CoefficientOfVariationPercent));
    }

    static DoseResponsePoint[] Points(CaseInput input) =>
        [.. input.Values(input.Text("concentration")).Zip(
            input.Values(input.Text("response")), (dose, response) => new DoseResponsePoint(dose, response))];

    static NotEstimableException NotIdentified(string message) => new(NotEstimableCause.NotConverged, [], message);
}

using System.Collections.Immutable;
using Medulla.Assays.Calibration;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Results;

/// <summary>A plate was accepted; the fact keeps the curve and the results that were seen.</summary>
public sealed record PlateAccepted(
    PlateId Plate, FittedCurve Curve, bool Passed, ImmutableArray<ReportableResult> Results,
    string SoftwareVersion, string? Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(study.Results[Plate] with
    {
        Status = PlateStatus.Accepted,
        Accepted = new AcceptedResult(Curve, Passed, Results, SoftwareVersion, Reason, study.Position),
    });
}

/// <summary>Accept a plate, so that its results count. The rules advise; a person decides.</summary>
/// <param name="Reason">Needed when the run did not pass.</param>
public sealed record AcceptPlate(PlateId Plate, string? Reason) : IDataCommand
{
    public Decision Decide(StudyState study)
    {
        if (study.Results.Find(Plate) is not { } plate)
            return Decision.Refuse(PlateReading.Unknown(Plate));
        if (plate.Status != PlateStatus.Waiting)
            return Decision.Refuse(PlateReading.AlreadyDecided(plate));

        var assay = study.Definition.FindAssay(plate.Assay)
            ?? throw new InvalidOperationException($"Plate {plate.Id} names the unknown assay {plate.Assay}.");
        var calculated = PlateCalculation.Of(plate, assay);

        if (calculated.Curve.Identified is not { } fit)
            return Decision.Refuse(new Refusal("curve-not-identifiable",
                $"The calibrators of {plate.Id} determine no curve: {calculated.Verdict.Outcomes[0].Message} Reject the plate.",
                $"{plate.Id} 的校准品无法确定曲线，只能拒绝。"));
        if (!calculated.Verdict.Passed && string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(
            [
                .. calculated.Verdict.Outcomes.Where(outcome => outcome.Result == RuleResult.RunFails)
                    .Select(outcome => new Refusal(outcome.Rule, outcome.Message, outcome.Message)),
                new Refusal("reason-missing",
                    $"The run on {plate.Id} did not pass. Reject it, or give a reason for accepting it.",
                    $"{plate.Id} 未通过验收规则，拒绝该板，或填写接受的原因。"),
            ]);

        return Decision.Accept(new PlateAccepted(
            Plate, new FittedCurve(fit.Curve.A, fit.Curve.B, fit.Curve.C, fit.Curve.D, fit.ResidualSumOfSquares),
            calculated.Verdict.Passed, PlateCalculation.Reportable(calculated), SoftwareVersion.Current,
            string.IsNullOrWhiteSpace(Reason) ? null : Reason));
    }
}

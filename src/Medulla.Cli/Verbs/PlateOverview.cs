using Medulla.Cli.Output;
using Medulla.Study;
using Medulla.Study.Reporting;
using Medulla.Study.Results;

namespace Medulla.Cli.Verbs;

/// <summary>One plate of the study: verdict, curve, results and the way back to the raw file.</summary>
static class PlateOverview
{
    public static void Print(StudyState study, Plate plate, Printer printer)
    {
        printer.Say(new(
            $"{plate.Id} {plate.Source.PlateName}: "
            + $"{StudyTerms.Of(plate.Status).En}{(plate.RejectionReason is null ? "" : $", {plate.RejectionReason}")}",
            $"{plate.Id} {plate.Source.PlateName}："
            + $"{StudyTerms.Of(plate.Status).Zh}{(plate.RejectionReason is null ? "" : $"，{plate.RejectionReason}")}"));
        printer.Say(new(
            $"  Plate {plate.Source.PlateInFile} of {plate.Source.FileName}, SHA-256 {plate.Source.Sha256}",
            $"  {plate.Source.FileName} 第 {plate.Source.PlateInFile} 块板，SHA-256 {plate.Source.Sha256}"));
        if (study.Definition.FindAssay(plate.Assay) is not { } assay)
            return;
        var calculated = PlateCalculation.Of(plate, assay);
        PlateFit.PrintVerdict(calculated.Verdict, printer);
        PlateFit.PrintCurve(calculated.Curve, printer);

        // What was accepted stays as it was seen; before that, results are computed from the wells.
        var results = plate.Accepted?.Results ?? PlateCalculation.Reportable(calculated);
        printer.Table(
            [
                new("ALIQUOT", "分装样本"), new("PARTICIPANT", "受试者"), new($"CONCENTRATION {assay.Unit}", $"浓度 {assay.Unit}"),
                new("95% FROM", "95%下限"), new("TO", "上限"), new("CV %", "CV%"), new("WELLS", "孔"), new("FLAGS", "标记"),
            ],
            results.Select(result => new[]
            {
                result.Aliquot.Value,
                study.Participants[study.Specimens[study.Aliquots[result.Aliquot].Specimen].Participant].Label,
                PlainText.Number(result.Concentration), PlainText.Number(result.Lower), PlainText.Number(result.Upper),
                PlainText.Number(result.CvPercent), string.Join(' ', result.Wells), string.Join(' ', result.Flags),
            }));
        if (plate.Accepted is { } accepted)
            printer.Say(new(
                $"  Accepted at entry {accepted.AcceptedAt} by version "
                + $"{accepted.SoftwareVersion}{(accepted.Reason is null ? "" : $"; reason: {accepted.Reason}")}",
                $"  第 {accepted.AcceptedAt} 条放行，程序版本 "
                + $"{accepted.SoftwareVersion}{(accepted.Reason is null ? "" : $"；原因：{accepted.Reason}")}"));
    }
}

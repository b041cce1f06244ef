using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Results;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Every plate of the study with its raw file, also those that were rejected.</summary>
static class PlateTable
{
    public static ReportTable Of(ReportedRun run) => new("plates",
        new("Plates and their raw files", "检测板与原始文件"),
        [
            new(new("Plate", "检测板")), new(new("Raw file", "原始文件")), new(Bilingual.Same("SHA-256")),
            new(new("Decision", "处理")), new(new("Entry", "日志条目"), true),
        ],
        [.. run.Study.Results.Values.Select(plate => Row(run, plate))]);

    static ReportRow Row(ReportedRun run, Plate plate) => new(
        [
            new(Bilingual.Same(plate.Id.Value), run.Plate(plate.Id.Value)),
            new(new($"{plate.Source.FileName}, plate {plate.Source.PlateInFile}", $"{plate.Source.FileName}，第 {plate.Source.PlateInFile} 块板")),
            ReportCell.Code(plate.Source.Sha256),
            new(Decision(plate)),
            Entry(run, plate.Accepted?.AcceptedAt ?? plate.ImportedAt),
        ], run.Plate(plate.Id.Value).Anchor);

    static ReportCell Entry(ReportedRun run, long position) =>
        new(Bilingual.Same(position.ToString(CultureInfo.InvariantCulture)), run.Journal(position));

    static Bilingual Decision(Plate plate) => plate switch
    {
        { Accepted: { Passed: true } accepted } => new($"accepted, run passed, Medulla {accepted.SoftwareVersion}", $"放行，运行通过，Medulla {accepted.SoftwareVersion}"),
        { Accepted: { } accepted } => new(
            $"accepted although the run did not pass: {accepted.Reason}, Medulla {accepted.SoftwareVersion}",
            $"运行未通过但放行：{accepted.Reason}，Medulla {accepted.SoftwareVersion}"),
        { Status: PlateStatus.Rejected } => new($"rejected: {plate.RejectionReason}", $"拒绝：{plate.RejectionReason}"),
        _ => new("waiting", "待处理"),
    };
}

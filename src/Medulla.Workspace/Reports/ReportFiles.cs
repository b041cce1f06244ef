using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Medulla.Figures;
using Medulla.Study.Journal;
using Medulla.Workspace.Demo;

namespace Medulla.Workspace.Reports;

public static class ReportFiles
{
    public static Task<ImmutableArray<ReportSummary>> MakeAsync(StudyDesk desk, WorkspaceFolder workspace, CancellationToken cancellation)
    {
        var path = workspace.ReportPath(desk.Study.Key.Value + "-report.en.html");
        File.WriteAllText(path, "stub" + SHA256.HashSizeInBytes + Encoding.UTF8 + Language.Chinese + new StudyKey("x"));
        return Task.FromResult(ImmutableArray.Create(new ReportSummary("reports/" + Path.GetFileName(path), "", desk.Study.Simulation is not null)));
    }
}

using Medulla.Cli.Tests;
using Medulla.Tests;

[assembly: AssemblyFixture(typeof(ExampleStudy))]

namespace Medulla.Cli.Tests;

/// <summary>The built-in study with three participants, every step by a verb; ready for its first plate.</summary>
/// <remarks>Made once; a test that changes something takes a copy.</remarks>
public sealed class ExampleStudy : IAsyncLifetime
{
    public const string Key = "nct07163728";

    readonly TestWorkspace made = new();

    public static string DefinitionFolder { get; } = Path.Combine(ReferenceFolder.ProjectRoot, "studies", Key);

    public static string DefinitionFile { get; } = Path.Combine(DefinitionFolder, "study.yaml");

    public static string PlanFile { get; } = Path.Combine(DefinitionFolder, "plan.yaml");

    public async ValueTask InitializeAsync()
    {
        await made.DoneAsync("study", "open", Key);
        await made.DoneAsync("study", "publish", DefinitionFolder);
        await made.DoneAsync("plan", "freeze", PlanFile);
        await EnrolAsync(1, "female", 54, "2025-08-03", response: "CR");
        await EnrolAsync(2, "male", 61, "2025-08-10", response: "NO_RESPONSE");
        await EnrolAsync(3, "female", 47, "2025-08-17", response: "CRi");
        await made.DoneAsync("followup", "record", "UH-001", "FU3", "--on", "2025-11-05", "--status", "ALIVE_IN_REMISSION");
        await made.DoneAsync("death", "record", "UH-002", "DTH", "--on", "2025-12-24", "--cause", "LEUKEMIA");
        await made.DoneAsync("followup", "record", "UH-003", "FU3", "--on", "2025-11-19", "--status", "ALIVE_UNKNOWN");
    }

    public ValueTask DisposeAsync()
    {
        made.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A workspace that holds the study and can be changed.</summary>
    public TestWorkspace Copy()
    {
        var copy = new TestWorkspace();
        foreach (var file in Directory.GetFiles(made.Path, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(copy.Path, Path.GetRelativePath(made.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
        return copy;
    }

    async Task EnrolAsync(int number, string sex, int age, string day, string response)
    {
        var (id, label, specimen) = ($"S-{number:0000}", $"UH-{number:000}", $"SP-{number:0000}");
        var firstDose = DateOnly.Parse(day).AddDays(1).ToString("yyyy-MM-dd");
        await made.DoneAsync("participant", "screen", "--on", day, "--age", $"{age}", "--sex", sex);
        await made.DoneAsync("participant", "consent", id, "--form", "ICF 1.0",
            "--signature", $"participant@{day}", $"companion:SPOUSE@{day}", $"investigator@{day}",
            "--scope", "study-data", "research-specimens");
        await made.DoneAsync("eligibility", "answer", id, "I1=yes", "I2=yes", "I3=yes", "E1=no", "E2=no", "E3=no", "E4=no",
            "E5=no", "E6=no");
        await made.DoneAsync("eligibility", "judge", id, "--on", day);
        await made.DoneAsync("participant", "enrol", id, "--on", day);
        await made.DoneAsync("visit", "open", label, "BL", "--on", day);
        await made.DoneAsync("form", "save", label, "BL", "LB", $"drawn_on={day}", "wbc=43.5", "anc=1.2", "platelets=61",
            "haemoglobin=84", "blood_blasts=55");
        await made.DoneAsync("visit", "open", label, "IND1", "--on", firstDose);
        await made.DoneAsync("form", "save", label, "IND1", "TX", $"first_dose_on={firstDose}", "regimen=IA");
        await made.DoneAsync("specimen", "collect", label, "MARROW", "BL", "--at", $"{day}T09:15+08:00", "--volume", "2");
        await made.DoneAsync("specimen", "process", specimen, "--at", $"{day}T10:00+08:00", "--force", "2000", "--minutes",
            "10", "--celsius", "4");
        await made.DoneAsync("specimen", "aliquot", specimen, "--count", "3", "--volume", "0.4", "--at",
            $"{day}T10:30+08:00", "--place", "F1-R2");
        await made.DoneAsync("response", "assess", label, "EOI1",
            "--on", DateOnly.Parse(day).AddDays(29).ToString("yyyy-MM-dd"), "--category", response);
    }
}

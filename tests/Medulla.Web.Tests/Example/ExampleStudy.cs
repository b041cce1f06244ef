using System.Collections.Immutable;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;
using Medulla.Tests;
using Medulla.Workspace;
using Medulla.Workspace.Journals;

namespace Medulla.Web.Tests.Example;

/// <summary>The built-in study with four invented people, made by commands alone: one of each state a page must show.</summary>
sealed class ExampleStudy(StudyDesk desk)
{
    /// <summary>Enrolled, with forms, specimens, a query and an accepted plate.</summary>
    public const string Enrolled = "S-0001";

    /// <summary>Screened and nothing more.</summary>
    public const string Screened = "S-0002";

    /// <summary>Hepatitis B: exclusion criterion E2 applies.</summary>
    public const string ScreenFailed = "S-0003";

    /// <summary>Consented and judged eligible, not enrolled yet.</summary>
    public const string Eligible = "S-0004";

    public static readonly StudyKey Key = new("SIMULATED-example");

    static readonly Actor Actor = new("example");
    static readonly DateOnly First = new(2025, 9, 1);
    static readonly TimeSpan SiteTime = TimeSpan.FromHours(8);

    public static async Task MakeAsync(IJournal journal, CancellationToken cancellation)
    {
        using var desk = await StudyDesk.OpenAsync(journal, Key, TimeProvider.System, cancellation);
        var example = new ExampleStudy(desk);
        await example.BeginAsync();
        await example.EnrolAsync(Enrolled, First);
        await example.AskAsync(new ScreenParticipant(First.AddDays(3), 44, Sex.Male));
        await example.FailAsync(First.AddDays(4));
        await example.MakeEligibleAsync(Eligible, First.AddDays(6), Sex.Female, 61);
        await example.MeasureAsync(accept: true);
        await example.MeasureAsync(accept: false);
    }

    public static async Task MakeMinimalAsync(IJournal journal, CancellationToken cancellation)
    {
        using var desk = await StudyDesk.OpenAsync(journal, new StudyKey("minimal"), TimeProvider.System, cancellation);
        var example = new ExampleStudy(desk);
        await example.AskAsync(new OpenStudy(null));
        await example.AskAsync(new PublishDefinition(Text("minimal", "study.yaml"), null));
    }

    async Task BeginAsync()
    {
        await AskAsync(new OpenStudy(new Simulation(1.5, 1.8, 20250801)));
        await AskAsync(new PublishDefinition(Text("nct07163728", "study.yaml"), Text("nct07163728", "record.json")));
        await AskAsync(new FreezePlan(Text("nct07163728", "plan.yaml")));
    }

    async Task EnrolAsync(string number, DateOnly day)
    {
        var id = new ParticipantId(number);
        await MakeEligibleAsync(number, day, Sex.Female, 57);
        await AskAsync(new EnrolParticipant(id, day.AddDays(1)));
        await AskAsync(new OpenVisit(id, "BL", day.AddDays(1)));
        await SaveAsync(id, "BL", "DM", null, ("height_cm", "162"), ("weight_kg", "58.5"), ("bmi", "22.3"), ("ecog", "1"), ("diabetes", "N"),
            ("steroid_14d", "N"), ("hydroxyurea", "Y"));
        await SaveAsync(id, "BL", "LB", null, ("drawn_on", "2025-09-02"), ("wbc", "38.4"), ("haemoglobin", "780"));
        await SaveAsync(id, "BL", "LB", "lab report says 31.2", ("wbc", "31.2"));
        await AskAsync(new OpenVisit(id, "IND1", day.AddDays(2)));
        await SaveAsync(id, "IND1", "TX", null, ("first_dose_on", "2025-09-03"), ("regimen", "IA"));

        var collectedAt = new DateTimeOffset(2025, 9, 2, 9, 5, 0, SiteTime);
        await AskAsync(new CollectSpecimen(id, "MARROW", "BL", collectedAt, 2));
        var specimen = desk.Study.Specimens.Keys.First();
        await AskAsync(new ProcessSpecimen(specimen, new Spin(collectedAt.AddMinutes(190), 1800, 10, 4)));
        await AskAsync(new MakeAliquots(specimen, 3, 0.4, collectedAt.AddMinutes(215), "F2/R1/B4"));
    }

    async Task MakeEligibleAsync(string number, DateOnly day, Sex sex, int ageYears)
    {
        var id = new ParticipantId(number);
        await AskAsync(new ScreenParticipant(day, ageYears, sex));
        await AskAsync(new SignConsent(id, "ICF 1.0",
            [new("participant", null, day), new("companion", "CHILD", day), new("investigator", null, day)],
            ["study-data", "research-specimens", "future-research"]));
        await AskAsync(new AnswerCriteria(id, Answers()));
        await AskAsync(new JudgeEligibility(id, day));
    }

    async Task FailAsync(DateOnly day)
    {
        var id = new ParticipantId(ScreenFailed);
        await AskAsync(new ScreenParticipant(day, 35, Sex.Male));
        await AskAsync(new AnswerCriteria(id, Answers().SetItem("E2", new(Answer.Yes, "HBsAg positive"))));
        await AskAsync(new JudgeEligibility(id, day));
    }

    async Task MeasureAsync(bool accept)
    {
        var aliquot = desk.Study.Aliquots.Values.First(tube => tube.ThawCount == 0).Id;
        await AskAsync(ExamplePlate.Of(aliquot, fileHash: new string(accept ? 'a' : 'c', 64)));
        if (accept)
            await AskAsync(new AcceptPlate(desk.Study.Results.Keys.Last(), null));
    }

    async Task SaveAsync(ParticipantId id, string visit, string form, string? reason, params (string Item, string Value)[] values) =>
        await AskAsync(new SaveForm(id, visit, form,
            values.ToImmutableSortedDictionary(value => value.Item, value => value.Value, StringComparer.Ordinal), reason));

    async Task AskAsync(ICommand command)
    {
        if (await desk.SubmitAsync(command, Actor, CancellationToken.None) is Decision.Refused refused)
            throw new InvalidOperationException($"{command.GetType().Name}: {string.Join("; ", refused.Reasons.Select(reason => reason.Message.En))}");
    }

    static ImmutableSortedDictionary<string, CriterionAnswer> Answers() =>
        new[] { "I1", "I2", "I3", "E1", "E2", "E3", "E4", "E5", "E6" }.ToImmutableSortedDictionary(
            id => id, id => new CriterionAnswer(id[0] == 'I' ? Answer.Yes : Answer.No, id == "I1" ? "marrow report 2025-08-30" : ""),
            StringComparer.Ordinal);

    static string Text(string study, string file) =>
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies", study, file));
}

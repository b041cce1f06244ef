using System.Collections.Immutable;
using System.Globalization;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;
using Medulla.Tests;

namespace Medulla.Study.Tests.Reporting;

/// <summary>A study made through its own commands: every fact has been decided, none was slipped in.</summary>
sealed class SmallStudy
{
    public static readonly DateOnly FirstDay = new(2025, 8, 4);
    public static readonly DateOnly LockDay = new(2026, 12, 31);

    public SmallStudy(string key, Simulation? simulation, string folder = "nct07163728")
    {
        State = StudyState.Empty(new StudyKey(key));
        Do(new OpenStudy(simulation));
        Do(new PublishDefinition(Text(folder, "study.yaml"), RecordJson: null));
    }

    public StudyState State { get; private set; }

    public static string Text(string folder, string file) =>
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies", folder, file));

    /// <summary>Carries a command out; a refusal fails the test with every reason.</summary>
    public void Do(ICommand command) => State = State.Decide(command) switch
    {
        Decision.Accepted accepted => accepted.Facts.Aggregate(State, (state, fact) => state.Apply(fact)),
        Decision.Refused refused => throw new InvalidOperationException(
            $"{command.GetType().Name}: " + string.Join(" | ", refused.Reasons.Select(reason => reason.Message.En))),
        _ => throw new InvalidOperationException("Expected a decision."),
    };

    public void FreezePlan(string folder = "nct07163728") => Do(new FreezePlan(Text(folder, "plan.yaml")));

    /// <summary>Screens, consents and enrols the next person; the first study day is the day after.</summary>
    public Participant Enrol(int age, Sex sex, DateOnly on)
    {
        var id = Screen(age, sex, on, failing: null);
        Do(new JudgeEligibility(id, on));
        Do(new EnrolParticipant(id, on));
        return State.FindParticipant(id)!;
    }

    public ParticipantId Screen(int age, Sex sex, DateOnly on, string? failing)
    {
        Do(new ScreenParticipant(on, age, sex));
        var id = State.Participants.Keys.Last();
        Do(new SignConsent(id, "ICF 1.0",
            [.. State.Definition.Consent.Signers.Select(signer => new ConsentSignature(signer.Code, signer.Relationships.FirstOrDefault()?.Value, on))],
            [.. State.Definition.Consent.Scopes.Select(scope => scope.Code)]));
        Do(new AnswerCriteria(id, State.Definition.Eligibility.ToImmutableSortedDictionary(
            criterion => criterion.Id,
            criterion => new CriterionAnswer(
                criterion.Kind == CriterionKind.Inclusion == (criterion.Id != failing) ? Answer.Yes : Answer.No, "source"),
            StringComparer.Ordinal)));
        return id;
    }

    public void Fill(Participant participant, string visit, DateOnly on, string form, params (string Item, string Value)[] values)
    {
        if (!State.Capture.Of(participant.Id).Visits.Contains(visit))
            Do(new OpenVisit(participant.Id, visit, on));
        Do(new SaveForm(participant.Id, visit, form,
            values.ToImmutableSortedDictionary(value => value.Item, value => value.Value, StringComparer.Ordinal)));
    }

    /// <summary>Collects marrow, spins it and freezes one aliquot.</summary>
    public AliquotId Draw(Participant participant, DateOnly on)
    {
        var at = new DateTimeOffset(on.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        Do(new CollectSpecimen(participant.Id, "MARROW", "BL", at, 2));
        var specimen = State.Specimens.Keys.Last();
        Do(new ProcessSpecimen(specimen, new Spin(at.AddMinutes(40), 1500, 10, 4)));
        Do(new MakeAliquots(specimen, 1, 0.4, at.AddMinutes(70), "F1-R2-B3"));
        return State.Specimens[specimen].Aliquots[0];
    }

    /// <summary>Measures aliquots on one plate, in duplicate, on a smooth curve, and accepts it.</summary>
    public void Measure(string fileName, IReadOnlyList<(AliquotId Aliquot, double Concentration)> aliquots)
    {
        var wells = new Queue<Well>(from row in "ABCDEFGH" from column in Enumerable.Range(1, 12) select new Well(row, column));
        var layout = ImmutableArray.CreateBuilder<LayoutWell>();
        var signal = ImmutableSortedDictionary.CreateBuilder<Well, double>();
        foreach (var (level, concentration) in new double[] { 0, 1.5625, 3.125, 6.25, 12.5, 25, 50, 100 }.Index())
            Place(WellRole.Calibrator, $"C{level}", concentration, null, concentration);
        foreach (var (level, concentration) in new double[] { 4, 30 }.Index())
            Place(WellRole.QualityControl, $"Q{level}", concentration, null, concentration);
        foreach (var (aliquot, concentration) in aliquots)
            Place(WellRole.Unknown, null, null, aliquot.Value, concentration);

        var content = new PlateContent("P1", 96,
            [
                new PlateRead("450", 450, signal.ToImmutable(), ImmutableSortedDictionary<Well, string>.Empty),
                new PlateRead("570", 570, signal.Keys.ToImmutableSortedDictionary(well => well, _ => 0.04), ImmutableSortedDictionary<Well, string>.Empty),
            ], []);
        Do(new ImportPlate("LEP",
            new RawPlate(fileName, TextHash.Sha256(fileName), 1, "P1", "layout.csv", TextHash.Sha256("layout.csv")),
            content, new PlateLayout("P1", layout.ToImmutable()), []));
        Do(new AcceptPlate(State.Results.Keys.Last(), Reason: null));

        void Place(WellRole role, string? level, double? nominal, string? aliquot, double concentration)
        {
            for (var replicate = 1; replicate <= 2; replicate++)
            {
                var well = wells.Dequeue();
                layout.Add(new LayoutWell(well, role) { Level = level, NominalConcentration = nominal, Aliquot = aliquot, Replicate = replicate });
                var wobble = 1 + (replicate == 1 ? 0.004 : -0.004);
                signal[well] = Math.Round(0.04 + wobble * (3 - 2.95 / (1 + Math.Pow(concentration / 18, 1.15))), 4);
            }
        }
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

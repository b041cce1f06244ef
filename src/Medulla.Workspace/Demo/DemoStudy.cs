using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Workspace.Demo;

/// <summary>The built-in study with simulated participants, from the first screening to the run of the plan.</summary>
/// <remarks>NCT07163728 is a real, recruiting study: nothing made here is a result of it.</remarks>
sealed class DemoStudy(
    StudyDesk desk, WorkspaceFolder workspace, DemoSources sources,
    IProgress<DemoProgress> progress, CancellationToken cancellation)
{
    public static readonly StudyKey Key = new("SIMULATED-nct07163728");

    const string Assay = "LEP";

    readonly SimulationRules rules = SimulationRules.OfTheDemo;
    readonly DemoDesk script = new(desk);

    public async Task RunAsync()
    {
        if (desk.Study.Analysis.LastRun is not null)
            return;

        var people = rules.People();
        var steps = SimulatedConduct.Steps(people, rules);
        var tubes = TubesOf(people);
        var total = steps.Count + tubes.Count / SimulatedPlates.TubesOnPlate + 6;
        var done = 0;

        await AskAsync(new OpenStudy(new Simulation(rules.HazardRatioPerDoubling, rules.OddsRatioPerDoubling, rules.Seed)));
        await AskAsync(new PublishDefinition(await TextAsync("study.yaml"), await TextAsync("record.json")));
        await AskAsync(new FreezePlan(await TextAsync("plan.yaml")));

        var run = 0;
        foreach (var step in steps)
        {
            await AskAsync(step.Ask(script.Study));
            if (WaitingTubes(tubes).Count >= SimulatedPlates.TubesOnPlate)
                await MeasureAsync(tubes, ++run);
        }
        while (WaitingTubes(tubes).Count > 0)
            await MeasureAsync(tubes, ++run);

        await AskAsync(new LockDatabase(rules.DataCutoff.AddDays(15), "follow-up to the data cut-off is complete"));
        await AskAsync(new RunPlan());
        progress.Report(new(DemoPart.Study, total, total));

        async Task AskAsync(ICommand command)
        {
            await script.AskAsync(command, cancellation);
            progress.Report(new(DemoPart.Study, Math.Min(++done, total - 1), total));
        }
    }

    Task<string> TextAsync(string file) => File.ReadAllTextAsync(sources.Study("nct07163728", file), cancellation);

    /// <summary>What everybody's marrow truly holds, by screening number.</summary>
    static IReadOnlyDictionary<ParticipantId, double> TubesOf(IEnumerable<SimulatedPerson> people) =>
        people.Where(person => person.Failure == ScreenFailure.None)
            .ToDictionary(person => new ParticipantId($"S-{person.Number:0000}"), person => Math.Pow(2, person.Log2Leptin));

    /// <summary>Marrow that no accepted plate has measured, with the first aliquot that has not been used.</summary>
    List<SimulatedTube> WaitingTubes(IReadOnlyDictionary<ParticipantId, double> truth)
    {
        var study = script.Study;
        var measured = study.Results.Values.Where(plate => plate.Status != PlateStatus.Rejected)
            .SelectMany(plate => plate.Aliquots).Select(aliquot => study.Aliquots[aliquot].Specimen).ToHashSet();
        return
        [
            .. from specimen in study.Specimens.Values
               where specimen.Kind == "MARROW" && !specimen.Aliquots.IsEmpty && !measured.Contains(specimen.Id)
               let aliquot = specimen.Aliquots.First(id => study.Aliquots[id].ThawCount == 0)
               select new SimulatedTube(aliquot.Value, truth[specimen.Participant]),
        ];
    }

    /// <summary>One run: plate and layout written as files, read back, imported, judged. The third is rejected.</summary>
    async Task MeasureAsync(IReadOnlyDictionary<ParticipantId, double> truth, int run)
    {
        var tubes = WaitingTubes(truth).Take(SimulatedPlates.TubesOnPlate).ToList();
        var drifted = run == 3;
        var name = $"SIMULATED-LEP-{run:00}";
        var layout = SimulatedPlates.Layout(name, tubes);
        var plateText = PlateGridFile.Write(SimulatedPlates.Read(layout, tubes, rules, run, drifted), SimulatedPlates.Note);
        var layoutText = $"# {SimulatedPlates.Note}\n{PlateLayoutFile.Write(layout)}";
        var plateFile = await StoreAsync($"{name}.csv", plateText);
        var layoutFile = await StoreAsync($"{name}-layout.csv", layoutText);

        var content = PlateFile.Read(plateFile.Name, plateFile.Bytes).Value
            ?? throw new InvalidDataException($"The simulated plate {plateFile.Name} cannot be read back.");
        var layouts = PlateLayoutFile.Read(layoutFile.Name, layoutFile.Bytes).Value
            ?? throw new InvalidDataException($"The simulated layout {layoutFile.Name} cannot be read back.");

        await script.AskAsync(new ImportPlate(
            Assay,
            new RawPlate(plateFile.Name, plateFile.Sha256, 1, name, layoutFile.Name, layoutFile.Sha256),
            content.Plates[0], layouts[0], content.Notes), cancellation);
        var plate = script.Study.Results.Values.Last();
        var passed = PlateCalculation.Of(plate, script.Study.Definition.FindAssay(Assay)!).Verdict.Passed;
        await script.AskAsync(passed
            ? new AcceptPlate(plate.Id, Reason: null)
            : new RejectPlate(plate.Id, "quality controls read about a third too high; run repeated from fresh aliquots"), cancellation);
    }

    async Task<(string Name, byte[] Bytes, string Sha256)> StoreAsync(string name, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return (name, bytes, await workspace.Attachments.StoreAsync(bytes, cancellation));
    }
}

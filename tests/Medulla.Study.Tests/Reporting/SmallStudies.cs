using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Study.Specimens;
using static Medulla.Study.Tests.Reporting.SmallStudy;

namespace Medulla.Study.Tests.Reporting;

/// <summary>Small studies with every kind of result, always the same.</summary>
static class SmallStudies
{
    public const int EnrolledPeople = 48;

    public static readonly Simulation Simulation = new(PlantedHazardRatio: 1.35, PlantedOddsRatio: 1.6, Seed: 20250801);

    static readonly Lazy<StudyState> OnceCaptured = new(() => Captured("simulated", Simulation));
    static readonly Lazy<StudyState> OnceImported = new(() => Imported(shift: 0));

    /// <summary>48 simulated people through the laboratory and follow-up, locked, the plan run.</summary>
    public static StudyState SimulatedRun => OnceCaptured.Value;

    /// <summary>60 people of an imported cohort, locked, the plan run.</summary>
    public static StudyState ImportedRun => OnceImported.Value;

    public static JournalStamp Stamp(StudyState study) => new(study.Position, TextHash.Sha256($"seal {study.Position}"));

    public static StudyReport Report(StudyState study) => StudyReport.Of(study, Stamp(study));

    /// <param name="planFirst">False freezes the plan after marker and outcome were seen together.</param>
    public static StudyState Captured(string key, Simulation? simulation, bool planFirst = true)
    {
        var draws = new Random(7);
        var study = new SmallStudy(key, simulation);
        if (planFirst)
            study.FreezePlan();

        var tubes = new List<(AliquotId, double)>();
        for (var number = 0; number < EnrolledPeople; number++)
        {
            var on = FirstDay.AddDays(6 * number);
            var participant = study.Enrol(30 + draws.Next(45), number % 3 == 0 ? Sex.Male : Sex.Female, on);
            var marker = Math.Round(Math.Exp(2.6 + 0.8 * Normal(draws)), 3);
            Baseline(study, participant, on, draws, marker);
            if (number % 16 != 5) // three people whose marrow was never drawn
                tubes.Add((study.Draw(participant, on), marker));
            Outcome(study, participant, on, draws, marker);
        }

        var failed = study.Screen(61, Sex.Female, FirstDay.AddDays(3), failing: "I2");
        study.Do(new JudgeEligibility(failed, FirstDay.AddDays(3)));

        foreach (var (plate, chunk) in tubes.Chunk(30).Index())
            study.Measure($"leptin_p{plate + 1}.txt", chunk);
        if (!planFirst)
        {
            study.Do(new SeeJoinedData("dataset"));
            study.FreezePlan();
        }

        study.Do(new LockDatabase(LockDay, "Follow-up ended on the data cut-off"));
        study.Do(new RunPlan());
        return study.State;
    }

    static void Baseline(SmallStudy study, Participant participant, DateOnly on, Random draws, double marker)
    {
        study.Fill(participant, "BL", on, "DM", ("height_cm", "168"), ("weight_kg", "64"),
            ("bmi", Text(Math.Round(18 + 2.5 * Math.Log(marker) + 2 * draws.NextDouble(), 1))), ("ecog", Text(draws.Next(3))));
        study.Fill(participant, "BL", on, "DX", ("diagnosed_on", Iso(on)), ("aml_type", "DE_NOVO"),
            ("marrow_blasts", Text(20 + draws.Next(75))),
            ("eln2022", new[] { "FAVORABLE", "INTERMEDIATE", "ADVERSE" }[draws.Next(3)]));
        study.Fill(participant, "BL", on, "LB", ("drawn_on", Iso(on)), ("wbc", Text(Math.Round(1 + 80 * draws.NextDouble(), 1))),
            ("platelets", Text(10 + draws.Next(200))), ("haemoglobin", Text(60 + draws.Next(60))));
        study.Fill(participant, "IND1", on.AddDays(1), "TX", ("first_dose_on", Iso(on.AddDays(1))), ("regimen", "DA"));
    }

    static void Outcome(SmallStudy study, Participant participant, DateOnly on, Random draws, double marker)
    {
        var resistant = draws.NextDouble() < 1 / (1 + Math.Exp(1.2 - 0.47 * Math.Log2(marker / 13)));
        study.Fill(participant, "EOI1", on.AddDays(30), "RESP", ("assessed_on", Iso(on.AddDays(30))),
            ("category", resistant ? "REFRACTORY" : draws.Next(4) == 0 ? "CRi" : "CR"));
        var days = 40 + (int)(-420 * Math.Log(1 - draws.NextDouble()) * Math.Pow(1.35, -Math.Log2(marker / 13)));
        var end = LockDay.DayNumber - on.DayNumber - 1;
        if (days < end)
            study.Fill(participant, "DTH", on.AddDays(days), "DTH", ("died_on", Iso(on.AddDays(days))), ("cause", "LEUKEMIA"));
        else
            study.Fill(participant, "FU6", on.AddDays(end), "FU", ("seen_on", Iso(on.AddDays(end))), ("status", "ALIVE_IN_REMISSION"));
    }

    /// <param name="shift">Added to one person's marker, to see that a changed value shows.</param>
    public static StudyState Imported(int shift, Simulation? simulation = null)
    {
        var draws = new Random(11);
        var study = new SmallStudy("tcga-laml", simulation, "tcga-laml");
        study.FreezePlan("tcga-laml");
        study.Do(new ImportCohort(new ImportedCohort(
            "tcga_laml.csv", TextHash.Sha256("tcga_laml.csv"),
            new("TCGA-LAML open-access tier", "TCGA-LAML 开放数据"), "TCGA open-access tier",
            "The Cancer Genome Atlas Research Network. N Engl J Med 2013;368:2059–2074. doi:10.1056/NEJMoa1301689",
            [new("For some people the follow-up time is 0 days.", "部分受试者随访时间为 0 天。"), new("FAB M3 is among them.", "包含 FAB M3。")],
            [.. Enumerable.Range(1, 60).Select(number => Person(number, draws, number == 1 ? shift : 0))])));
        study.Do(new LockDatabase(new DateOnly(2026, 1, 5), "The file is final"));
        study.Do(new RunPlan());
        return study.State;
    }

    static ImportedPerson Person(int number, Random draws, int shift)
    {
        var marker = draws.Next(0, 25) + shift;
        var days = number % 20 == 0 ? 0 : (int)(-700 * Math.Log(1 - draws.NextDouble()));
        var covariates = new Dictionary<string, string>
        {
            ["npm1"] = Text(draws.Next(2)), ["flt3"] = Text(draws.Next(2)), ["tp53"] = Text(draws.Next(4) / 3), ["fab"] = $"M{draws.Next(8)}",
        };
        if (number % 25 == 0)
            covariates.Remove("fab");
        var times = ImmutableSortedDictionary.Create<string, ImportedTime>(StringComparer.Ordinal);
        return new ImportedPerson($"TCGA-{number:000}", marker,
            number % 15 == 0 ? times : times.Add("OS", new ImportedTime(days, draws.Next(3) > 0)),
            covariates.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    static double Normal(Random draws) =>
        Math.Sqrt(-2 * Math.Log(1 - draws.NextDouble())) * Math.Cos(2 * Math.PI * draws.NextDouble());
}

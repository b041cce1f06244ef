using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Randomness;
using Medulla.Study.Capture;
using Medulla.Study.Participants;

namespace Medulla.Workspace.Demo;

/// <summary>Forms of simulated people, as somebody would type them in.</summary>
static class SimulatedForms
{
    public static SaveForm Body(ParticipantId id, SimulatedPerson person, RandomStream random) => Form(id, "BL", "DM",
        ("height_cm", Text(person.HeightCm, 0)),
        ("weight_kg", Text(person.BodyMassIndex * person.HeightCm * person.HeightCm / 10000, 1)),
        ("bmi", Text(person.BodyMassIndex, 1)),
        ("ecog", Text(random.NextBelow(3), 0)),
        ("diabetes", Flag(random, 0.12)),
        ("steroid_14d", Flag(random, 0.08)),
        ("hydroxyurea", Flag(random, 0.25)),
        ("fasting_hours", Text(8 + random.NextBelow(6), 0)));

    public static SaveForm Diagnosis(ParticipantId id, SimulatedPerson person, RandomStream random)
    {
        string[] types = ["M0", "M1", "M2", "M2", "M4", "M5", "M5"];
        return Form(id, "BL", "DX",
            ("diagnosed_on", Day(person.ScreenedOn)),
            ("aml_type", random.NextEvent(0.85) ? "DE_NOVO" : "SECONDARY"),
            ("fab", types[random.NextBelow(types.Length)]),
            ("marrow_blasts", Text(person.MarrowBlasts, 0)),
            ("eln2022", person.Risk));
    }

    /// <summary>Mostly one form; now and then a slip that an edit check questions and that is then corrected.</summary>
    public static IEnumerable<SaveForm> BaselineBlood(
        ParticipantId id, SimulatedPerson person, DateOnly day, RandomStream random)
    {
        var form = Blood(id, "BL", day, Math.Max(0, person.MarrowBlasts - 15), random);
        if (!random.NextEvent(0.03))
        {
            yield return form;
            yield break;
        }

        var gramsPerLitre = decimal.Parse(form.Raw["haemoglobin"], CultureInfo.InvariantCulture);
        yield return form with { Raw = form.Raw.SetItem("haemoglobin", (gramsPerLitre / 10).ToString(CultureInfo.InvariantCulture)) };
        yield return Form(id, "BL", "LB", ("haemoglobin", form.Raw["haemoglobin"])) with
        {
            Reason = "typed in g/dL; the laboratory report says g/L",
        };
    }

    /// <param name="blastsPercent">About which blasts in blood scatter; 0 for none.</param>
    public static SaveForm Blood(ParticipantId id, string visit, DateOnly day, double blastsPercent, RandomStream random)
    {
        var recovered = blastsPercent == 0;
        return Form(id, visit, "LB",
            ("drawn_on", Day(day)),
            ("wbc", Text(Math.Clamp(Math.Exp(random.NextNormal(recovered ? 1.4 : 2.6, recovered ? 0.4 : 1.2)), 0.6, 280), 1)),
            ("anc", Text(Math.Clamp(Math.Exp(random.NextNormal(recovered ? 0.8 : 0.3, 0.7)), 0.1, 20), 2)),
            ("platelets", Text(Math.Clamp(Math.Exp(random.NextNormal(recovered ? 5.0 : 3.9, 0.5)), 8, 450), 0)),
            ("haemoglobin", Text(Math.Clamp(random.NextNormal(recovered ? 98 : 82, 15), 45, 140), 0)),
            ("blood_blasts", Text(recovered ? 0 : Math.Clamp(blastsPercent + random.NextNormal(0, 15), 0, 95), 0)),
            ("ldh", Text(Math.Exp(random.NextNormal(recovered ? 5.3 : 5.9, 0.4)), 0)),
            ("creatinine", Text(Math.Clamp(random.NextNormal(70, 14), 35, 160), 0)),
            ("bilirubin", Text(Math.Clamp(random.NextNormal(12, 4), 4, 40), 1)),
            ("alt", Text(Math.Exp(random.NextNormal(3.2, 0.5)), 0)),
            ("ast", Text(Math.Exp(random.NextNormal(3.2, 0.4)), 0)),
            ("albumin", Text(Math.Clamp(random.NextNormal(37, 4), 24, 50), 1)),
            ("crp", Text(Math.Exp(random.NextNormal(recovered ? 1.6 : 2.8, 1.0)), 1)),
            ("glucose", Text(Math.Clamp(random.NextNormal(5.6, 1.0), 3.5, 13), 1)),
            ("triglycerides", Text(Math.Exp(random.NextNormal(0.35, 0.35)), 2)));
    }

    public static SaveForm Treatment(ParticipantId id, string visit, DateOnly firstDoseOn, RandomStream random)
    {
        string[] regimens = ["IA", "IA", "DA", "HAA", "VEN+AZA"];
        return Form(id, visit, "TX",
            ("first_dose_on", Day(firstDoseOn)),
            ("last_dose_on", Day(firstDoseOn.AddDays(6))),
            ("regimen", regimens[random.NextBelow(regimens.Length)]),
            ("dose_intensity", Text(Math.Clamp(random.NextNormal(0.96, 0.06), 0.7, 1.05), 2)));
    }

    public static SaveForm Response(ParticipantId id, string visit, DateOnly assessedOn, string category, RandomStream random)
    {
        var (blasts, neutrophils, platelets) = category switch
        {
            "CR" => (random.NextUniform() * 4.4, 1.1 + 2.5 * random.NextUniform(), 105 + 120 * random.NextUniform()),
            "CRh" => (random.NextUniform() * 4.4, 0.55 + 0.4 * random.NextUniform(), 55 + 40 * random.NextUniform()),
            "CRi" => (random.NextUniform() * 4.4, 1.1 + random.NextUniform(), 20 + 25 * random.NextUniform()),
            "MLFS" => (random.NextUniform() * 4.4, 0.3 * random.NextUniform(), 10 + 25 * random.NextUniform()),
            "PR" => (6 + 16 * random.NextUniform(), 1.1 + random.NextUniform(), 105 + 60 * random.NextUniform()),
            _ => (26 + 50 * random.NextUniform(), 0.2 + 0.5 * random.NextUniform(), 15 + 40 * random.NextUniform()),
        };
        return category == "NON_EVALUABLE"
            ? Form(id, visit, "RESP", ("assessed_on", Day(assessedOn)), ("category", category))
            : Form(id, visit, "RESP",
                ("assessed_on", Day(assessedOn)), ("category", category), ("marrow_blasts", Text(blasts, 1)),
                ("anc", Text(neutrophils, 2)), ("platelets", Text(platelets, 0)));
    }

    public static SaveForm Relapse(ParticipantId id, DateOnly relapsedOn) =>
        Form(id, "REL", "REL", ("relapse_date", Day(relapsedOn)), ("site", "MARROW"));

    static SaveForm Form(ParticipantId id, string visit, string form, params ReadOnlySpan<(string Item, string Value)> values)
    {
        var raw = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (item, value) in values)
            raw[item] = value;
        return new SaveForm(id, visit, form, raw.ToImmutable());
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Text(double number, int decimals) =>
        Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture);

    static string Flag(RandomStream random, double probability) => random.NextEvent(probability) ? "Y" : "N";
}

using Medulla.Statistics.Randomness;
using Medulla.Study.Participants;

namespace Medulla.Workspace.Demo;

/// <summary>Why a simulated person is not enrolled.</summary>
enum ScreenFailure
{
    None,
    NoCompanion,
    Promyelocytic,
    ViralHepatitis,
    PoorPerformance,
    SeriousInfection,

    /// <summary>Genetics are still awaited: eligibility stays pending.</summary>
    Pending,
}

/// <summary>One person who does not exist: everything about them, before anything is recorded.</summary>
/// <param name="Log2Leptin">True marrow leptin, log2 of ng/mL.</param>
/// <param name="DiedOn">Null when nobody saw it: alive at the data cut-off, or lost to follow-up before.</param>
/// <param name="RelapsedOn">Null when not, or when death or the cut-off came first.</param>
/// <param name="LostAfter">Last contact of a person lost to follow-up; null for others.</param>
sealed record SimulatedPerson(
    int Number, DateOnly ScreenedOn, int AgeYears, Sex Sex, ScreenFailure Failure,
    double BodyMassIndex, double HeightCm, string Risk, double MarrowBlasts, double Log2Leptin,
    string FirstResponse, string? SecondResponse, DateOnly TreatedOn, DateOnly FirstAssessedOn,
    DateOnly? RelapsedOn, DateOnly? DiedOn, DateOnly? LostAfter)
{
    public bool RespondedFirst => FirstResponse is "CR" or "CRh" or "CRi";

    public bool Responded => RespondedFirst || SecondResponse is "CR" or "CRh" or "CRi";

    /// <summary>Draws one person; the same seed and number give the same person on every machine.</summary>
    public static SimulatedPerson Draw(int number, DateOnly screenedOn, SimulationRules rules)
    {
        var random = new RandomStream((ulong)rules.Seed, (ulong)number);
        var sex = random.NextEvent(0.48) ? Sex.Female : Sex.Male;
        var age = (int)Math.Clamp(Math.Round(random.NextNormal(53, 14)), 18, 84);
        var bodyMassIndex = Math.Round(Math.Clamp(random.NextNormal(23.4, 3.1), 16, 38), 1);
        var height = Math.Round(random.NextNormal(sex == Sex.Male ? 169 : 158, 5.5));
        var risk = Pick(random.NextUniform(), (0.32, "FAVORABLE"), (0.34, "INTERMEDIATE"), (0.34, "ADVERSE"));
        var failure = Failed(random.NextUniform());

        // Leptin rises with body fat and is higher in women, as published; the rest is scatter.
        var log2Leptin = rules.ReferenceLog2 + (sex == Sex.Female ? 0.4 : -0.4)
            + 0.10 * (bodyMassIndex - 23.4) + random.NextNormal(0, 0.95);
        var doublings = log2Leptin - rules.ReferenceLog2;
        var (riskLogOdds, riskHazard) = risk switch
        {
            "FAVORABLE" => (-0.8, 0.55),
            "ADVERSE" => (0.8, 1.7),
            _ => (0.0, 1.0),
        };

        var treatedOn = screenedOn.AddDays(3 + random.NextBelow(4));
        var failsOdds = Math.Exp(-1.25 + riskLogOdds + doublings * Math.Log(rules.OddsRatioPerDoubling));
        var failsFirst = random.NextEvent(failsOdds / (1 + failsOdds));
        var hazardPerDay = Math.Log(2) / rules.MedianSurvivalDays
            * riskHazard * Math.Pow(rules.HazardRatioPerDoubling, doublings);
        var deathDay = (int)Math.Ceiling(random.NextExponential(1 / hazardPerDay));
        var relapseDay = 60 + (int)Math.Ceiling(random.NextExponential(1 / (0.9 * hazardPerDay)));

        var assessedOn = treatedOn.AddDays(26 + random.NextBelow(10));
        var firstKind = random.NextUniform();
        var secondKind = random.NextUniform();
        var lostAfter = random.NextEvent(0.05) ? assessedOn.AddDays(45 + random.NextBelow(150)) : (DateOnly?)null;
        var enrolledOn = treatedOn.AddDays(-1);
        var diedOn = Within(enrolledOn.AddDays(deathDay), rules.DataCutoff);
        // Whoever is lost is lost whatever would have come: a censoring that knew of deaths would bend the planted effect.
        if (lostAfter < diedOn)
            diedOn = null;
        else if (diedOn is not null)
            lostAfter = null;
        if (diedOn <= assessedOn)
            assessedOn = diedOn.Value;
        var firstResponse = diedOn <= assessedOn ? "NON_EVALUABLE"
            : failsFirst ? Pick(firstKind, (0.30, "PR"), (0.10, "MLFS"), (0.60, "NO_RESPONSE"))
            : Pick(firstKind, (0.78, "CR"), (0.11, "CRh"), (0.11, "CRi"));
        var secondOn = assessedOn.AddDays(38);
        var secondResponse = failsFirst && firstResponse != "NON_EVALUABLE" && !(diedOn <= secondOn) && secondOn <= rules.DataCutoff
            ? Pick(secondKind, (0.40, "CR"), (0.10, "CRi"), (0.50, "REFRACTORY"))
            : null;

        var person = new SimulatedPerson(
            number, screenedOn, age, sex, failure, bodyMassIndex, height, risk,
            Math.Round(Math.Clamp(random.NextNormal(58, 20), 21, 96)), log2Leptin,
            firstResponse, secondResponse, treatedOn, assessedOn, null, diedOn, lostAfter);
        var relapsedOn = Within(treatedOn.AddDays(relapseDay), rules.DataCutoff);
        return person.Responded && relapsedOn < (diedOn ?? DateOnly.MaxValue)
            && !(person.LostAfter < relapsedOn) && relapsedOn > secondOn
            ? person with { RelapsedOn = relapsedOn }
            : person;
    }

    static DateOnly? Within(DateOnly day, DateOnly cutoff) => day <= cutoff ? day : null;

    static ScreenFailure Failed(double uniform) => uniform switch
    {
        < 0.040 => ScreenFailure.NoCompanion,
        < 0.085 => ScreenFailure.Promyelocytic,
        < 0.150 => ScreenFailure.ViralHepatitis,
        < 0.170 => ScreenFailure.PoorPerformance,
        < 0.195 => ScreenFailure.SeriousInfection,
        < 0.215 => ScreenFailure.Pending,
        _ => ScreenFailure.None,
    };

    static string Pick(double uniform, params ReadOnlySpan<(double Share, string Value)> choices)
    {
        var sum = 0.0;
        foreach (var (share, value) in choices)
            if (uniform < (sum += share))
                return value;
        return choices[^1].Value;
    }
}

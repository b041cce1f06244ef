using System.Collections.Immutable;
using Medulla.Figures.Recipes;

namespace Medulla.Figures.Tests.Examples;

/// <summary>ROC and forest inputs; every number is simulated.</summary>
static class ModelExamples
{
    public static RocInput Roc()
    {
        var draws = new SimulatedDraws(21);
        var people = Enumerable.Range(0, 72)
            .Select(person => (Score: Math.Round(draws.Normal() + (person < 25 ? 1.3 : 0), 1), Positive: person < 25)).ToList();
        var (truePositives, falsePositives) = (0, 0);
        var curve = ImmutableArray.CreateBuilder<RocPoint>();
        curve.Add(new(0, 0));
        foreach (var tied in people.GroupBy(person => person.Score).OrderByDescending(group => group.Key))
        {
            truePositives += tied.Count(person => person.Positive);
            falsePositives += tied.Count(person => !person.Positive);
            curve.Add(new(falsePositives / 47.0, truePositives / 25.0));
        }

        return new()
        {
            Key = "roc",
            Title = new("Marrow leptin against complete remission", "骨髓瘦素与完全缓解"),
            Curve = curve.ToImmutable(),
            Band = [.. Enumerable.Range(0, 41).Select(step => step / 40.0).Select(rate => new RocBandPoint(
                rate, Math.Max(0, SensitivityAt(curve, rate) - 0.2), Math.Min(1, SensitivityAt(curve, rate) + 0.18)))],
            Area = new(0.83, 0.73, 0.93),
            PositiveName = new("No remission", "未缓解"),
            Positives = 25,
            NegativeName = new("remission", "缓解"),
            Negatives = 47,
            Cutpoint = new("> 21.5", new("pre-specified", "预先规定"), new(18, 25, 0.52, 0.86), new(39, 47, 0.70, 0.91)),
            Simulated = true,
        };
    }

    public static ForestInput Forest() => new()
    {
        Key = "forest",
        Title = new("Overall survival, multivariable model", "总生存多因素模型"),
        RatioName = new("Hazard ratio", "风险比"),
        RatioShortName = Bilingual.Same("HR"),
        BelowOne = new("lower risk", "风险较低"),
        AboveOne = new("higher risk", "风险较高"),
        Rows =
        [
            new ForestRow.Term(new("Leptin, per doubling", "瘦素，每增加一倍"), 82, 59, new(1.34, 1.02, 1.77, 0.036), IsLevel: false),
            new ForestRow.Heading(new("ELN 2022 risk", "ELN 2022 危险度")),
            new ForestRow.Reference(new("Favourable", "低危"), 28, 14),
            new ForestRow.Term(new("Intermediate", "中危"), 29, 21, new(2.38, 1.37, 4.14, 0.002)),
            new ForestRow.Term(new("Adverse", "高危"), 25, 24, new(4.87, 2.40, 27.9, 0.0003)),
            new ForestRow.Term(new("Age, per 10 years", "年龄，每 10 岁"), 82, 59, new(1.15, 0.77, 1.70, 0.50), IsLevel: false),
            new ForestRow.Heading(new("Sex", "性别")),
            new ForestRow.Reference(new("Female", "女"), 36, 26),
            new ForestRow.Term(new("Male", "男"), 46, 33, new(0.91, 0.57, 1.44, 0.68)),
            new ForestRow.Heading(new("FLT3-ITD", "FLT3-ITD")),
            new ForestRow.Reference(new("Absent", "无"), 80, 57),
            new ForestRow.Term(new("Present", "有"), 2, 2, null),
        ],
        Simulated = true,
    };

    static double SensitivityAt(IReadOnlyList<RocPoint> curve, double rate) =>
        curve.Last(point => point.FalsePositiveRate <= rate + 1e-9).Sensitivity;
}

using System.Collections.Immutable;
using Medulla.Figures.Recipes;

namespace Medulla.Figures.Tests.Examples;

/// <summary>Inputs a study of marrow leptin would make; every number is simulated.</summary>
static class StudyExamples
{
    public static FlowInput Flow() => new()
    {
        Key = "flow",
        Title = new("Participants through the study", "受试者流程"),
        Stages =
        [
            new(new("Screened", "筛选"), 103, new(new("Excluded", "排除"),
            [
                new(new("Acute promyelocytic leukaemia", "急性早幼粒细胞白血病"), 7),
                new(new("Refused consent", "未签署知情同意"), 6),
                new(new("Received chemotherapy before sampling", "采样前已接受化疗"), 4),
            ])),
            new(new("Enrolled", "入组"), 86, new(new("Not analysed", "未纳入分析"),
            [
                new(new("Marrow aspirate clotted", "骨髓标本凝固"), 3),
                new(new("Withdrew consent", "撤回知情同意"), 1),
            ]), Target: "/participants"),
            new(new("Analysed for overall survival", "纳入总生存分析"), 82),
        ],
        Arms =
        [
            new(new("Leptin above the median", "瘦素高于中位数"), 41, [new(new("Deaths", "死亡"), 24)]),
            new(new("Leptin at or below the median", "瘦素不高于中位数"), 41, [new(new("Deaths", "死亡"), 17)]),
        ],
        Simulated = true,
    };

    public static MarkerByGroupInput MarkerByGroup() => new()
    {
        Key = "leptin-by-response",
        Title = new("Marrow leptin by response", "按疗效分组的骨髓瘦素"),
        Marker = new("Marrow leptin", "骨髓瘦素"),
        Unit = "ng/mL",
        Groups =
        [
            Group(new("Complete remission", "完全缓解"), 48, 2.9, 11, below: 3),
            Group(new("No remission", "未缓解"), 35, 2.6, 12, below: 1),
        ],
        Comparison = new(new("ratio", "比值"), new(1.01, 0.76, 1.34), 0.95),
        LowerLimit = 2,
        Simulated = true,
    };

    public static MarkerDistributionInput Distribution()
    {
        var group = Group(new("All", "全部"), 82, 2.8, 13, below: 4);
        return new()
        {
            Key = "leptin-distribution",
            Title = new("Distribution of marrow leptin", "骨髓瘦素的分布"),
            Marker = new("Marrow leptin", "骨髓瘦素"),
            Unit = "ng/mL",
            Values = group.Values,
            BelowLimit = group.BelowLimit,
            LowerLimit = 2,
            Quartiles = group.Quartiles,
            Simulated = true,
        };
    }

    public static MarkerGroup Group(Bilingual name, int count, double logMean, uint seed, int below = 0)
    {
        var draws = new SimulatedDraws(seed);
        var values = Enumerable.Range(0, count).Select(_ => Math.Max(2.05, Math.Exp(logMean + 0.75 * draws.Normal()))).ToList();
        var ordered = values.Order().ToList();
        double? At(double share) => count == 0 ? null : ordered[(int)(share * (count - 1))];
        return new()
        {
            Name = name,
            Values = [.. values.Select((value, place) => new MarkerValue(value, Person(seed, place, value)))],
            BelowLimit = [.. Enumerable.Range(900, below).Select(place => Person(seed, place, null))],
            Quartiles = new(At(0.25), At(0.5), At(0.75)),
            Whiskers = count < 5 ? null : (At(0.02)!.Value, At(0.98)!.Value),
        };
    }

    static Mark Person(uint seed, int place, double? value)
    {
        var number = FormattableString.Invariant($"MED-{seed}{place:000}");
        return new(value is null ? $"{number}: below 2 ng/mL" : FormattableString.Invariant($"{number}: {value:0.0} ng/mL"),
            $"/results/{number}");
    }
}

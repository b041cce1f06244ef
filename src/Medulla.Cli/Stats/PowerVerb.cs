using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Design;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats power</c></summary>
static class PowerVerb
{
    const double UsualPower = 0.8;

    static readonly string[] Designs =
        ["hazard-ratio", "freedman", "cox-marker", "auc", "proportions", "t", "correlation", "logistic", "sensitivity", "response"];

    public static Verb Power()
    {
        var design = StatsInputs.OneOf("--design", "Which question", "研究问题", true, Designs);
        Dictionary<string, Option<double?>> numbers = new(StringComparer.Ordinal)
        {
            ["hazard-ratio"] = Number("hazard-ratio", "Between groups, or per unit of the marker", "组间或每单位标志物的风险比"),
            ["share"] = Number("share", "Participants in one of two groups; else 0.5", "其中一组所占比例；缺省 0.5"),
            ["sd"] = Number("sd", "Standard deviation; else 1", "标准差；缺省 1"),
            ["r2"] = Number("r2", "R² of the marker on other covariates; else 0", "标志物被其他变量解释的 R²；缺省 0"),
            ["auc"] = Number("auc", "Expected area", "预期 AUC"),
            ["null-auc"] = Number("null-auc", "Area to be excluded; else 0.5", "欲排除的 AUC；缺省 0.5"),
            ["controls-per-case"] = Number("controls-per-case", "Else 1", "每例病例的对照数；缺省 1"),
            ["p1"] = Number("p1", "Share in one group; of responses, expected", "一组的比例；或预期缓解率"),
            ["p2"] = Number("p2", "Share in the other; of responses, to be excluded", "另一组的比例；或欲排除的缓解率"),
            ["difference"] = Number("difference", "Of the means", "均数之差"),
            ["correlation"] = Number("correlation", "Expected", "预期相关系数"),
            ["odds-ratio"] = Number("odds-ratio", "Per standard deviation of the marker", "标志物每增加一个标准差的比值比"),
            ["prevalence"] = Number("prevalence", "Of the outcome", "结局的比例"),
            ["sensitivity"] = Number("sensitivity", "Expected", "预期灵敏度"),
            ["half-width"] = Number("half-width", "Of the interval", "置信区间半宽"),
            ["alpha"] = Number("alpha", "Level of the test; else 0.05", "检验水准；缺省 0.05"),
            ["power"] = Number("power", "Wanted; else 0.8", "所需把握度；缺省 0.8"),
            ["size"] = Number("size", "Instead of --power: the power of this size", "代替 --power：求该样本量的把握度"),
        };
        return StatsVerb.WithoutTable("power", "Sample size for a power, or power of a sample size", "样本量与把握度",
            "medulla stats power --design hazard-ratio --hazard-ratio 0.6 --power 0.9", [design, .. numbers.Values],
            call =>
            {
                double? Given(string name) => call.Given(numbers[name]);
                double Needed(string name) => Given(name)
                    ?? throw new StatsQuestionException($"Found no --{name}. Expected it for --design {call.Of(design)}.");
                return Answer(call.Of(design), Given, Needed);
            });
    }

    static Option<double?> Number(string name, string en, string zh) => Inputs.OptionalNumber("--" + name, "N", en, zh);

    static StatsAnswer Answer(string name, Func<string, double?> given, Func<string, double> needed)
    {
        var alpha = given("alpha") ?? 0.05;
        if (name == "sensitivity")
            return Sensitivity(new SensitivityDesign(needed("sensitivity"), needed("prevalence"), 1 - alpha), needed("half-width"));
        if (name == "response")
            return Response(given, needed, alpha);
        SampleSizeDesign design = name switch
        {
            "hazard-ratio" => new SchoenfeldDesign(needed("hazard-ratio"), given("share") ?? 0.5) { Alpha = alpha },
            "freedman" => new FreedmanDesign(needed("hazard-ratio"), given("share") ?? 0.5) { Alpha = alpha },
            "cox-marker" => new HsiehLavoriDesign(needed("hazard-ratio"), given("sd") ?? 1, given("r2") ?? 0) { Alpha = alpha },
            "auc" => new HanleyMcNeilDesign(needed("auc"), given("null-auc") ?? 0.5, given("controls-per-case") ?? 1) { Alpha = alpha },
            "proportions" => new TwoProportionsDesign(needed("p1"), needed("p2")) { Alpha = alpha },
            "t" => new TTestDesign(needed("difference"), given("sd") ?? 1) { Alpha = alpha },
            "correlation" => new CorrelationDesign(needed("correlation")) { Alpha = alpha },
            _ => new LogisticDesign(needed("prevalence"), needed("odds-ratio"), given("r2") ?? 0) { Alpha = alpha },
        };
        if (given("size") is not null && given("power") is not null)
            throw new StatsQuestionException("Found --size and --power. Expected one of them.");
        var power = given("size") is { } asked ? design.PowerAt(asked) : given("power") ?? UsualPower;
        var size = given("size") ?? design.SizeFor(power);
        return Of(name, design.Unit, design.Convention, alpha, size, given("size") is null ? design.WholeSize(power) : size, power);
    }

    static StatsAnswer Of(string name, string unit, string convention, double alpha, double size, double whole,
        double power) => new(
        new($"Design {name}, level {StatsNumbers.Exact(alpha)}", $"设计 {name}，检验水准 {StatsNumbers.Exact(alpha)}"),
        [new StatsTable(
            [new($"SIZE ({unit})", $"样本量（{unit}）"), new("FORMULA GIVES", "公式值"), new("POWER %", "把握度%")],
            [[StatsNumbers.Whole(whole), StatsNumbers.Whole(size), StatsNumbers.Percent(power)]])],
        [], [convention],
        new JsonObject
        {
            ["design"] = name,
            ["unit"] = unit,
            ["alpha"] = StatsJson.Of(alpha),
            ["size"] = StatsJson.Of(size),
            ["wholeSize"] = StatsJson.Of(whole),
            ["power"] = StatsJson.Of(power),
        });

    static StatsAnswer Sensitivity(SensitivityDesign design, double halfWidth)
    {
        var (cases, participants) = (design.CasesFor(halfWidth), design.ParticipantsFor(halfWidth));
        return new StatsAnswer(
            new(string.Create(CultureInfo.InvariantCulture, $"Sensitivity {design.Sensitivity} within ± {halfWidth}"),
                string.Create(CultureInfo.InvariantCulture, $"灵敏度 {design.Sensitivity}，精度 ± {halfWidth}")),
            [new StatsTable([new("CASES", "病例"), new("PARTICIPANTS", "参与者")],
                [[StatsNumbers.Whole(Math.Ceiling(cases)), StatsNumbers.Whole(Math.Ceiling(participants))]])],
            [], [SensitivityDesign.Convention],
            new JsonObject
            {
                ["design"] = "sensitivity",
                ["level"] = StatsJson.Of(design.Level),
                ["halfWidth"] = StatsJson.Of(halfWidth),
                ["cases"] = StatsJson.Of(cases),
                ["participants"] = StatsJson.Of(participants),
            });
    }

    static StatsAnswer Response(Func<string, double?> given, Func<string, double> needed, double alpha)
    {
        var design = given("size") is { } size
            ? new ExactBinomialDesign((int)Math.Clamp(size, 1, 1_000_000), needed("p2"), alpha)
            : ExactBinomialDesign.For(given("power") ?? UsualPower, needed("p1"), needed("p2"), alpha);
        var power = design.PowerAt(needed("p1"));
        return new StatsAnswer(
            new("Responses in one group, exact binomial, one-sided", "单组缓解率，精确二项检验（单侧）"),
            [new StatsTable([new("PARTICIPANTS", "参与者"), new("RESPONSES NEEDED", "所需缓解数"), new("POWER %", "把握度%"), new("ACTUAL LEVEL", "实际水准")],
                [[StatsNumbers.Whole(design.Participants), StatsNumbers.Whole(design.Responses),
                    StatsNumbers.Percent(power), StatsNumbers.Number(design.ActualAlpha)]])],
            [], [ExactBinomialDesign.Convention],
            new JsonObject
            {
                ["design"] = "response",
                ["participants"] = design.Participants,
                ["responses"] = design.Responses,
                ["actualAlpha"] = StatsJson.Of(design.ActualAlpha),
                ["power"] = StatsJson.Of(power),
            });
    }
}

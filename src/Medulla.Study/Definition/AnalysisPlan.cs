using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>The statistical analysis plan as data: what will be computed, decided before the data are seen.</summary>
/// <param name="ConfidenceLevel">Such as 0.95.</param>
/// <param name="Baseline">Columns of the baseline table.</param>
/// <param name="Limits">What this study cannot show, in words; printed in the report.</param>
public sealed record AnalysisPlan(
    string Id, int Version, Bilingual Title, double ConfidenceLevel, MarkerRule Marker,
    ImmutableArray<GroupRule> Groups, ImmutableArray<Covariate> Baseline,
    ImmutableArray<PlannedAnalysis> Analyses, ImmutableArray<Bilingual> Limits)
{
    public GroupRule? FindGroups(string code) => Groups.FirstOrDefault(groups => groups.Code == code);

    public Covariate? FindCovariate(string code) => Baseline.FirstOrDefault(covariate => covariate.Code == code);
}

/// <summary>Which measured value is the marker.</summary>
/// <param name="Assay">Code of the assay; null when the marker comes with an imported cohort.</param>
/// <param name="Log2">Analysed as log2: an effect is then per doubling.</param>
/// <param name="ImportedColumn">Column of an imported cohort; null when the marker is measured here.</param>
public sealed record MarkerRule(
    Bilingual Name, string Unit, string? Assay, string? SpecimenKind, string? Visit, string? ImportedColumn, bool Log2);

/// <summary>Groups by the marker, fixed before the data are seen: never a cutpoint looked for.</summary>
/// <param name="Quantiles">Cuts as quantiles (type 7) of the analysed values, such as 0.5 for the median.</param>
/// <param name="Labels">One more than cuts, lowest group first.</param>
public sealed record GroupRule(string Code, Bilingual Name, ImmutableArray<double> Quantiles, ImmutableArray<Bilingual> Labels);

/// <summary>A column beside the marker: an item of a form at a visit, or a column of an imported cohort.</summary>
/// <remarks>
/// Two codes are reserved for what screening knows of every participant and no form repeats: <see cref="Age"/> in years
/// and <see cref="Sex"/> with the levels Female and Male. They have neither form nor column, unless a cohort brings them.
/// </remarks>
/// <param name="Levels">Codes of a categorical column, the reference first; empty for a number.</param>
public sealed record Covariate(
    string Code, Bilingual Name, string? Unit, string? Form, string? Item, string? Visit, string? ImportedColumn,
    ImmutableArray<Code> Levels)
{
    public const string Age = "age";
    public const string Sex = "sex";

    /// <summary>A number rather than categories.</summary>
    public bool IsNumeric => Levels.IsEmpty;

    /// <summary>Known from screening: see the remarks.</summary>
    public bool IsOfParticipant => Form is null && ImportedColumn is null;
}

public enum AnalysisFamily
{
    /// <summary>The one pre-specified test.</summary>
    Confirmatory,
    Exploratory,
}

/// <summary>One analysis of the plan.</summary>
/// <param name="Id">Such as <c>Q1</c>; results are found by it.</param>
public abstract record PlannedAnalysis(string Id, AnalysisFamily Family, Bilingual Question)
{
    /// <summary>Marker by a binary endpoint: Wilcoxon rank sum with Hodges–Lehmann shift.</summary>
    public sealed record RankSum(string Id, AnalysisFamily Family, Bilingual Question, string Endpoint)
        : PlannedAnalysis(Id, Family, Question);

    /// <summary>Discrimination of a binary endpoint's unfavourable outcome by the marker: ROC with DeLong interval.</summary>
    public sealed record Roc(string Id, AnalysisFamily Family, Bilingual Question, string Endpoint)
        : PlannedAnalysis(Id, Family, Question);

    /// <summary>Pre-specified marker groups by a binary endpoint: Fisher's exact test.</summary>
    public sealed record FisherExact(string Id, AnalysisFamily Family, Bilingual Question, string Endpoint, string Groups)
        : PlannedAnalysis(Id, Family, Question);

    /// <summary>A time-to-event endpoint by pre-specified groups: Kaplan–Meier and log-rank.</summary>
    public sealed record KaplanMeier(string Id, AnalysisFamily Family, Bilingual Question, string Endpoint, string Groups)
        : PlannedAnalysis(Id, Family, Question);

    /// <summary>A time-to-event endpoint on the continuous marker and covariates: Cox, Efron ties.</summary>
    public sealed record Cox(
        string Id, AnalysisFamily Family, Bilingual Question, string Endpoint, ImmutableArray<string> Covariates)
        : PlannedAnalysis(Id, Family, Question);

    /// <summary>The marker against a numeric covariate: Spearman.</summary>
    public sealed record Spearman(string Id, AnalysisFamily Family, Bilingual Question, string Covariate)
        : PlannedAnalysis(Id, Family, Question);
}

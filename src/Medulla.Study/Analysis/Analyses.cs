namespace Medulla.Study.Analysis;

public sealed record Analyses
{
    public static Analyses Empty { get; } = new();
}

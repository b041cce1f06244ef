using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>A piece of a section, in reading order.</summary>
public abstract record ReportBlock
{
    private ReportBlock() { }

    public sealed record Paragraph(ReportText Text) : ReportBlock;

    public sealed record Items(ImmutableArray<ReportText> Texts) : ReportBlock;

    /// <summary>Something a reader must not miss.</summary>
    public sealed record Notice(NoticeTone Tone, Bilingual Heading, ImmutableArray<ReportText> Texts) : ReportBlock;

    /// <summary>Names and what stands behind them.</summary>
    public sealed record Facts(ImmutableArray<ReportFact> Entries) : ReportBlock;

    public sealed record Table(ReportTable Content) : ReportBlock;

    public sealed record Drawing(ReportFigure Figure) : ReportBlock;

    /// <summary>One analysis of the plan with everything that has to be said of it.</summary>
    /// <param name="Id">As the plan numbers it.</param>
    /// <param name="Labels">Family, post hoc, simulated: never empty.</param>
    /// <param name="People">How many were analysed and how many left out.</param>
    /// <param name="Planted">The simulation's own answer; null for real participants.</param>
    public sealed record Result(
        string Id, Bilingual Question, ImmutableArray<Bilingual> Labels, ReportText People, ReportText? Planted,
        ImmutableArray<ReportBlock> Blocks) : ReportBlock;

    /// <summary>This block and every block within.</summary>
    public IEnumerable<ReportBlock> WithInner =>
        this is Result result ? [this, .. result.Blocks.SelectMany(block => block.WithInner)] : [this];
}

public enum NoticeTone
{
    /// <summary>Invented participants.</summary>
    Simulated,

    /// <summary>Weakens what the report can claim.</summary>
    Caution,

    Information,
}

/// <param name="Anchor">Id of the entry; null when nothing points at it.</param>
public sealed record ReportFact(Bilingual Name, ReportText Value, string? Anchor = null);

/// <param name="Id">Of its heading.</param>
public sealed record ReportSection(string Id, Bilingual Heading, ImmutableArray<ReportBlock> Blocks);

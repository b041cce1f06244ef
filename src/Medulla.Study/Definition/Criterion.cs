using Medulla.Figures;

namespace Medulla.Study.Definition;

public enum CriterionKind
{
    Inclusion,
    Exclusion,
}

/// <summary>One criterion of eligibility.</summary>
/// <param name="Id">As the protocol numbers it, such as <c>I1</c> or <c>E4</c>.</param>
/// <param name="Text">The protocol's own words, with their translation.</param>
/// <param name="Guidance">How it is judged here; null when the text says it all.</param>
public sealed record Criterion(string Id, CriterionKind Kind, Bilingual Text, Bilingual? Guidance);

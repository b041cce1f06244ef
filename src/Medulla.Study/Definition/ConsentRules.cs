using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>Who signs informed consent, and to what.</summary>
public sealed record ConsentRules(ImmutableArray<SignerRule> Signers, ImmutableArray<ConsentScope> Scopes)
{
    public SignerRule? FindSigner(string code) => Signers.FirstOrDefault(signer => signer.Code == code);
}

/// <param name="Code">Such as <c>participant</c> or <c>companion</c>.</param>
/// <param name="Relationships">Codes of the relationship to the participant; empty for the participant in person.</param>
public sealed record SignerRule(string Code, Bilingual Label, bool Required, ImmutableArray<Code> Relationships);

/// <summary>A purpose that can be agreed to or not, such as storage for later research.</summary>
public sealed record ConsentScope(string Code, Bilingual Label, bool Required);

/// <summary>One value of a code list.</summary>
public sealed record Code(string Value, Bilingual Label);

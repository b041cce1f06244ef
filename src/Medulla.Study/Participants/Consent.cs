using System.Collections.Immutable;

namespace Medulla.Study.Participants;

/// <summary>Informed consent as it was signed.</summary>
/// <param name="FormVersion">Of the consent form, such as <c>ICF 1.0</c>.</param>
/// <param name="Scopes">Codes of the purposes agreed to.</param>
/// <param name="WithdrawnOn">Null while in force.</param>
public sealed record Consent(
    string FormVersion, DateOnly SignedOn, ImmutableArray<ConsentSignature> Signatures, ImmutableArray<string> Scopes,
    DateOnly? WithdrawnOn = null)
{
    public bool IsInForceOn(DateOnly day) => day >= SignedOn && (WithdrawnOn is not { } withdrawnOn || day < withdrawnOn);
}

/// <summary>That one person signed: the role and the relationship, never the name.</summary>
/// <param name="Signer">Code of the signer's rule, such as <c>companion</c>.</param>
/// <param name="Relationship">Code; null for the participant in person.</param>
public sealed record ConsentSignature(string Signer, string? Relationship, DateOnly SignedOn);

using System.Collections.Immutable;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>Informed consent was signed by everybody who has to sign.</summary>
public sealed record ConsentSigned(
    ParticipantId Participant, string FormVersion, DateOnly SignedOn,
    ImmutableArray<ConsentSignature> Signatures, ImmutableArray<string> Scopes) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(study.Participants[Participant] with
    {
        Consent = new Consent(FormVersion, SignedOn, Signatures, Scopes),
    });
}

/// <summary>Record informed consent with all its signatures.</summary>
public sealed record SignConsent(
    ParticipantId Participant, string FormVersion,
    ImmutableArray<ConsentSignature> Signatures, ImmutableArray<string> Scopes) : IDataCommand
{
    public Decision Decide(StudyState study)
    {
        if (study.FindParticipant(Participant) is not { } participant)
            return Decision.Refuse(ParticipantReading.Unknown(Participant));

        return Decision.Unless(
            [
                .. StatusRefusals(participant),
                .. SignerRefusals(study.Definition.Consent),
                .. DateRefusals(participant, study.Definition),
                .. ScopeRefusals(study.Definition.Consent),
            ],
            () =>
            [
                new ConsentSigned(
                    Participant, FormVersion, Signatures.Max(signature => signature.SignedOn), Signatures, Scopes),
            ]);
    }

    static IEnumerable<Refusal> StatusRefusals(Participant participant)
    {
        if (participant.Consent is { WithdrawnOn: null } consent)
            yield return new("consent-already-signed",
                $"{participant.Label} signed {consent.FormVersion} on {consent.SignedOn:yyyy-MM-dd}. It is in force.",
                $"{participant.Label} 已于 {consent.SignedOn:yyyy-MM-dd} 签署 {consent.FormVersion}，仍然有效。");
        if (participant.Status is ParticipantStatus.Withdrawn or ParticipantStatus.ScreenFailed)
            yield return new("not-in-screening",
                $"{participant.Label} has left the study ({participant.Status}). Consent is no longer taken.",
                $"{participant.Label} 已退出，不再签署知情同意。");
    }

    IEnumerable<Refusal> SignerRefusals(ConsentRules rules)
    {
        foreach (var rule in rules.Signers
                     .Where(rule => rule.Required && Signatures.All(signature => signature.Signer != rule.Code)))
            yield return new("signature-missing",
                $"Found no signature of: {rule.Label.En}. Expected one, as the study's consent requires.",
                $"缺少“{rule.Label.Zh}”的签名，按研究要求必须签署。");

        foreach (var signature in Signatures)
            if (rules.FindSigner(signature.Signer) is not { } rule)
                yield return new("signer-unknown",
                    $"Found signer '{signature.Signer}'. Expected one of: {string.Join(", ", rules.Signers.Select(signer => signer.Code))}.",
                    $"签署人“{signature.Signer}”不在定义中，应为：{string.Join("、", rules.Signers.Select(signer => signer.Code))}。");
            else if (!rule.Relationships.IsEmpty && rule.Relationships.All(code => code.Value != signature.Relationship))
                yield return new("relationship-unknown",
                    $"Found relationship '{signature.Relationship}' of signer {rule.Code}. Expected one of: {string.Join(", ", rule.Relationships.Select(code => code.Value))}.",
                    $"签署人 {rule.Code} 的关系“{signature.Relationship}”不在定义中，应为：{string.Join("、", rule.Relationships.Select(code => code.Value))}。");
    }

    IEnumerable<Refusal> DateRefusals(Participant participant, StudyDefinition definition) =>
        Signatures.SelectMany(signature =>
            DateRules.AfterCutoff(definition, "consent", "知情同意", signature.SignedOn)
                .Concat(signature.SignedOn < participant.ScreenedOn
                    ?
                    [
                        new("consent-before-screening",
                            $"Found a signature of {signature.SignedOn:yyyy-MM-dd}. Expected no earlier than screening on {participant.ScreenedOn:yyyy-MM-dd}.",
                            $"签名日期 {signature.SignedOn:yyyy-MM-dd} 早于筛选日期 {participant.ScreenedOn:yyyy-MM-dd}。"),
                    ]
                    : Enumerable.Empty<Refusal>()));

    IEnumerable<Refusal> ScopeRefusals(ConsentRules rules)
    {
        foreach (var scope in Scopes.Where(scope => rules.Scopes.All(known => known.Code != scope)))
            yield return new("scope-unknown",
                $"Found consent scope '{scope}'. Expected one of: {string.Join(", ", rules.Scopes.Select(known => known.Code))}.",
                $"同意范围“{scope}”不在定义中，应为：{string.Join("、", rules.Scopes.Select(known => known.Code))}。");
        foreach (var scope in rules.Scopes.Where(scope => scope.Required && !Scopes.Contains(scope.Code)))
            yield return new("scope-missing",
                $"Found no agreement to: {scope.Label.En}. Without it nobody can take part.",
                $"未同意“{scope.Label.Zh}”，无法参加研究。");
    }
}

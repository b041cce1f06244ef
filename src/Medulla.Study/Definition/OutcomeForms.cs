namespace Medulla.Study.Definition;

/// <summary>Which forms tell response, follow-up and death; null for a study that does not have them.</summary>
public sealed record OutcomeForms(OutcomeForm? Response, OutcomeForm? FollowUp, OutcomeForm? Death);

/// <param name="Form">Code of the form.</param>
/// <param name="DateItem">The item with its date.</param>
/// <param name="CodeItem">The choice that says what happened: category of response, status, cause of death.</param>
public sealed record OutcomeForm(string Form, string DateItem, string CodeItem);

namespace Medulla.Statistics.Survival;

/// <summary>The follow-up of the participants who share a trait, for comparison with others.</summary>
/// <param name="Name">As the report shows it.</param>
/// <param name="FollowUps">At least one over all strata.</param>
public sealed record SurvivalGroup(string Name, IReadOnlyList<FollowUp> FollowUps);

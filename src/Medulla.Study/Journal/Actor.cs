namespace Medulla.Study.Journal;

/// <summary>Who acts.</summary>
/// <param name="Authenticated">False until somebody has signed in: then the name is only what was claimed.</param>
public sealed record Actor(string Name, bool Authenticated = false)
{
    const string NotAuthenticated = " (not authenticated)";

    /// <summary>As the journal stores it.</summary>
    public override string ToString() => Authenticated ? Name : Name + NotAuthenticated;

    /// <summary>The reverse of <see cref="ToString"/>.</summary>
    public static Actor Parse(string text) => text.EndsWith(NotAuthenticated, StringComparison.Ordinal)
        ? new Actor(text[..^NotAuthenticated.Length])
        : new Actor(text, Authenticated: true);
}

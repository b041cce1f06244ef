namespace Medulla.Web.Doors;

/// <summary>Light or dark: the system's choice unless a person chose.</summary>
public static class ThemeChoice
{
    public const string Parameter = "theme";
    public const string Cookie = "medulla-theme";

    /// <summary>"light", "dark", or null for the system's choice.</summary>
    public static string? Of(HttpRequest request) => Fixed(Chosen(request) ?? request.Cookies[Cookie]);

    /// <summary>What the address itself says, "auto" included; null when it says nothing.</summary>
    public static string? Chosen(HttpRequest request) =>
        request.Query[Parameter].ToString() is "light" or "dark" or "auto" ? request.Query[Parameter].ToString() : null;

    static string? Fixed(string? theme) => theme is "light" or "dark" ? theme : null;
}

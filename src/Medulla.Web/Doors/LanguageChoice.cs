using Medulla.Figures;

namespace Medulla.Web.Doors;

/// <summary>In which language a person reads: what they chose, else what their browser asks for.</summary>
public static class LanguageChoice
{
    public const string Parameter = "lang";
    public const string Cookie = "medulla-lang";

    public static Language Of(HttpRequest request) =>
        Chosen(request)
        ?? Named(request.Cookies[Cookie])
        ?? Asked(request.Headers.AcceptLanguage.ToString());

    /// <summary>What the address itself says; null when it says nothing.</summary>
    public static Language? Chosen(HttpRequest request) => Named(request.Query[Parameter]);

    public static string Code(Language language) => language == Language.Chinese ? "zh" : "en";

    static Language? Named(string? code) => code switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    // The first of the two languages in the browser's list; its order is its preference but for hand-made weights.
    static Language Asked(string accepted)
    {
        var chinese = accepted.IndexOf("zh", StringComparison.OrdinalIgnoreCase);
        var english = accepted.IndexOf("en", StringComparison.OrdinalIgnoreCase);
        return chinese >= 0 && (english < 0 || chinese < english) ? Language.Chinese : Language.English;
    }
}

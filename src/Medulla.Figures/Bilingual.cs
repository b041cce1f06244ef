namespace Medulla.Figures;

/// <summary>A language in which pages, reports and figures are written.</summary>
public enum Language
{
    English,
    Chinese,
}

/// <summary>A text in both languages, from one source.</summary>
public sealed record Bilingual(string En, string Zh)
{
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>A text that is the same in both, such as a code or a number.</summary>
    public static Bilingual Same(string text) => new(text, text);
}

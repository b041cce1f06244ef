namespace Medulla.Figures;

/// <summary>One text in both languages; neither can be left out.</summary>
public sealed record Bilingual(string En, string Zh)
{
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    /// <summary>A name that is the same in both languages: a unit, a code, a gene.</summary>
    public static Bilingual Same(string text) => new(text, text);
}

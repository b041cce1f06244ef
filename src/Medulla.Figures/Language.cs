namespace Medulla.Figures;

/// <summary>The two languages in which every text of the product exists.</summary>
public enum Language
{
    English,
    Chinese,
}

/// <summary>How a language is named in markup.</summary>
public static class LanguageTags
{
    /// <summary>The BCP-47 tag, as <c>lang</c> attributes and file names carry it.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh-Hans",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Expected English or Chinese."),
    };
}

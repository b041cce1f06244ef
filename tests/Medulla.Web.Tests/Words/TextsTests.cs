using Medulla.Figures;
using Medulla.Web.Words;

namespace Medulla.Web.Tests.Words;

public sealed class TextsTests
{
    static readonly string[] Unwanted = ["请注意", "成功", "！", "Please", "please", "successfully", "!"];

    [Fact]
    public void Every_text_stands_in_both_languages_and_keeps_to_the_words_of_the_house()
    {
        var pairs = Areas(Texts.English).Zip(Areas(Texts.Chinese)).SelectMany(areas => Words(areas.First).Zip(Words(areas.Second))).ToList();

        Assert.True(pairs.Count > 200, $"Found {pairs.Count} texts.");
        foreach (var (english, chinese) in pairs)
        {
            Assert.True(english.Text != "" || chinese.Text != "", english.Name);
            Assert.DoesNotContain(Unwanted, unwanted => english.Text.Contains(unwanted, StringComparison.Ordinal) || chinese.Text.Contains(unwanted, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_language_decides_which_one_is_given() =>
        Assert.Equal(("Participants", "受试者"), (Texts.In(Language.English).Shell.Participants, Texts.In(Language.Chinese).Shell.Participants));

    static IEnumerable<object> Areas(Texts texts) => typeof(Texts).GetProperties()
        .Where(property => property.PropertyType != typeof(Texts)).Select(property => property.GetValue(texts)!);

    static IEnumerable<(string Name, string Text)> Words(object area) => area.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(string))
        .Select(property => ($"{area.GetType().Name}.{property.Name}", (string)property.GetValue(area)!));
}

using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Definition;

public sealed class BrokenYamlTests
{
    [Theory]
    [InlineData("title: { en: A, zh: 甲", "yaml-broken", 2, 1,
        "Found text that is not YAML. While parsing a flow mapping")]
    [InlineData("title: {en: A, zh: 甲}\n\tvisits: []", "yaml-broken", 1, 1,
        "Found text that is not YAML. While scanning a mapping")]
    [InlineData("title: \"A\nvisits: []\n", "yaml-broken", 1, 8,
        "Found text that is not YAML. While scanning a multi-line double-quoted scalar")]
    [InlineData("title: [a, b\nvisits: []\n", "yaml-broken", 1, 10,
        "Found text that is not YAML after this place. Expected a closing bracket, or quotes around a text with one.")]
    [InlineData("", "file-empty", 1, 1, "Found nothing in the file. Expected fields.")]
    [InlineData("# nothing\n", "file-empty", 1, 1, "Found nothing in the file. Expected fields.")]
    [InlineData("- a\n- b\n", "wrong-type", 1, 1, "Found a list in the file. Expected named fields.")]
    [InlineData("title: {en: A, zh: 甲}\n---\ntitle: {en: B, zh: 乙}\n", "second-document", 2, 1,
        "Found a second document after '---'. Expected one document in a file.")]
    [InlineData("title: {en: A, zh: 甲}\n? [a, b]\n: c\n", "field-name-not-text", 2, 3,
        "Found a list as the name of a field. Expected text.")]
    public void A_file_that_is_not_YAML_is_one_finding_with_its_place(
        string yaml, string rule, int line, int column, string begins)
    {
        var read = StudyFile.Read("study.yaml", yaml);

        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((rule, line, column), (finding.Rule, finding.Line, finding.Column));
        Assert.StartsWith(begins, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_reading_throw()
    {
        var good = BundledStudies.Text("minimal", "study.yaml");
        const string Breaking = "{}[]:,-?#&*!|>'\"%@`\n\t \0\\~<é\ud800";
        var random = new Random(20250801);

        for (var round = 0; round < 3000; round++)
        {
            var letters = good.ToCharArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                letters[random.Next(letters.Length)] = Breaking[random.Next(Breaking.Length)];
            var text = new string(letters)[..random.Next(1, letters.Length)];

            var read = StudyFile.Read("study.yaml", text);

            Assert.True(read.Value is not null || !read.Findings.IsEmpty);
        }
    }

    [Fact]
    public void An_alias_is_refused_before_it_unfolds()
    {
        var read = StudyFile.Read("study.yaml", "a: &a [x, x]\nb: &b [*a, *a]\n");

        var finding = Assert.Single(read.Findings);
        Assert.Equal(("alias-found", 2, 8), (finding.Rule, finding.Line, finding.Column));
        Assert.Equal(
            "Found the alias '*a'. Expected the text itself: what a study says stands where it is read.", finding.Message);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var read = StudyFile.Read("study.yaml", "title: " + new string('[', 100_000));

        var finding = Assert.Single(read.Findings);
        Assert.Equal("nested-too-deeply", finding.Rule);
        Assert.Equal("Found nodes nested more than 24 deep. Expected fewer levels.", finding.Message);
    }

    [Fact]
    public void Too_many_nodes_are_refused()
    {
        var read = StudyFile.Read("study.yaml", "title: [" + string.Concat(Enumerable.Repeat("a,", 100_001)) + "]");

        Assert.Equal("too-many-nodes", Assert.Single(read.Findings).Rule);
    }

    [Fact]
    public void A_text_of_megabytes_is_refused()
    {
        var read = StudyFile.Read("study.yaml", new string('#', 2_000_001));

        var finding = Assert.Single(read.Findings);
        Assert.Equal("file-too-long", finding.Rule);
        Assert.Equal("Found 2000001 characters. Expected no more than 2000000.", finding.Message);
    }
}

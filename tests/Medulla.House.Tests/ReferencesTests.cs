using System.Text.RegularExpressions;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>Papers cited in code and listed in docs/references.md are the same.</summary>
public sealed partial class ReferencesTests
{
    [Fact]
    public void Every_paper_cited_is_listed_and_every_paper_listed_is_cited()
    {
        var cited = SourceFiles.Of(Path.Combine(ReferenceFolder.ProjectRoot, "src"))
            .SelectMany(file => Citations(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);
        var listed = File.ReadLines(Path.Combine(ReferenceFolder.ProjectRoot, "docs", "references.md"))
            .Select(line => Listed().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["paper"].Value).ToList();
        Assert.True(listed.Count > 40, $"Found {listed.Count} papers.");

        Assert.Equal([], cited.Except(listed).Order());
        Assert.Equal([], listed.Except(cited).Order());
        Assert.Equal(listed.Order(StringComparer.InvariantCultureIgnoreCase), listed);
    }

    [Fact]
    public void A_citation_is_recognised_across_the_lines_of_a_comment() =>
        Assert.Equal(
            ["Kaplan & Meier 1958", "DeLong et al. 1988", "Simel, Samsa & Matchar 1991"],
            Citations("""
                /// <remarks>
                /// Sources: estimate, Kaplan &amp; Meier 1958; area, DeLong
                /// et al. 1988; Simel, Samsa &amp; Matchar 1991. R: <c>survfit</c>.
                /// </remarks>
                """));

    static IEnumerable<string> Citations(string code) =>
        from Match sources in Sources().Matches(CommentLine().Replace(code, " "))
        from Match citation in Citation().Matches(sources.Groups["list"].Value)
        select citation.Groups["paper"].Value.Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"\s*\r?\n\s*///\s?")]
    private static partial Regex CommentLine();

    [GeneratedRegex(@"Sources?:(?<list>.*?)(</remarks>|</summary>|R:|\n)", RegexOptions.Singleline)]
    private static partial Regex Sources();

    [GeneratedRegex(@"(?<paper>\p{Lu}[\p{L}'’\-]+((, | &amp; )(Van )?\p{Lu}[\p{L}'’\-]+)*( et al\.)? (19|20)\d\d)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^- \*\*(?<paper>[^*]+)\.\*\*")]
    private static partial Regex Listed();
}

using System.Text.RegularExpressions;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>What the pages of the project point at is there.</summary>
public sealed partial class LinksTests
{
    static IEnumerable<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(ReferenceFolder.ProjectRoot, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(ReferenceFolder.ProjectRoot, "docs"), "*.md", SearchOption.AllDirectories),
        Path.Combine(ReferenceFolder.ProjectRoot, "bench", "README.md"),
        Path.Combine(ReferenceFolder.ProjectRoot, "data", "README.md"),
    ];

    [Fact]
    public void Every_link_of_a_page_leads_to_a_file()
    {
        Assert.True(Pages.Count() > 50, $"Found {Pages.Count()} pages.");

        Assert.Empty(from page in Pages
                     from target in Targets(File.ReadAllText(page))
                     let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target))
                     where !File.Exists(path) && !Directory.Exists(path)
                     select $"{Path.GetRelativePath(ReferenceFolder.ProjectRoot, page)}: {target}");
    }

    [Fact]
    public void A_link_is_recognised_with_and_without_its_place_in_the_page() =>
        Assert.Equal(["roc.md", "figures/roc.svg"], Targets("[a](roc.md#cuts) ![b](figures/roc.svg) [c](https://doi.org) [d](#e)"));

    static IEnumerable<string> Targets(string page) =>
        Link().Matches(page).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}

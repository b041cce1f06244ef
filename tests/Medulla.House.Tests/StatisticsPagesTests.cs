using System.Text.RegularExpressions;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>The pages on statistics: all in the index, no figure missing.</summary>
public sealed partial class StatisticsPagesTests
{
    static string Folder => Path.Combine(ReferenceFolder.ProjectRoot, "docs", "statistics");

    static IReadOnlyList<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_page_stands_in_the_index()
    {
        var listed = Link().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(link => link.Groups["page"].Value);
        var pages = Pages.Select(page => Path.GetFileName(page)!).ToList();

        Assert.Contains("formulas.md", pages);
        Assert.Empty(pages.Except(["README.md", .. listed]));
    }

    [Fact]
    public void Every_figure_named_in_a_page_exists_and_every_figure_is_named()
    {
        var named = Pages.SelectMany(page => Figure().Matches(File.ReadAllText(page)).Select(figure => figure.Groups["file"].Value)).ToHashSet(StringComparer.Ordinal);
        var drawn = Directory.EnumerateFiles(Path.Combine(Folder, "figures")).Select(file => "figures/" + Path.GetFileName(file)).ToList();

        Assert.NotEmpty(drawn);
        Assert.Empty(named.Except(drawn));
        Assert.Empty(drawn.Except(named));
    }

    [GeneratedRegex(@"\]\((?<page>[\w-]+\.md)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[[^\]]*\]\((?<file>[^)]+)\)")]
    private static partial Regex Figure();
}

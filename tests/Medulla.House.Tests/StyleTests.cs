using System.Text.RegularExpressions;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>What CONTRIBUTING.md promises about how the code is written, as far as a machine can see it.</summary>
public sealed partial class StyleTests
{
    const int LongestFile = 300;
    const int LongestLine = 128;

    static IReadOnlyList<string> Written { get; } =
    [
        .. SourceFiles.Of(Path.Combine(ReferenceFolder.ProjectRoot, "src")),
        .. SourceFiles.Of(Path.Combine(ReferenceFolder.ProjectRoot, "src"), "*.razor"),
    ];

    [Fact]
    public void No_file_is_longer_than_one_sitting() =>
        Assert.Empty(from file in Written
                     let lines = File.ReadLines(file).Count()
                     where lines > LongestFile
                     select $"{Short(file)}: {lines} lines");

    // Words for people stand in one line each: their length is the sentence's.
    [Fact]
    public void No_line_of_code_runs_off_the_page() =>
        Assert.Empty(from file in Written
                     from line in File.ReadLines(file).Index()
                     where line.Item.Length > LongestLine && !line.Item.Contains('"', StringComparison.Ordinal)
                     select $"{Short(file)}:{line.Index + 1}: {line.Item.Length} characters");

    [Fact]
    public void No_name_says_nothing() =>
        Assert.Empty(from file in Written
                     let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
                     where EmptyName().IsMatch(name)
                     select Short(file));

    [Fact]
    public void Nothing_is_left_to_do_in_the_code() =>
        Assert.Empty(from file in Written
                     from line in File.ReadLines(file).Index()
                     where LeftToDo().IsMatch(line.Item)
                     select $"{Short(file)}:{line.Index + 1}");

    [Fact]
    public void There_is_code_to_look_at() => Assert.True(Written.Count > 200, $"Found {Written.Count} files.");

    static string Short(string file) => Path.GetRelativePath(ReferenceFolder.ProjectRoot, file);

    [GeneratedRegex("(Service|Manager|Helper|Handler|Repository|Dto|Mapper|Factory|Utils?|Common|Misc)s?$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex LeftToDo();
}

using System.Text.RegularExpressions;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>What the project promises in words.</summary>
public sealed partial class PromisesTests
{
    [Fact]
    public void The_README_shows_its_two_commands_first()
    {
        var commands = File.ReadLines(Path.Combine(ReferenceFolder.ProjectRoot, "README.md"))
            .Where(line => line.StartsWith("./", StringComparison.Ordinal)).Take(2).ToList();

        Assert.StartsWith("./medulla demo", commands[0], StringComparison.Ordinal);
        Assert.StartsWith("./test", commands[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_data_has_its_source_and_licence()
    {
        var data = Path.Combine(ReferenceFolder.ProjectRoot, "data");
        var described = File.ReadAllText(Path.Combine(data, "README.md"));
        var files = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(data, file).Replace('\\', '/')).Where(file => file != "README.md").ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains($"`{file}`", described, StringComparison.Ordinal));
    }

    [Fact]
    public void No_telephone_number_or_address_stands_in_the_studies()
    {
        var files = Directory.GetFiles(Path.Combine(ReferenceFolder.ProjectRoot, "studies"), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(PersonalContact(), File.ReadAllText(file)));
    }

    [Fact]
    public void Every_package_is_pinned_in_one_place()
    {
        var projects = new[] { "src", "tests", "bench" }
            .Select(folder => Path.Combine(ReferenceFolder.ProjectRoot, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)).ToList();

        Assert.True(projects.Count > 15, $"Found {projects.Count} projects.");
        Assert.All(projects, project => Assert.DoesNotMatch(@"<PackageReference[^>]*\bVersion=", File.ReadAllText(project)));
        Assert.DoesNotMatch(@"Version=""[^""]*[*\[\(]", File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "Directory.Packages.props")));
    }

    // Eleven digits that begin like a Chinese mobile number, or an address with an at sign.
    [GeneratedRegex(@"\b1[3-9]\d{9}\b|[\w.]+@[\w]+\.\w+")]
    private static partial Regex PersonalContact();
}

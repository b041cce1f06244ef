using System.Text.RegularExpressions;
using System.Xml.Linq;
using Medulla.Tests;

namespace Medulla.House.Tests;

/// <summary>Enforces the floor plan of ARCHITECTURE.md.</summary>
public sealed partial class FloorPlanTests
{
    // A room may use itself and any room before it in this list, never one after it.
    static readonly string[] Rooms =
        ["Journal", "Definition", "Staff", "Participants", "Capture", "Specimens", "Results", "Analysis", "Reporting"];

    // What each project stands on. Beside is not below: Registry may not use Assays, nor Figures Statistics.
    static readonly Dictionary<string, string[]> StandsOn = new(StringComparer.Ordinal)
    {
        ["Medulla.Statistics"] = [],
        ["Medulla.Figures"] = [],
        ["Medulla.Registry"] = [],
        ["Medulla.Assays"] = ["Medulla.Statistics"],
        ["Medulla.Study"] = ["Medulla.Assays", "Medulla.Registry", "Medulla.Figures"],
        ["Medulla.Interchange"] = ["Medulla.Study"],
        ["Medulla.Workspace"] = ["Medulla.Interchange"],
        ["Medulla.Web"] = ["Medulla.Workspace"],
        ["Medulla.Qualification"] = ["Medulla.Statistics"],
        ["Medulla.Cli"] = ["Medulla.Web", "Medulla.Qualification"],
    };

    static readonly string[] Pure = ["Medulla.Statistics", "Medulla.Figures", "Medulla.Assays", "Medulla.Study"];

    static string Source => Path.Combine(ReferenceFolder.ProjectRoot, "src");

    [Fact]
    public void No_room_looks_into_a_later_room()
    {
        var files = SourceFiles.Of(Path.Combine(Source, "Medulla.Study")).ToList();
        Assert.True(files.Count > 40, $"Found {files.Count} files of Medulla.Study.");

        Assert.Empty(files.SelectMany(file => Trespasses(Path.GetRelativePath(Path.Combine(Source, "Medulla.Study"), file), File.ReadAllText(file))));
    }

    [Fact]
    public void A_look_into_a_later_room_is_found()
    {
        Assert.Equal(
            ["Capture/SaveForm.cs uses study.Results", "Capture/SaveForm.cs uses Medulla.Study.Analysis"],
            Trespasses("Capture/SaveForm.cs", "using Medulla.Study.Journal; var x = study.Results.Count; using Medulla.Study.Analysis;"));
    }

    [Fact]
    public void Every_folder_is_a_room_on_the_plan()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Source, "Medulla.Study")).Select(path => Path.GetFileName(path)!).ToList();

        Assert.Empty(folders.Except([.. Rooms, "bin", "obj"]));
        Assert.Contains("Journal", folders);
    }

    [Fact]
    public void Every_project_stands_on_what_the_plan_says()
    {
        var projects = Directory.EnumerateDirectories(Source, "Medulla.*").Select(path => Path.GetFileName(path)!).Order().ToList();
        Assert.Equal(StandsOn.Keys.Order(), projects);

        foreach (var project in projects)
            Assert.Equal((project, string.Join(' ', StandsOn[project].Order())), (project, string.Join(' ', References(project).Order())));
    }

    [Fact]
    public void Pure_projects_are_guarded_by_the_banned_symbols()
    {
        foreach (var project in StandsOn.Keys)
            Assert.Equal((project, Pure.Contains(project)), (project, Project(project).Descendants("MedullaPure").Any(element => element.Value == "true")));
    }

    [Fact]
    public void Only_workspace_and_registry_may_use_sql()
    {
        var users = StandsOn.Keys.Where(project => Project(project).Descendants("PackageReference")
            .Any(package => package.Attribute("Include")!.Value is var name && (name.Contains("Sqlite", StringComparison.Ordinal) || name == "Npgsql")));

        Assert.Empty(users.Except(["Medulla.Workspace", "Medulla.Registry"]));
    }

    [Fact]
    public void The_plan_in_ARCHITECTURE_names_every_project_and_room()
    {
        var plan = File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "ARCHITECTURE.md"));

        foreach (var name in StandsOn.Keys.Concat(Rooms))
            Assert.Contains(name, plan, StringComparison.Ordinal);
    }

    static IEnumerable<string> Trespasses(string path, string text) =>
        from room in new[] { Array.IndexOf(Rooms, path.Split(Path.DirectorySeparatorChar)[0]) }
        where room >= 0
        from Match use in RoomName().Matches(text)
        where Array.IndexOf(Rooms, use.Groups["room"].Value) > room
        select $"{path} uses {use.Value}";

    static XDocument Project(string name)
    {
        using var reader = System.Xml.XmlReader.Create(Path.Combine(Source, name, name + ".csproj"));
        return XDocument.Load(reader);
    }

    static IEnumerable<string> References(string project) =>
        Project(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    // Both "using Medulla.Study.Results" and "study.Results": StudyState has one property per room, named like the room.
    [GeneratedRegex(@"\b(Medulla\.Study|study)\.(?<room>[A-Z]\w+)")]
    private static partial Regex RoomName();
}

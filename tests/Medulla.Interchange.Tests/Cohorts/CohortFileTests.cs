using System.Text;
using Medulla.Assays;
using Medulla.Figures;
using Medulla.Interchange.Cohorts;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Tests;

namespace Medulla.Interchange.Tests.Cohorts;

public sealed class CohortFileTests
{
    static readonly CohortMapping Mapping = new(
        Bilingual.Same("made"), new CohortSource(Bilingual.Same("made"), "none", "none"), "id", "marker",
        [new MappedEndpoint("OS", "days", "died", "1")],
        [new MappedCovariate("age", MappedKind.Number), new MappedCovariate("tp53", MappedKind.Flag), new MappedCovariate("fab", MappedKind.Category)],
        []);

    [Fact]
    public void Nothing_is_dropped_neither_who_has_no_follow_up_nor_who_has_none_of_a_day()
    {
        var people = Read("""
            id,marker,days,died,age,tp53,fab
            A,1.5,0,1,60,0,M2
            B,,365,0,,1,
            C,2e1,,1,44.5,0,"M4, eos"
            """).People;

        Assert.Equal(["A", "B", "C"], people.Select(person => person.Person));
        Assert.Equal([1.5, null, 20], people.Select(person => person.Marker));
        Assert.Equal(new ImportedTime(0, true), people[0].Times["OS"]);
        Assert.Equal(new ImportedTime(365, false), people[1].Times["OS"]);
        Assert.Empty(people[2].Times);
        Assert.Equal(["tp53"], people[1].Covariates.Keys);
        Assert.Equal("M4, eos", people[2].Covariates["fab"]);
    }

    [Fact]
    public void Everything_that_cannot_be_read_is_named_at_once_with_its_row_and_column()
    {
        var findings = Findings("""
            id,marker,days,died,age,tp53,fab
            A,"1,5",365.5,1,sixty,2,M2
            ,1,-3,0,50,0,M2
            """);

        Assert.Equal(
            ["2:2 number-unreadable", "2:3 days-not-whole", "2:5 number-unreadable", "2:6 flag-unknown", "3:1 person-missing", "3:3 days-not-whole"],
            findings.Select(finding => $"{finding.Line}:{finding.Column} {finding.Rule}").Order());
        Assert.Contains("Found '1,5' in marker. Expected a number with a decimal point.", findings.Select(finding => finding.Message));
    }

    [Fact]
    public void Missing_columns_are_all_named_with_those_that_are_there() =>
        Assert.Equal(
            ["marker", "died", "tp53", "fab"],
            Findings("id,days,age\nA,1,2\n").Select(finding => finding.Message.Split('\'')[1]));

    [Fact]
    public void An_empty_file_and_one_that_is_not_UTF8_are_said_to_be()
    {
        Assert.Equal("file-empty", Assert.Single(Findings("")).Rule);
        var latin = CohortFile.Read("c.csv", [0x69, 0x64, 0x2C, 0xE9, 0x0A], new string('0', 64), Mapping);
        Assert.Equal("not-utf8", Assert.Single(latin.Findings).Rule);
    }

    [Fact]
    public void The_cohort_that_ships_reads_without_a_finding()
    {
        var definition = StudyFile.Read("study.yaml", Text("study.yaml")).Value!;
        var mapping = CohortMappingFile.Read("mapping.yaml", Text("mapping.yaml"), definition).Value!;
        var bytes = File.ReadAllBytes(Path.Combine(ReferenceFolder.ProjectRoot, "data", "cohorts", "tcga_laml.csv"));

        var read = CohortFile.Read("tcga_laml.csv", bytes, new string('0', 64), mapping);

        Assert.Empty(read.Findings);
        Assert.Equal((200, 188, 122, 13), (
            read.Value!.People.Length,
            read.Value.People.Count(person => person.Times.ContainsKey("OS")),
            read.Value.People.Count(person => person.Times.TryGetValue("OS", out var time) && time.Event),
            read.Value.People.Count(person => person.Times.TryGetValue("OS", out var time) && time.Days == 0)));
    }

    static ImportedCohort Read(string csv)
    {
        var read = CohortFile.Read("c.csv", Encoding.UTF8.GetBytes(csv), new string('0', 64), Mapping);
        Assert.Empty(read.Findings);
        return read.Value!;
    }

    static IReadOnlyList<Finding> Findings(string csv)
    {
        var read = CohortFile.Read("c.csv", Encoding.UTF8.GetBytes(csv), new string('0', 64), Mapping);
        Assert.Null(read.Value);
        return read.Findings;
    }

    static string Text(string file) => File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies", "tcga-laml", file));
}

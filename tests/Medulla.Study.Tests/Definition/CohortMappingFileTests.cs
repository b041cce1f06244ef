using Medulla.Study.Definition;
using Medulla.Tests;

namespace Medulla.Study.Tests.Definition;

public sealed class CohortMappingFileTests
{
    static readonly StudyDefinition Study = BundledStudies.Definition("tcga-laml");
    static readonly string Mapping = BundledStudies.Text("tcga-laml", "mapping.yaml");

    [Fact]
    public void Names_the_columns_that_the_file_has_to_have()
    {
        var mapping = CohortMappingFile.Read("mapping.yaml", Mapping, Study).Value;

        Assert.NotNull(mapping);
        Assert.Equal(["id", "n_nonsyn", "os_days", "os_event", "fab", "flt3", "npm1", "tp53", "m3"], mapping.Columns);
        Assert.Equal("1", Assert.Single(mapping.Endpoints).EventCode);
    }

    [Fact]
    public void Has_every_column_that_the_plan_analyses()
    {
        var mapping = CohortMappingFile.Read("mapping.yaml", Mapping, Study).Value!;
        var plan = BundledStudies.Plan("tcga-laml");

        string[] analysed = [plan.Marker.ImportedColumn!, .. plan.Baseline.Select(covariate => covariate.ImportedColumn!)];
        Assert.Equal(5, analysed.Length);
        Assert.Empty(analysed.Except(mapping.Columns));
    }

    [Theory]
    [InlineData("code: OS", "code: EFS", "code-unknown", "EFS",
        "Found 'EFS' in endpoints.EFS.code. Expected an imported endpoint: OS.")]
    [InlineData("column: m3, kind: flag", "column: fab, kind: flag", "code-twice", "fab, kind: flag",
        "Found 'fab' twice as a column. Expected it once.")]
    [InlineData("kind: category", "kind: factor", "choice-unknown", "factor",
        "Found 'factor' in covariates.fab.kind. Expected one of: number, flag, category.")]
    [InlineData("marker: n_nonsyn\n", "", "field-missing", "title:", "Found no field 'marker' in the file. Expected it.")]
    public void A_fault_is_found_where_it_stands(string from, string to, string rule, string at, string message)
    {
        var altered = AlteredFile.Of(Mapping, from, to);

        altered.AssertOnlyFinding(CohortMappingFile.Read("mapping.yaml", altered.Text, Study), rule, at, message);
    }

    /// <summary>What the notes say is counted in the file they speak of.</summary>
    [Fact]
    public void The_notes_agree_with_the_cohorts_file()
    {
        var path = ReferenceFolder.Require("cohorts/tcga_laml.csv");
        var lines = File.ReadAllLines(path).Select(line => line.Split(',')).ToList();
        int Column(string name) => Array.IndexOf(lines[0], name);
        var people = lines.Skip(1).ToList();
        var (days, died, fab) = (Column("os_days"), Column("os_event"), Column("fab"));
        var atZero = people.Where(person => person[days] == "0").ToList();

        var notes = CohortMappingFile.Read("mapping.yaml", Mapping, Study).Value!.Notes.Select(note => note.En).ToList();

        Assert.Equal(
            [
                $"Of {people.Count} people {people.Count(person => person[days] != "")} have a follow-up time; the other "
                + $"{people.Count(person => person[days] == "")} are counted but not analysed for survival.",
                $"For {atZero.Count} people the follow-up time is 0 days. They stay in the analysis as time 0, "
                + $"{atZero.Count(person => person[died] == "1")} of them with the event.",
                $"{people.Count(person => person[fab] == "M3")} people have acute promyelocytic leukaemia (FAB M3); "
                + "for one person the FAB type is not known.",
                "Every person has the number of non-silent mutations; "
                + $"{people.Count(person => person[died] == "1")} died during follow-up.",
            ],
            notes);
        Assert.Single(people, person => person[fab] == "");
        Assert.DoesNotContain(people, person => person[Column("n_nonsyn")] == "");
    }
}

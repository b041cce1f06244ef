using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Tests;

namespace Medulla.Study.Tests.Analysis;

public sealed class ImportCohortTests
{
    static readonly GivenStudy Published = new GivenStudy(StudyState.Empty(new StudyKey("laml")))
        .After(new OpenStudy(null), new PublishDefinition(Text("study.yaml"), null));

    [Fact]
    public void A_plan_frozen_after_the_import_is_post_hoc_for_the_file_joins_marker_and_outcome()
    {
        var imported = Published.After(new ImportCohort(Cohort("A", "B")), new FreezePlan(Text("plan.yaml")));

        Assert.Equal("marker-and-outcome-already-seen", imported.Study.Plan!.WhyPostHoc);
        Assert.Null(Published.After(new FreezePlan(Text("plan.yaml"))).Study.Plan!.WhyPostHoc);
    }

    [Fact]
    public void A_study_holds_one_cohort_of_different_people()
    {
        Assert.Equal(["person-twice"], Published.RefusedBy(new ImportCohort(Cohort("A", "A"))));
        Assert.Equal(["cohort-empty"], Published.RefusedBy(new ImportCohort(Cohort())));
        Assert.Equal(["cohort-imported-twice"],
            Published.After(new ImportCohort(Cohort("A"))).RefusedBy(new ImportCohort(Cohort("B"))));
    }

    [Fact]
    public void A_study_with_participants_of_its_own_takes_no_cohort() =>
        Assert.Equal(["participants-present"], GivenStudy.Screened.RefusedBy(new ImportCohort(Cohort("A"))));

    static string Text(string file) =>
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies", "tcga-laml", file));

    static ImportedCohort Cohort(params string[] people) => new(
        "cohort.csv", new string('0', 64), Bilingual.Same("made"), "none", "none", [],
        [
            .. people.Select(person => new ImportedPerson(person, 1,
                ImmutableSortedDictionary<string, ImportedTime>.Empty, ImmutableSortedDictionary<string, string>.Empty)),
        ]);
}

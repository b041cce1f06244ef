using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Definition;

public sealed class BundledStudiesTests
{
    public static TheoryData<string> All => BundledStudies.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Study_and_plan_read_without_a_finding(string study)
    {
        var definition = BundledStudies.Definition(study);
        var plan = BundledStudies.Plan(study);

        Assert.Equal(0, definition.Version);
        Assert.NotEmpty(plan.Analyses);
    }

    [Fact]
    public void The_mapping_of_the_imported_cohort_reads()
    {
        var read = CohortMappingFile.Read(
            "mapping.yaml", BundledStudies.Text("tcga-laml", "mapping.yaml"), BundledStudies.Definition("tcga-laml"));
        Assert.Empty(read.Findings);
    }
}

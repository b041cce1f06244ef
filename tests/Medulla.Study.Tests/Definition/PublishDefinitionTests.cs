using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Tests.Definition;

public sealed class PublishDefinitionTests
{
    static readonly StudyState Opened = After(StudyState.Empty(new StudyKey("nct07163728")), new OpenStudy(Simulation: null));

    [Theory]
    [MemberData(nameof(BundledStudies.All), MemberType = typeof(BundledStudies))]
    public void A_bundled_study_is_published_and_its_plan_frozen(string study)
    {
        var published = After(Opened, new PublishDefinition(BundledStudies.Text(study, "study.yaml"), RecordJson: null));
        var frozen = After(published, new FreezePlan(BundledStudies.Text(study, "plan.yaml")));

        Assert.Equal(1, published.Definition.Version);
        Assert.Equal(TextHash.Sha256(BundledStudies.Text(study, "study.yaml")), published.DefinitionSha256);
        Assert.Equal((1, false), (frozen.Plan?.Version, frozen.Plan?.IsPostHoc));
    }

    [Fact]
    public void A_file_with_faults_is_refused_with_every_fault_and_its_place()
    {
        var decision = Opened.Decide(new PublishDefinition("title: { en: A }\ncolour: red\n", RecordJson: null));

        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(["field-missing", "field-unknown"], refused.Reasons.Select(reason => reason.Rule));
        Assert.Equal("Line 1, column 8: Found no field 'zh' in title. Expected it.", refused.Reasons[0].Message.En);
    }

    static StudyState After(StudyState study, ICommand command) =>
        Assert.IsType<Decision.Accepted>(study.Decide(command)).Facts.Aggregate(study, (state, fact) => state.Apply(fact));
}

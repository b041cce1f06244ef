using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Tests.Journal;

public sealed class StudyKeyTests
{
    [Theory]
    [InlineData("nct07163728")]
    [InlineData("SIMULATED-nct07163728")]
    [InlineData("a")]
    public void A_key_that_can_name_a_file_opens_a_study(string key) =>
        Assert.Empty(new GivenStudy(StudyState.Empty(new StudyKey(key))).RefusedBy(new OpenStudy(null)));

    [Theory]
    [InlineData("")]
    [InlineData("../elsewhere")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("瘦素")]
    [InlineData("-a")]
    [InlineData("a.")]
    public void A_key_that_could_lead_elsewhere_is_refused(string key) =>
        Assert.Equal(["study-key-unusable"], new GivenStudy(StudyState.Empty(new StudyKey(key))).RefusedBy(new OpenStudy(null)));
}

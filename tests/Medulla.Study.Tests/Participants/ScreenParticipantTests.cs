using Medulla.Study.Journal;
using Medulla.Study.Participants;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Participants;

public sealed class ScreenParticipantTests
{
    [Fact]
    public void Numbers_run_on_and_are_never_used_twice()
    {
        var three = Published.After([.. Enumerable.Repeat(new ScreenParticipant(Day, 60, Sex.Male), 3)]);

        Assert.Equal(["S-0001", "S-0002", "S-0003"], three.Study.Participants.Keys.Select(id => id.Value));
    }

    [Fact]
    public void Nobody_is_screened_before_the_definition_is_published() =>
        Assert.Equal(["definition-not-published"],
            new GivenStudy(StudyState.Empty(new StudyKey("empty"))).RefusedBy(new ScreenParticipant(Day, 60, Sex.Male)));

    [Theory]
    [InlineData(-1)]
    [InlineData(121)]
    public void An_implausible_age_is_refused(int years) =>
        Assert.Equal(["age-implausible"], Published.RefusedBy(new ScreenParticipant(Day, years, Sex.Male)));
}

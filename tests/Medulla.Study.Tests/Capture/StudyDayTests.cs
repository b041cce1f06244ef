using Medulla.Study.Capture;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Capture;

public sealed class StudyDayTests
{
    [Theory]
    [InlineData(-2, -2)]
    [InlineData(-1, -1)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(27, 28)]
    public void There_is_no_day_zero(int daysApart, int studyDay)
    {
        Assert.Equal(studyDay, StudyDay.Of(Day.AddDays(daysApart), Day));
        Assert.Equal(Day.AddDays(daysApart), StudyDay.On(studyDay, Day));
    }

    [Fact]
    public void Windows_are_inclusive_and_not_known_before_the_first_dose()
    {
        var visit = Published.Study.Definition.FindVisit("EOI1")!;
        Assert.Null(StudyDay.IsInWindow(AtBaseline.Study, AtBaseline.Study.Participants[First], visit, Day));

        var treated = AtBaseline.After(
            new OpenVisit(First, "IND1", Day.AddDays(3)),
            new SaveForm(First, "IND1", "TX", Values(("first_dose_on", "2025-09-04"), ("regimen", "IA")))).Study;
        Assert.Equal([false, true, true, false], new[] { 20, 21, 42, 43 }.Select(day =>
            StudyDay.IsInWindow(treated, treated.Participants[First], visit, StudyDay.On(day, Day.AddDays(3)))!.Value));
    }
}

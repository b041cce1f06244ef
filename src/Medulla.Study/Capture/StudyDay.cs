using Medulla.Study.Definition;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>Study days: day −1 is followed by day 1, there is no day 0.</summary>
public static class StudyDay
{
    public static int Of(DateOnly day, DateOnly anchor)
    {
        var apart = day.DayNumber - anchor.DayNumber;
        return apart >= 0 ? apart + 1 : apart;
    }

    /// <summary>The calendar day of a study day.</summary>
    public static DateOnly On(int studyDay, DateOnly anchor) => anchor.AddDays(studyDay > 0 ? studyDay - 1 : studyDay);

    /// <summary>The day from which a visit's days are counted; null while it is not known.</summary>
    public static DateOnly? Anchor(StudyState study, Participant participant, VisitAnchor? anchor) => anchor switch
    {
        VisitAnchor.Enrolment => participant.EnrolledOn,
        VisitAnchor.TreatmentStart => TreatmentStart(study, participant),
        _ => null,
    };

    /// <summary>The first dose, from the item that the definition marks so; null while it is not recorded.</summary>
    public static DateOnly? TreatmentStart(StudyState study, Participant participant) =>
        (from form in study.Definition.Forms
         from item in form.Items
         where item.StartsTreatment
         from saved in study.Capture.Of(participant.Id).Forms
         where saved.Key.Form == form.Code
         let value = saved.Value.Values.GetValueOrDefault(item.Code)
         where value is not null
         select FullDate.Read(value)).Min();

    /// <summary>Whether a visit took place inside its window; null when it has none or the anchor is not known.</summary>
    public static bool? IsInWindow(StudyState study, Participant participant, Definition.Visit visit, DateOnly visitedOn)
    {
        if (Anchor(study, participant, visit.Anchor) is not { } anchor || (visit.WindowFrom, visit.WindowTo) is (null, null))
            return null;
        var day = Of(visitedOn, anchor);
        return !(day < visit.WindowFrom) && !(day > visit.WindowTo);
    }
}

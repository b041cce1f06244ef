using System.Globalization;

namespace Medulla.Study.Definition.Reading;

/// <summary>The schedule.</summary>
static class VisitPart
{
    public static Visit Read(YamlMap map)
    {
        var visit = new Visit(
            map.Declare(CodeList.Visits, "code"), map.Bilingual("name"), map.OptionalChoice<VisitAnchor>("anchor"),
            map.OptionalWholeNumber("day"), map.OptionalWholeNumber("windowFrom"), map.OptionalWholeNumber("windowTo"),
            map.Flag("required"), map.ReferAll(CodeList.Forms, "forms"));
        foreach (var form in visit.Forms)
            map.Codes.Declare(CodeList.VisitsWith(form), visit.Code);
        CheckAnchor(map, visit);
        CheckDayZero(map, visit);
        CheckWindow(map, visit);
        return visit;
    }

    static void CheckAnchor(YamlMap map, Visit visit)
    {
        if (visit.Anchor is not null && visit.Day is null)
            map.Report("day-missing", "anchor",
                $"Found no field 'day' in {map.Path}, which has an anchor. Expected the study day of the visit.");
        if (visit.Anchor is null && (visit.Day ?? visit.WindowFrom ?? visit.WindowTo) is not null)
            map.Report("anchor-missing", "anchor",
                $"Found no field 'anchor' in {map.Path}, which has a day or a window. "
                + "Expected what its days are counted from.");
    }

    static void CheckDayZero(YamlMap map, Visit visit)
    {
        (string Name, int? Day)[] days = [("day", visit.Day), ("windowFrom", visit.WindowFrom), ("windowTo", visit.WindowTo)];
        foreach (var (name, day) in days)
            if (day == 0)
                map.Report("day-zero", name, $"Found day 0 in {map.PathOf(name)}. Expected -1 or 1: there is no study day 0.");
    }

    static void CheckWindow(YamlMap map, Visit visit)
    {
        if (visit.WindowTo < visit.WindowFrom)
            map.Report("window-ends-before-it-begins", "windowTo",
                $"Found {Day(visit.WindowTo)} in {map.PathOf("windowTo")}. "
                + $"Expected no earlier than windowFrom, day {Day(visit.WindowFrom)}.");
        else if (visit.Day < visit.WindowFrom || visit.Day > visit.WindowTo)
            map.Report("day-outside-window", "day",
                $"Found day {Day(visit.Day)} in {map.Path}. Expected one within its window, "
                + $"{Day(visit.WindowFrom)} to {Day(visit.WindowTo)}.");
    }

    static string Day(int? day) => day?.ToString(CultureInfo.InvariantCulture) ?? "open";
}

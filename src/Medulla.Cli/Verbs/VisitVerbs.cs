using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Study.Capture;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla visit …</c></summary>
static class VisitVerbs
{
    public static Command Noun() => new Noun("visit", "Visits that took place", "访视") { Open() };

    internal static Argument<string> Code() => Inputs.Word("VISIT", "Code of the visit, such as BL", "访视代码，如 BL");

    static Verb Open()
    {
        var id = ParticipantVerbs.Identifier();
        var visit = Code();
        var on = Inputs.Date("--on", "Day of the visit", "访视日期");
        return new Verb("open", "Record that a visit took place, so that its forms can be filled in", "记录访视日期，之后可填写表单",
            "medulla visit open UH-001 BL --on 2025-08-04") { id, visit, on }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new OpenVisit(study.Participant(call.Of(id)), call.Of(visit), call.Of(on)), cancellation));
    }
}

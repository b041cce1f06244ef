using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Study.Capture;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla response assess</c>, <c>followup record</c>, <c>death record</c>: one command, three kinds.</summary>
static class OutcomeVerbs
{
    public static IEnumerable<Command> Nouns() =>
    [
        new Noun("response", "Response to treatment", "疗效")
        {
            Verb(OutcomeKind.Response, "assess", "--category",
                "Record a response assessment; opens the visit if need be", "记录疗效评估；必要时开始访视",
                "medulla response assess UH-001 EOI1 --on 2025-09-02 --category CR"),
        },
        new Noun("followup", "Follow-up", "随访")
        {
            Verb(OutcomeKind.FollowUp, "record", "--status",
                "Record that a participant was known alive; opens the visit if need be", "记录随访存活情况；必要时开始访视",
                "medulla followup record UH-001 FU3 --on 2025-11-05 --status ALIVE_IN_REMISSION"),
        },
        new Noun("death", "Death", "死亡")
        {
            Verb(OutcomeKind.Death, "record", "--cause",
                "Record a death; opens the visit if need be", "记录死亡；必要时开始访视",
                "medulla death record UH-001 DTH --on 2026-01-12 --cause LEUKEMIA"),
        },
    ];

    static Verb Verb(OutcomeKind kind, string name, string codeName, string en, string zh, string example)
    {
        var id = ParticipantVerbs.Identifier();
        var visit = VisitVerbs.Code();
        var on = Inputs.Date("--on", "Day it is about", "日期");
        var code = Inputs.Text(codeName, "CODE", "Code as the study's form lists it", "表单所列代码");
        return new Verb(name, en, zh, example) { id, visit, on, code }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new RecordOutcome(kind, study.Participant(call.Of(id)), call.Of(visit), call.Of(on), call.Of(code)),
                    cancellation));
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Medulla.Cli.Input;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla participant …</c></summary>
static class ParticipantVerbs
{
    public static Command Noun() => new Noun("participant", "People in the study, from first look to withdrawal",
        "受试者：筛选、知情同意、入组、退出")
    {
        Screen(), Consent(), Enrol(), Withdraw(), List(), Show(),
    };

    internal static Argument<string> Identifier() =>
        Inputs.Word("ID", "Screening or enrolment number, such as S-0001 or UH-001", "筛选编号或入组编号，如 S-0001、UH-001");

    static Verb Screen()
    {
        var on = Inputs.Date("--on", "Day of screening", "筛选日期");
        var age = Inputs.WholeNumber("--age", "Age in years", "年龄（岁）");
        var sex = Inputs.Choice<Sex>("--sex", "female|male", "Sex", "性别");
        return new Verb("screen", "Write a person into the screening log; the number is the next one free", "登记筛选，编号自动取下一个",
            "medulla participant screen --on 2025-08-03 --age 54 --sex female") { on, age, sex }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new ScreenParticipant(call.Of(on), call.Of(age), call.Of(sex)), cancellation));
    }

    static Verb Consent()
    {
        var id = Identifier();
        var form = Inputs.Text("--form", "VERSION", "Version of the consent form", "知情同意书版本");
        var signatures = new DescribedOption<ImmutableArray<ConsentSignature>>("--signature", "SIGNER[:RELATIONSHIP]@DATE …",
            "Who signed, and when; never a name", "签署人[:关系]@日期；不写姓名")
        {
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = ReadSignatures,
        };
        var scopes = Inputs.Texts("--scope", "CODE …", "Purposes agreed to", "同意范围");
        return new Verb("consent", "Record informed consent with all its signatures", "记录知情同意及全部签名",
            "medulla participant consent S-0001 --form \"ICF 1.0\" --signature participant@2025-08-03 "
            + "companion:SPOUSE@2025-08-03 "
            + "investigator@2025-08-03 --scope study-data research-specimens") { id, form, signatures, scopes }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new SignConsent(study.Participant(call.Of(id)), call.Of(form), call.Of(signatures), [.. call.Of(scopes)]),
                    cancellation));
    }

    static ImmutableArray<ConsentSignature> ReadSignatures(ArgumentResult result)
    {
        var signatures = ImmutableArray.CreateBuilder<ConsentSignature>();
        foreach (var token in result.Tokens)
            if (token.Value.Split('@') is [var who, var when] && Dates.TryDate(when, out var signedOn)
                && who.Split(':') is [{ Length: > 0 } signer, .. { Length: <= 1 } relationship])
                signatures.Add(new ConsentSignature(signer, relationship is [var code] ? code : null, signedOn));
            else
                result.AddError($"Found '{token.Value}' in --signature. Expected SIGNER[:RELATIONSHIP]@DATE, such as "
                    + "companion:SPOUSE@2025-08-03.");
        return signatures.ToImmutable();
    }

    static Verb Enrol()
    {
        var id = Identifier();
        var on = Inputs.Date("--on", "Day of enrolment", "入组日期");
        return new Verb("enrol", "Enter a screened participant into the cohort", "将筛选合格者入组",
            "medulla participant enrol S-0001 --on 2025-08-04") { id, on }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new EnrolParticipant(study.Participant(call.Of(id)), call.Of(on)), cancellation));
    }

    static Verb Withdraw()
    {
        var id = Identifier();
        var on = Inputs.Date("--on", "Day of withdrawal", "退出日期");
        var reason = Inputs.Text("--reason", "TEXT", "In the participant's words", "退出原因");
        return new Verb("withdraw", "Record that a participant withdraws consent; earlier data stay", "记录受试者退出；此前数据保留",
            "medulla participant withdraw UH-001 --on 2025-12-01 --reason \"moved away\"") { id, on, reason }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new WithdrawParticipant(study.Participant(call.Of(id)), call.Of(on), call.Of(reason)), cancellation));
    }

    static Verb List() => new Verb("list", "Everybody who was screened", "列出全部筛选者", "medulla participant list")
        .OnStudy((call, study, _) =>
        {
            call.Printer.Table(
                [
                    new("SCREENING", "筛选编号"), new("ENROLMENT", "入组编号"), new("STATUS", "状态"), new("SCREENED", "筛选日期"),
                    new("AGE", "年龄"), new("SEX", "性别"), new("CONSENT", "知情同意"), new("ENROLLED", "入组日期"), new("QUERIES", "质疑"),
                ],
                study.Seen.Participants.Values.Select(participant => new[]
                {
                    participant.Id.Value, participant.EnrolmentNumber ?? "",
                    StudyTerms.Of(participant.Status).In(call.Language),
                    PlainText.Day(participant.ScreenedOn), PlainText.Whole(participant.AgeYears),
                    StudyTerms.Of(participant.Sex).In(call.Language),
                    PlainText.Day(participant.Consent?.SignedOn), PlainText.Day(participant.EnrolledOn),
                    PlainText.Whole(study.Seen.Capture.Of(participant.Id).OpenQueries.Count()),
                }));
            return Task.FromResult(ExitCode.Done);
        });

    static Verb Show()
    {
        var id = Identifier();
        return new Verb("show", "One participant: consent, criteria, visits, specimens, results", "单个受试者：知情同意、标准、访视、标本、结果",
            "medulla participant show UH-001") { id }
            .OnStudy((call, study, _) =>
            {
                var seen = study.Seen;
                if (seen.FindParticipant(call.Of(id)) is not { } participant)
                    return Task.FromResult(call.Printer.Refused([ParticipantReading.Unknown(new(call.Of(id)))]));
                ParticipantOverview.Print(seen, participant, call.Printer);
                return Task.FromResult(ExitCode.Done);
            });
    }
}

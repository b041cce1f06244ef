using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Study;
using Medulla.Study.Reporting;
using Medulla.Study.Specimens;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla specimen …</c></summary>
static class SpecimenVerbs
{
    public static Command Noun() => new Noun("specimen", "Specimens, from the needle to the freezer", "标本：采集、离心、分装")
    {
        Collect(), Process(), Aliquot(), List(),
    };

    static Argument<string> Identifier() => Inputs.Word("SPECIMEN", "Number of the specimen, such as SP-0001",
        "标本编号，如 SP-0001");

    static Verb Collect()
    {
        var id = ParticipantVerbs.Identifier();
        var kind = Inputs.Word("KIND", "Kind of specimen, such as MARROW", "标本类型，如 MARROW");
        var visit = VisitVerbs.Code();
        var at = Inputs.Instant("--at", "Time of collection", "采集时间");
        var volume = Inputs.Number("--volume", "ML", "Volume in mL", "体积（mL）");
        return new Verb("collect", "Record a specimen; the number is the next one free", "登记标本采集，编号自动取下一个",
            "medulla specimen collect UH-001 MARROW BL --at 2025-08-03T09:15+08:00 --volume 2") { id, kind, visit, at, volume }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(new CollectSpecimen(
                study.Participant(call.Of(id)), call.Of(kind), call.Of(visit), call.Of(at), call.Of(volume)), cancellation));
    }

    static Verb Process()
    {
        var id = Identifier();
        var at = Inputs.Instant("--at", "Time of centrifugation", "离心时间");
        var force = Inputs.WholeNumber("--force", "Relative force in g, not revolutions", "相对离心力（g，不是转速）");
        var minutes = Inputs.WholeNumber("--minutes", "How long", "时间（分钟）");
        var celsius = Inputs.WholeNumber("--celsius", "Temperature", "温度（°C）");
        return new Verb("process", "Record how a specimen was centrifuged; lateness is a deviation, not refused",
            "记录离心；超时记为偏离，不拒绝",
            "medulla specimen process SP-0001 --at 2025-08-03T10:00+08:00 --force 2000 --minutes 10 --celsius 4") { id, at,
                force, minutes, celsius }
            .OnStudy(async (call, study, cancellation) =>
            {
                var specimen = new SpecimenId(call.Of(id));
                var spin = new Spin(call.Of(at), call.Of(force), call.Of(minutes), call.Of(celsius));
                return PrintDeviations(study, specimen, call.Printer,
                    await study.SubmitAsync(new ProcessSpecimen(specimen, spin), cancellation));
            });
    }

    static Verb Aliquot()
    {
        var id = Identifier();
        var count = Inputs.WholeNumber("--count", "How many tubes", "份数");
        var volume = Inputs.Number("--volume", "ML", "Volume of each in mL", "每份体积（mL）");
        var at = Inputs.Instant("--at", "Time of freezing", "冻存时间");
        var place = Inputs.OptionalText("--place", "TEXT", "Where in the freezer", "冰箱位置");
        return new Verb("aliquot", "Divide a processed specimen into tubes", "分装已离心的标本",
            "medulla specimen aliquot SP-0001 --count 3 --volume 0.4 --at 2025-08-03T10:30+08:00 --place F1-R2-B3") { id,
                count, volume, at, place }
            .OnStudy(async (call, study, cancellation) =>
            {
                var specimen = new SpecimenId(call.Of(id));
                return PrintDeviations(study, specimen, call.Printer, await study.SubmitAsync(
                    new MakeAliquots(specimen, call.Of(count), call.Of(volume), call.Of(at), call.Given(place) ?? ""),
                        cancellation));
            });
    }

    static Verb List() => new Verb("list", "Every specimen with its aliquots", "列出全部标本及分装样本", "medulla specimen list")
        .OnStudy((call, study, _) =>
        {
            Print(study.Seen, study.Seen.Specimens.Values, call.Printer);
            return Task.FromResult(ExitCode.Done);
        });

    internal static void Print(StudyState study, IEnumerable<Specimen> specimens, Printer printer) => printer.Table(
        [
            new("SPECIMEN", "标本"), new("PARTICIPANT", "受试者"), new("KIND", "类型"), new("VISIT", "访视"), new("COLLECTED", "采集时间"),
            new("SPUN", "离心"), new("ALIQUOTS", "分装样本"), new("THAWS", "冻融"), new("DEVIATIONS", "偏离"),
        ],
        specimens.Select(specimen => new[]
        {
            specimen.Id.Value, study.Participants[specimen.Participant].Label, specimen.Kind, specimen.Visit,
            PlainText.Instant(specimen.CollectedAt), specimen.Spin is { } spin ? PlainText.Instant(spin.SpunAt) : "",
            string.Join(' ', specimen.Aliquots), string.Join(' ', specimen.Aliquots.Select(id => study.Aliquots[id].ThawCount)),
            string.Join(", ", study.DeviationsOf(specimen)
                .Select(deviation => $"{deviation.Rule} {deviation.FoundMinutes}>{deviation.AllowedMinutes} min")),
        }));

    static ExitCode PrintDeviations(OpenedStudy study, SpecimenId id, Printer printer, ExitCode code)
    {
        if (code == ExitCode.Done && study.Seen.Specimens.Find(id) is { } specimen)
            foreach (var (rule, found, allowed) in study.Seen.DeviationsOf(specimen))
                printer.Say(new(
                    $"  deviation {rule}: {found} min. Expected at most {allowed} min.",
                        $"  偏离 {rule}：{found} 分钟，应不超过 {allowed} 分钟。"));
        return code;
    }
}

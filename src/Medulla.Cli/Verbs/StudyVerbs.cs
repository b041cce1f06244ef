using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Reporting;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla study …</c></summary>
static class StudyVerbs
{
    public static Command Noun() => new Noun("study", "The study itself: its file, its beginning, its lock", "研究本身：文件、新建、锁库")
    {
        Check(), Open(), Publish(), Lock(), List(), Show(),
    };

    static Verb Check()
    {
        var file = Inputs.Word("FILE", "study.yaml, plan.yaml or mapping.yaml", "study.yaml、plan.yaml 或 mapping.yaml");
        var definition = DefinitionOption();
        return new Verb("check", "Check a file: every fault with its line and column", "核查文件：列出全部问题及行列号",
            "medulla study check studies/nct07163728/study.yaml") { file, definition }
            .Alone((call, cancellation) =>
                DefinitionFiles.CheckAsync(call.Of(file), kind: null, call.Given(definition), call.Printer, cancellation));
    }

    internal static Option<string?> DefinitionOption() => Inputs.OptionalText("--definition", "FILE",
        "The study.yaml that a plan or mapping belongs to; else the one beside it", "分析计划或映射所属的 study.yaml；缺省取同一文件夹中的文件");

    static Verb Open()
    {
        var key = new DescribedArgument<string>("KEY", "Letters, digits, '-', '_' or '.'", "字母、数字、“-”、“_”、“.”")
        {
            Validators = { OnlyKeyCharacters },
        };
        var simulated = Inputs.Flag("--simulated", "The participants will not exist", "受试者为模拟数据");
        var hazardRatio = Inputs.OptionalNumber("--planted-hr", "X", "Hazard ratio per doubling of the marker, planted",
            "植入的风险比（标志物每增加一倍）");
        var oddsRatio = Inputs.OptionalNumber("--planted-or", "Y", "Odds ratio of the unfavourable response, planted",
            "植入的不利疗效比值比");
        var seed = Inputs.OptionalWholeNumber("--seed", "Of the generator", "随机数种子");
        var verb = new Verb("open", "Begin a study; makes the workspace when there is none", "新建研究；没有工作区时一并建立",
            "medulla study open nct07163728") { key, simulated, hazardRatio, oddsRatio, seed }
            .OnWorkspace(async (call, workspace, cancellation) =>
            {
                var simulation = call.Of(simulated)
                    ? new Simulation(call.Given(hazardRatio)!.Value, call.Given(oddsRatio)!.Value, call.Given(seed)!.Value)
                    : null;
                using var study = await workspace.OpenStudyAsync(new StudyKey(call.Of(key)), cancellation);
                return await study.SubmitAsync(new OpenStudy(simulation), cancellation);
            }, makes: true);
        verb.Validators.Add(result =>
        {
            Option[] planted = [hazardRatio, oddsRatio, seed];
            var given = planted.Count(option => result.GetResult(option) is { Implicit: false });
            if (given != (result.GetValue(simulated) ? 3 : 0))
                result.AddError("Found some of --simulated, --planted-hr, --planted-or, --seed. Expected all four, or none.");
        });
        return verb;
    }

    static void OnlyKeyCharacters(System.CommandLine.Parsing.ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (!token.Value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
                result.AddError($"Found '{token.Value}' as KEY. Expected letters, digits, '-', '_' or '.'.");
    }

    static Verb Publish()
    {
        var place = Inputs.Word("FOLDER_OR_FILE", "study.yaml or its folder; record.json beside it comes along",
            "study.yaml 或其文件夹；同文件夹的 record.json 一并发布");
        return new Verb("publish", "Let a version of the study's file take effect", "发布研究定义，使其生效",
            "medulla study publish studies/nct07163728") { place }
            .OnStudy(async (call, study, cancellation) =>
                await DefinitionFiles.ReadStudyAsync(call.Of(place), call.Printer, cancellation) is { } files
                    ? await study.SubmitAsync(new PublishDefinition(files.StudyYaml, files.RecordJson), cancellation)
                    : ExitCode.Refused);
    }

    static Verb Lock()
    {
        var on = Inputs.Date("--on", "Day of the lock", "锁库日期");
        var reason = Inputs.Text("--reason", "TEXT", "Why now", "锁库原因");
        return new Verb("lock", "Lock the database: no data change any more", "锁库：数据不再更改",
            "medulla study lock --on 2027-01-31 --reason \"last follow-up entered and queries closed\"") { on, reason }
            .OnStudy((call, study, cancellation) =>
                study.SubmitAsync(new LockDatabase(call.Of(on), call.Of(reason)), cancellation));
    }

    static Verb List() => new Verb("list", "Every study of the journal", "列出日志中的全部研究", "medulla study list")
        .OnWorkspace(async (call, workspace, cancellation) =>
        {
            var rows = new List<string[]>();
            foreach (var key in await workspace.Journal.StudiesAsync(cancellation))
            {
                using var opened = await workspace.OpenStudyAsync(key, cancellation);
                var study = opened.Seen;
                rows.Add(
                [
                    key.Value, PlainText.Whole(study.Position),
                    study.Simulation is null ? "" : StudyOverview.Simulated.In(call.Language),
                    PlainText.Day(study.Lock?.LockedOn), study.Definition.Title.In(call.Language),
                ]);
            }
            call.Printer.Table(
                [new("STUDY", "研究"), new("ENTRIES", "条数"), new("DATA", "数据"), new("LOCKED", "锁库"), new("TITLE", "题目")], rows);
            return ExitCode.Done;
        });

    static Verb Show() => new Verb("show", "Where the study stands, in short", "研究现状概览", "medulla study show")
        .OnStudy((call, study, _) =>
        {
            StudyOverview.Print(study.Seen, study.Desk.Head, call.Printer);
            return Task.FromResult(ExitCode.Done);
        });
}

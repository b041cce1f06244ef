using System.CommandLine;
using System.CommandLine.Help;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Cli.Stats;
using Medulla.Cli.Verbs;
using Medulla.Figures;

namespace Medulla.Cli;

/// <summary>The whole program: what every verb takes, and the list of all nouns and verbs.</summary>
sealed class MedullaCommand : RootCommand
{
    public const string WorkspaceVariable = "MEDULLA_WORKSPACE";
    public const string ActorVariable = "MEDULLA_ACTOR";
    public const string DefaultWorkspace = "medulla-workspace";

    public MedullaCommand(Terminal terminal)
    {
        Terminal = terminal;
        foreach (var option in (ReadOnlySpan<Option>)[Workspace, Study, ActingAs, Language])
        {
            option.Recursive = true;
            Add(option);
        }
        foreach (var noun in Nouns())
            Add(noun);
    }

    public Terminal Terminal { get; }

    public Option<string?> Workspace { get; } = new DescribedOption<string?>("--workspace", "DIR",
        $"Folder of the workspace; else {WorkspaceVariable}, else {DefaultWorkspace}/ here",
        $"工作区文件夹；缺省取 {WorkspaceVariable}，再缺省为当前文件夹下的 {DefaultWorkspace}/");

    public Option<string?> Study { get; } = new DescribedOption<string?>("--study", "KEY",
        "Which study; needed when the journal holds several", "研究代号；日志中有多项研究时必须给出");

    public Option<string?> ActingAs { get; } = new DescribedOption<string?>("--as", "NAME",
        $"Who acts; else {ActorVariable}, else the operating system's account. Marked 'not authenticated'",
        $"操作者；缺省取 {ActorVariable}，再缺省为系统账户。记为“not authenticated”（未认证）");

    public Option<Language> Language { get; } = Inputs.Language();

    /// <summary>Every noun of the program, in the order of a study's life. A new one is added here.</summary>
    static IEnumerable<Command> Nouns() =>
    [
        StudyVerbs.Noun(),
        PlanVerbs.Noun(),
        ParticipantVerbs.Noun(),
        EligibilityVerbs.Noun(),
        VisitVerbs.Noun(),
        FormVerbs.Noun(),
        SpecimenVerbs.Noun(),
        PlateVerbs.Noun(),
        .. OutcomeVerbs.Nouns(),
        CohortVerbs.Noun(),
        ReportVerbs.Noun(),
        DatasetVerb.Dataset(),
        JournalVerbs.Noun(),
        ServeVerb.Serve(),
        DemoVerb.Demo(),
        StatsVerbs.Noun(),
        QualifyVerbs.Noun(),
    ];
}

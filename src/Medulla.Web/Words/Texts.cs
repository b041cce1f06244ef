using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>Every text of the pages in one language.</summary>
/// <remarks>
/// A text is one member that is given both languages at once, side by side: one that lacks its translation does not compile.
/// </remarks>
public sealed class Texts
{
    Texts(Language language)
    {
        Shell = new(language);
        Terms = new(language);
        Input = new(language);
        Overview = new(language);
        Participants = new(language);
        Participant = new(language);
        Capture = new(language);
        Record = new(language);
        Plates = new(language);
        Journal = new(language);
        Facts = new(language);
        Report = new(language);
    }

    public static Texts English { get; } = new(Language.English);

    public static Texts Chinese { get; } = new(Language.Chinese);

    public ShellTexts Shell { get; }
    public TermTexts Terms { get; }
    public InputTexts Input { get; }
    public OverviewTexts Overview { get; }
    public ParticipantsTexts Participants { get; }
    public ParticipantTexts Participant { get; }
    public CaptureTexts Capture { get; }
    public RecordTexts Record { get; }
    public PlateTexts Plates { get; }
    public JournalTexts Journal { get; }
    public FactTexts Facts { get; }
    public ReportTexts Report { get; }

    public static Texts In(Language language) => language == Language.Chinese ? Chinese : English;
}

/// <summary>How a text is written: both languages in one place.</summary>
static class BothLanguages
{
    public static string Of(this Language language, string en, string zh) => language == Language.Chinese ? zh : en;
}

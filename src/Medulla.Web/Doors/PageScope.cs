using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Web.Words;
using Medulla.Workspace;
using Medulla.Workspace.Journals;

namespace Medulla.Web.Doors;

/// <summary>What a page knows of its visit: who looks, in which language, at which study. One a request.</summary>
public sealed class PageScope(WebOptions options)
{
    StudyDesk? desk;
    StudyState? study;

    public Actor Actor => options.Actor;

    public Language Language { get; private set; }

    /// <summary>"light", "dark", or null for the system's choice.</summary>
    public string? Theme { get; private set; }

    public HttpContext Context { get; private set; } = null!;

    public Texts Text => Texts.In(Language);

    /// <summary>Today by the clock of the server, in its own time zone: what a person there calls today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(options.Clock.GetLocalNow().Date);

    public IJournal Journal => options.Journal;

    /// <summary>Null when the journal stands alone.</summary>
    public WorkspaceFolder? Workspace => options.Workspace;

    public bool HasStudy => study is not null;

    /// <summary>The study of the address, as this person may see it.</summary>
    /// <exception cref="InvalidOperationException">The page is not below a study.</exception>
    public StudyState Study => study ?? throw new InvalidOperationException($"Found no study in {Context.Request.Path}.");

    /// <exception cref="InvalidOperationException">The page is not below a study.</exception>
    public StudyDesk Desk => desk ?? throw new InvalidOperationException($"Found no study in {Context.Request.Path}.");

    public string In(Bilingual text) => text.In(Language);

    /// <summary>The address of a page of this study; "" for its overview.</summary>
    public string To(string page = "") => page == "" ? $"/studies/{Study.Key}" : $"/studies/{Study.Key}/{page}";

    /// <summary>Asks the study; what it accepts is recorded.</summary>
    public async Task<Decision> SubmitAsync(ICommand command)
    {
        // Whoever pressed the button may have left: what was decided is stored all the same.
        var decision = await Desk.SubmitAsync(command, Actor, CancellationToken.None);
        study = Desk.Study.AsSeenBy(Actor);
        return decision;
    }

    /// <summary>The form of this request; null when none was sent.</summary>
    public TypedInput Typed() => new(Context.Request.HasFormContentType ? Context.Request.Form : null, this);

    /// <summary>What the address names does not exist.</summary>
    public void NotFound() => Context.Response.StatusCode = StatusCodes.Status404NotFound;

    internal void Open(HttpContext context, StudyDesk? found)
    {
        Context = context;
        Language = LanguageChoice.Of(context.Request);
        Theme = ThemeChoice.Of(context.Request);
        desk = found;
        study = found?.Study.AsSeenBy(Actor);
    }
}

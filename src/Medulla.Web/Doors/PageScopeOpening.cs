using Medulla.Figures;
using Medulla.Study.Journal;

namespace Medulla.Web.Doors;

/// <summary>Finds the study of an address before its page is drawn; keeps the language and colours chosen.</summary>
public sealed class PageScopeOpening(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, PageScope scope, OpenStudies studies)
    {
        if (LanguageChoice.Chosen(context.Request) is { } language)
            Keep(context, LanguageChoice.Cookie, LanguageChoice.Code(language));
        if (ThemeChoice.Chosen(context.Request) is { } theme)
            Keep(context, ThemeChoice.Cookie, theme);

        if (KeyOf(context.Request.Path) is not { } key)
        {
            scope.Open(context, null);
            await next(context);
        }
        else if (await studies.FindAsync(key, context.RequestAborted) is { } desk)
        {
            scope.Open(context, desk);
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    static StudyKey? KeyOf(PathString path) =>
        path.Value?.Split('/') is ["", "studies", { Length: > 0 } key, ..] ? new StudyKey(key) : null;

    static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        });
}

using System.Text.Encodings.Web;
using Medulla.Figures;
using Medulla.Web.Words;
using Medulla.Workspace.Journals;

namespace Medulla.Web.Doors;

/// <summary>What is shown when the program fails: what it means for the person, never how the program is built.</summary>
/// <remarks>Written without components, because components may be what failed.</remarks>
public sealed partial class FailurePage(RequestDelegate next, ILogger<FailurePage> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(log, context.Request.Path, failure);
            await WriteAsync(context, failure);
        }
    }

    static Task WriteAsync(HttpContext context, Exception failure)
    {
        var language = LanguageChoice.Of(context.Request);
        var text = Texts.In(language).Shell;
        var encode = HtmlEncoder.Default;
        var reason = encode.Encode(ReasonOf(failure)?.In(language) ?? "");

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{language.Tag()}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(text.FailureTitle)} · Medulla</title>
            <link rel="stylesheet" href="{EmbeddedAssets.Address(EmbeddedAssets.StyleSheet)}">
            </head>
            <body><main class="m-wrap py-5"><h1>{encode.Encode(text.FailureTitle)}</h1>
            <p class="mt-3">{encode.Encode(text.FailureMeaning)}</p><p>{reason}</p>
            <p><a href="/">{encode.Encode(text.AllStudies)}</a></p></main></body>
            </html>
            """, context.RequestAborted);
    }

    /// <summary>What the journal itself says; null for a failure of the program.</summary>
    static Bilingual? ReasonOf(Exception failure) => failure switch
    {
        JournalNotWrittenException notWritten => notWritten.Reason,
        JournalNotOpenedException notOpened => notOpened.Reason,
        JournalAlteredException altered => altered.Fault.Message,
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "The answer to {Path} failed.")]
    static partial void Failed(ILogger log, string path, Exception failure);
}

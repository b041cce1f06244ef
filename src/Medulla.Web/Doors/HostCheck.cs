namespace Medulla.Web.Doors;

/// <summary>Refuses every name but this machine's own: a page elsewhere that points its name here learns nothing.</summary>
public sealed class HostCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host;
        var port = context.Connection.LocalPort;

        // In-process servers of tests have no port.
        if (host.Host is "127.0.0.1" or "localhost" or "[::1]" && (port == 0 || (host.Port ?? 80) == port))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "Found another name than this machine's in the Host header. Expected 127.0.0.1, localhost or [::1].\n",
            context.RequestAborted);
    }
}

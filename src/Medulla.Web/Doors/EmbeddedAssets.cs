using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Medulla.Workspace.Reports;

namespace Medulla.Web.Doors;

/// <summary>Serves the style sheets, scripts and marks that travel inside the assembly.</summary>
public sealed class EmbeddedAssets(RequestDelegate next)
{
    const string Prefix = "/assets/";
    const string ResourcePrefix = "wwwroot/";

    /// <summary>The one style sheet of the pages.</summary>
    public const string StyleSheet = "medulla.css";

    // In one file, a rule of Bootstrap that the theme replaces is never in force, not even while files are still arriving:
    // its data: images would be refused by the policy.
    static readonly string[] StyleSheetParts = ["vendor/bootstrap/bootstrap.min.css", "tokens.css", "theme.css", "pages.css"];

    static readonly FrozenDictionary<string, Asset> Assets = Load();

    public static bool IsAsset(PathString path) => path.StartsWithSegments("/assets", StringComparison.Ordinal);

    /// <summary>The address of an asset; changes with its content, so that browsers may keep it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public static string Address(string name) => $"{Prefix}{name}?v={Assets[name].Tag[..12]}";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsAsset(context.Request.Path))
            return next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return Ended(context, StatusCodes.Status405MethodNotAllowed);
        if (!Assets.TryGetValue(context.Request.Path.Value![Prefix.Length..], out var asset))
            return Ended(context, StatusCodes.Status404NotFound);

        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = $"\"{asset.Tag}\"";
        response.Headers.CacheControl = request.Query["v"] == asset.Tag[..12]
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (request.Headers.IfNoneMatch == $"\"{asset.Tag}\"")
            return Ended(context, StatusCodes.Status304NotModified);

        response.ContentType = asset.ContentType;
        response.ContentLength = asset.Content.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
    }

    static Task Ended(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.CompleteAsync();
    }

    static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            // Built on Windows, the resource names carry its separators.
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            assets.Add(name[ResourcePrefix.Length..], AssetOf(name, content));
        }
        assets.Add(StyleSheet, AssetOf(StyleSheet,
        [
            .. StyleSheetParts.SelectMany(part => assets[part].Content.Append((byte)'\n')),
            .. Encoding.UTF8.GetBytes(ReportStyle.Parts),
        ]));
        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static Asset AssetOf(string name, byte[] content) =>
        new(content, ContentTypeOf(name), Convert.ToHexStringLower(SHA256.HashData(content)));

    static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    /// <param name="Tag">SHA-256 of the content.</param>
    sealed record Asset(byte[] Content, string ContentType, string Tag);
}

using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Medulla.Web.Doors;
using Medulla.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;

namespace Medulla.Web;

/// <summary>The pages as a server of this machine: reachable from this machine alone.</summary>
public static class WebHost
{
    /// <summary>Room for a form of thousands of values; raw files come through the command line.</summary>
    const long LargestRequestBytes = 4 * 1024 * 1024;

    /// <summary>Builds the server without starting it.</summary>
    public static WebApplication Build(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Nothing is read from the folder the command runs in: neither settings nor files.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        // That the server could not start is told by whoever started it, once.
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        AddServices(builder.Services, options);

        var web = builder.Build();
        web.UseMiddleware<SecurityHeaders>();
        web.UseMiddleware<HostCheck>();
        web.UseMiddleware<FailurePage>();
        web.UseMiddleware<EmbeddedAssets>();
        web.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        web.UseMiddleware<PageScopeOpening>();
        web.UseRouting();
        web.UseAntiforgery();
        web.MapRazorComponents<App>();
        return web;
    }

    /// <summary>Serves until cancelled. <paramref name="started"/> learns the address, port included.</summary>
    public static async Task RunAsync(WebOptions options, Action<Uri> started, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(started);
        await using var web = Build(options);
        await web.StartAsync(cancellation);
        started(AddressOf(web));
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await web.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Where a started server listens.</summary>
    public static Uri AddressOf(WebApplication web)
    {
        ArgumentNullException.ThrowIfNull(web);
        return new Uri(web.Urls.First());
    }

    static void AddServices(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<OpenStudies>();
        services.AddScoped<PageScope>();
        services.AddHttpContextAccessor();
        services.AddRoutingCore();
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        // Keys live as long as the process: a form left open over a restart is sent again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "medulla-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }
}

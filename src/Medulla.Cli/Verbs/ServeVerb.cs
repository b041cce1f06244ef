using System.CommandLine;
using System.Net;
using Medulla.Cli.Input;
using Medulla.Study.Journal;
using Medulla.Web;
using Microsoft.AspNetCore.Connections;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla serve</c>: the pages, on this machine alone.</summary>
static class ServeVerb
{
    public static Verb Serve()
    {
        var port = Port();
        return new Verb("serve", "Serve the pages at 127.0.0.1 until Ctrl+C", "在 127.0.0.1 提供网页，按 Ctrl+C 结束",
            "medulla serve --port 5180") { port }
            .OnWorkspace((call, workspace, cancellation) =>
                RunAsync(call, workspace, PortOf(call, port), cancellation));
    }

    /// <summary>5180 unless named; 0 takes any free port.</summary>
    public static Option<long?> Port() => Inputs.OptionalWholeNumber("--port",
        $"Port on 127.0.0.1; else {WebOptions.DefaultPort}", $"127.0.0.1 的端口；缺省为 {WebOptions.DefaultPort}");

    public static int PortOf(VerbCall call, Option<long?> port) =>
        (int)Math.Clamp(call.Given(port) ?? WebOptions.DefaultPort, IPEndPoint.MinPort, IPEndPoint.MaxPort);

    public static async Task<ExitCode> RunAsync(
        VerbCall call, OpenedWorkspace workspace, int port, CancellationToken cancellation)
    {
        var options = new WebOptions
        {
            Journal = workspace.Journal,
            Workspace = workspace.Folder,
            Actor = call.Actor,
            Port = port,
        };
        try
        {
            await WebHost.RunAsync(options, address => call.Printer.Say(new(
                $"Pages at {address} until Ctrl+C. {call.Actor} acts.",
                $"网页地址 {address}，按 Ctrl+C 结束。操作者：{call.Actor}")), cancellation);
            return ExitCode.Done;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return call.Printer.Refused([new Refusal("port-taken",
                $"Port {port} of 127.0.0.1 is taken by another program. Name another: --port {port + 1}",
                $"127.0.0.1 的端口 {port} 已被其他程序占用，换一个：--port {port + 1}")]);
        }
    }
}

using System.Data.Common;
using System.Globalization;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Workspace.Journals;

namespace Medulla.Cli;

/// <summary>What could not be done, in one message: never a stack trace on the screen.</summary>
static class Failures
{
    /// <summary>In the workspace; holds what the screen does not show.</summary>
    public const string LogName = "faults.log";

    const long LeastFreeBytes = 64 * 1024;

    public static ExitCode Explain(Exception failure, string workspace, Printer printer)
    {
        switch (failure)
        {
            case JournalNotWrittenException notWritten:
                printer.Problem(JournalNotWrittenException.Rule, notWritten.Reason);
                break;
            case JournalNotOpenedException notOpened:
                printer.Problem(JournalNotOpenedException.Rule, notOpened.Reason);
                break;
            case JournalAlteredException altered:
                printer.Problem(JournalAlteredException.Rule, altered.Fault.Message);
                printer.Hint(new("What else is wrong: medulla journal verify", "查看全部问题：medulla journal verify"));
                break;
            case DbException damage:
                printer.Problem("journal-unreadable", new(
                    $"The journal could not be read: {damage.Message}", $"日志无法读取：{damage.Message}"));
                break;
            case IOException or UnauthorizedAccessException:
                printer.Problem("file-not-accessible", Bilingual.Same(failure.Message));
                break;
            case OperationCanceledException:
                printer.Problem("stopped", new("Stopped before the end.", "未完成即被中止。"));
                break;
            default:
                Unexpected(failure, workspace, printer);
                break;
        }
        if (failure is not OperationCanceledException && IsDiskFull(workspace))
            printer.Hint(new(
                $"The disk of {workspace} is full. Free some space.", $"{workspace} 所在磁盘已满，请先清理空间。"));
        return ExitCode.Refused;
    }

    // Databases and files name a full disk in many ways, some of them only "I/O error".
    static bool IsDiskFull(string workspace)
    {
        try
        {
            return Directory.Exists(workspace) && new DriveInfo(workspace).AvailableFreeSpace < LeastFreeBytes;
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    static void Unexpected(Exception failure, string workspace, Printer printer)
    {
        printer.Problem("program-fault", Bilingual.Same(failure.Message));
        var log = Path.Combine(workspace, LogName);
        printer.Hint(Logged(failure, log)
            ? new($"This is a fault of the program. Its details: {log}", $"这是程序自身的缺陷，详情见 {log}")
            : new($"This is a fault of the program, in {failure.TargetSite?.DeclaringType?.Name}.{failure.TargetSite?.Name}.",
                $"这是程序自身的缺陷，位于 {failure.TargetSite?.DeclaringType?.Name}.{failure.TargetSite?.Name}。"));
    }

    // Only into a workspace that is there: a failure makes no folder.
    static bool Logged(Exception failure, string log)
    {
        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(log)))
                return false;
            File.AppendAllText(log, string.Create(
                CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} {failure}\n\n"));
            return true;
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

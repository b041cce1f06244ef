using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Medulla.Statistics.Tests;

/// <summary>R itself, asked while the tests run, about what the reference folder has no case of.</summary>
static class LiveR
{
    // Numbers come back one a line, every digit of them.
    const string Say = "say <- function(...) cat(paste0(sprintf('%.17g', as.numeric(c(...))), '\\n'), sep = '')\n";

    /// <summary>The numbers that the script says; skips the test, with the reason, where R or a package is not installed.</summary>
    /// <param name="script">Calls <c>say(...)</c>.</param>
    /// <param name="packages">Loaded first.</param>
    public static double[] Numbers(string script, params string[] packages)
    {
        foreach (var package in packages)
            if (Run($"if (!requireNamespace('{package}', quietly = TRUE)) quit(status = 9)") is not { Code: 0 })
                Assert.Skip($"Rscript with the package {package} is not installed.");

        var libraries = string.Concat(packages.Select(package => $"suppressMessages(library({package}))\n"));
        var finished = Run(Say + libraries + script);
        if (finished is null)
            Assert.Skip("Rscript is not installed.");
        Assert.True(finished.Code == 0, finished.Error);
        return [.. finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>Values as R reads them: <c>1.5, 2</c>.</summary>
    public static string List(IEnumerable<double> values) =>
        string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    public static void AssertClose(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(Enumerable.Range(0, found.Length), place => Assert.Equal(expected[place], found[place], tolerance));
    }

    sealed record Finished(int Code, string Output, string Error);

    static Finished? Run(string script)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, script);
            using var process = Process.Start(new ProcessStartInfo("Rscript", ["--vanilla", path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Finished(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null; // There is no Rscript on this machine.
        }
        finally
        {
            File.Delete(path);
        }
    }
}

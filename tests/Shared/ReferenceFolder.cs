using System.Runtime.CompilerServices;

namespace Medulla.Tests;

/// <summary>The folder of reference values; absent from a user's clone.</summary>
/// <remarks>Found at <c>MEDULLA_REFERENCE</c>, else at <c>../shared</c> from the project's root.</remarks>
public static class ReferenceFolder
{
    public static string ProjectRoot { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    static string Candidate { get; } =
        Environment.GetEnvironmentVariable("MEDULLA_REFERENCE") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(ProjectRoot, "../shared"));

    /// <summary>The path of a file or folder in the reference folder. Skips the test, with the reason, where there is none.</summary>
    /// <exception cref="DirectoryNotFoundException">It is absent and <c>MEDULLA_REFERENCE_REQUIRED</c> is 1.</exception>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(Candidate, relativePath);
        if (File.Exists(path) || Directory.Exists(path))
            return path;

        if (Environment.GetEnvironmentVariable("MEDULLA_REFERENCE_REQUIRED") == "1")
            throw new DirectoryNotFoundException($"Found no {path}. Expected the reference folder there.");
        Assert.Skip($"Reference folder absent: {relativePath}. Set MEDULLA_REFERENCE to run this test.");
        return path;
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}

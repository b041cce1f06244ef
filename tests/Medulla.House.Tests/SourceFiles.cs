namespace Medulla.House.Tests;

/// <summary>The source as people write it: nothing built, nothing generated.</summary>
static class SourceFiles
{
    public static IEnumerable<string> Of(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
}

using System.Runtime.CompilerServices;

namespace Medulla.Statistics.Bench;

/// <summary>Where this project's source lies: the peers' scripts stand beside it.</summary>
static class Here
{
    public static string Folder([CallerFilePath] string path = "") => System.IO.Path.GetDirectoryName(path)!;
}

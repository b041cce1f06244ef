namespace Medulla.Bench;

/// <summary>A folder on the disk to be measured; gone afterwards.</summary>
sealed class BenchFolder(string place) : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(place, $"medulla-bench-{Guid.NewGuid():N}"));

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}

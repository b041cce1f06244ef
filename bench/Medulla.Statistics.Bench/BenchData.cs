using System.Globalization;

namespace Medulla.Statistics.Bench;

/// <summary>A folder for the data of one contest; gone afterwards.</summary>
sealed class BenchData : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medulla-bench-");

    public string Path => folder.FullName;

    /// <summary>Columns as <c>NAME.csv</c>, every digit of them.</summary>
    public void Write(string name, params ReadOnlySpan<(string Column, IReadOnlyList<double> Values)> columns)
    {
        using var file = new StreamWriter(System.IO.Path.Combine(folder.FullName, name + ".csv"));
        var (names, lists) = (new List<string>(), new List<IReadOnlyList<double>>());
        foreach (var (column, values) in columns)
        {
            names.Add(column);
            lists.Add(values);
        }

        file.WriteLine(string.Join(',', names));
        for (var row = 0; row < lists[0].Count; row++)
            file.WriteLine(string.Join(',', lists.Select(list => list[row].ToString("R", CultureInfo.InvariantCulture))));
    }

    public void Dispose() => folder.Delete(recursive: true);
}

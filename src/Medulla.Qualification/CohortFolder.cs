using System.Collections.Concurrent;
using CsvHelper;
using Medulla.Statistics.Formulas;

namespace Medulla.Qualification;

/// <summary>A folder of cohorts as CSV; each is read once.</summary>
public sealed class CohortFolder(string folder)
{
    readonly ConcurrentDictionary<string, DataFrame> read = new(StringComparer.Ordinal);

    /// <exception cref="ReferenceFolderException">There is no such file, or it has no header.</exception>
    public DataFrame Read(string dataset) => read.GetOrAdd(dataset, ReadFile);

    DataFrame ReadFile(string dataset)
    {
        var path = Path.Combine(folder, dataset + ".csv");
        if (!File.Exists(path))
            throw new ReferenceFolderException($"Found no '{path}'. Expected the cohort {dataset} there.");

        using var csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { HasHeader = true, Separator = ',' });
        csv.ReadHeader();
        string[] names = [.. csv.Headers];
        if (names.Length == 0)
            throw new ReferenceFolderException($"Found nothing in '{path}'. Expected a header and rows.");
        var cells = names.Select(_ => new List<string?>()).ToArray();
        while (csv.Read())
            for (var column = 0; column < names.Length; column++)
                cells[column].Add(column < csv.FieldCount ? csv.GetString(column) : null);
        return new DataFrame([.. names.Select((name, column) => DataColumn.OfCells(name, cells[column]))]);
    }
}

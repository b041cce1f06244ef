using System.Collections.Concurrent;
using Medulla.Statistics.Formulas;

namespace Medulla.Qualification;

/// <summary>A folder of cohorts as CSV; each is read once.</summary>
public sealed class CohortFolder(string folder)
{
    readonly ConcurrentDictionary<string, DataFrame> read = new(StringComparer.Ordinal);

    /// <exception cref="ReferenceFolderException">There is no such file.</exception>
    /// <exception cref="DataFileException">The file is not a table.</exception>
    public DataFrame Read(string dataset) => read.GetOrAdd(dataset, name => Path.Combine(folder, name + ".csv") is var path
        && File.Exists(path)
            ? DataFile.Read(path).Data
            : throw new ReferenceFolderException($"Found no '{path}'. Expected the cohort {name} there."));
}

namespace Medulla.Study.Definition.Reading;

/// <summary>Codes that a file declares and refers to. References are looked up at the end, so that order is free.</summary>
sealed class DeclaredCodes(YamlReader reader)
{
    const int MostListed = 24;

    readonly Dictionary<CodeList, List<string>> lists = [];
    readonly List<Reference> references = [];

    /// <summary>Says that a list exists, though it may stay empty. References into a list nobody opened are not looked up:
    /// what should have opened it has its own finding.</summary>
    public void Open(CodeList list) => lists.TryAdd(list, []);

    /// <summary>Adds a code that stands in another file.</summary>
    public void Declare(CodeList list, string code)
    {
        Open(list);
        if (!lists[list].Contains(code))
            lists[list].Add(code);
    }

    /// <summary>Adds a code; one that is there already is a finding.</summary>
    public void Declare(CodeList list, string code, Place place)
    {
        Open(list);
        if (lists[list].Contains(code))
            reader.Report("code-twice", place, $"Found '{code}' twice as {list}. Expected it once.");
        else
            lists[list].Add(code);
    }

    public void Refer(CodeList list, string code, Place place, string path) =>
        references.Add(new(list, code, place, path));

    /// <summary>Reports every reference to a code that does not exist.</summary>
    public void LookUpReferences()
    {
        foreach (var (list, code, place, path) in references)
            if (lists.TryGetValue(list, out var codes) && !codes.Contains(code))
                reader.Report("code-unknown", place, $"Found '{code}' in {path}. Expected {list}{Remedy(code, codes)}.");
    }

    static string Remedy(string code, List<string> codes) => codes switch
    {
        [] => "; there is none",
        _ when codes.Count <= MostListed => $": {string.Join(", ", codes)}",
        _ when NearestName.Of(code, codes) is { } nearest => $", such as '{nearest}'",
        _ => "",
    };

    readonly record struct Reference(CodeList List, string Code, Place Place, string Path);
}

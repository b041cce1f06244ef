using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Figures;

namespace Medulla.Study.Definition.Reading;

/// <summary>One file being read: what was found wrong, which codes it declares, which parts it has.</summary>
/// <remarks>
/// Nothing stops at a fault: a field that cannot be read gives a stand-in value, and what is built from stand-ins is
/// thrown away at the end. So one reading tells everything.
/// </remarks>
sealed class YamlReader
{
    readonly string fileName;
    readonly List<Finding> findings = [];
    readonly HashSet<Place> unreadable = [];
    readonly HashSet<string> paths = new(StringComparer.Ordinal);
    readonly List<(string Path, Place Place, string Owner)> pathReferences = [];

    YamlReader(string fileName)
    {
        this.fileName = fileName;
        Codes = new DeclaredCodes(this);
    }

    public DeclaredCodes Codes { get; }

    /// <summary>Reads a file whose root has named fields.</summary>
    public static Parsed<T> Read<T>(string fileName, string yaml, Func<YamlMap, T> read) where T : class
    {
        var reader = new YamlReader(fileName);
        var value = YamlTree.Read(yaml, reader) is { } root ? reader.ReadMap(root, "", read) : null;
        if (value is not null)
        {
            reader.Codes.LookUpReferences();
            reader.LookUpPaths();
        }

        // Findings come in the order of the file; OrderBy keeps the order of those at one place.
        ImmutableArray<Finding> inOrder =
            [.. reader.findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];
        return new(inOrder.IsEmpty ? value : null, inOrder);
    }

    /// <summary>Reads named fields, then reports those that nobody asked for; null when the node has none.</summary>
    public T? ReadMap<T>(YamlNode node, string path, Func<YamlMap, T> read) where T : class
    {
        if (node is not YamlNode.Mapping mapping)
        {
            ReportUnreadable("wrong-type", node.Place, $"Found {node.Describe()} in {NameOf(path)}. Expected named fields.");
            return null;
        }
        Know(path);
        var map = new YamlMap(this, mapping, path);
        var value = read(map);
        map.ReportUnknownFields();
        return value;
    }

    public T ReadScalar<T>(YamlNode node, string path, ScalarKind<T> kind)
    {
        if (node is YamlNode.Scalar scalar && kind.Read(scalar, out var value))
            return value;
        ReportUnreadable(node is YamlNode.Scalar ? kind.Rule : "wrong-type", node.Place,
            $"Found {node.Describe()} in {NameOf(path)}. Expected {kind.Expected}.");
        return kind.StandIn;
    }

    /// <summary>Reads <c>{en: …, zh: …}</c>.</summary>
    public Bilingual ReadBilingual(YamlNode node, string path)
    {
        if (node is not YamlNode.Mapping)
            ReportUnreadable("text-in-one-language", node.Place,
                $"Found {node.Describe()} in {NameOf(path)}. Expected both languages: {{en: …, zh: …}}.");
        else if (ReadMap(node, path, map => new Bilingual(map.Text("en"), map.Text("zh"))) is { } text)
            return text;
        return Bilingual.Same("");
    }

    /// <summary>Reports a node from which no value came.</summary>
    public void ReportUnreadable(string rule, Place place, string message)
    {
        unreadable.Add(place);
        Report(rule, place, message);
    }

    public bool IsUnreadable(Place place) => unreadable.Contains(place);

    public void Report(string rule, Place place, string message) =>
        findings.Add(new(Severity.Error, rule, fileName, place.Line, place.Column, message));

    /// <summary>Says that the file has, or could have, a part of this name.</summary>
    public void Know(string path) => paths.Add(path);

    /// <summary>Notes that a text names a part of the file; looked up at the end.</summary>
    public void ReferToPath(string path, Place place, string owner) => pathReferences.Add((path, place, owner));

    /// <summary>As a message names a part.</summary>
    public static string NameOf(string path) => path == "" ? "the file" : path;

    void LookUpPaths()
    {
        foreach (var (path, place, owner) in pathReferences.Where(reference => !paths.Contains(reference.Path)))
            Report("part-unknown", place, $"Found '{path}' in {owner}. Expected a part of this file"
                + (NearestName.Of(path, paths) is { } nearest ? $", such as '{nearest}'." : ", such as 'endpoints'."));
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Medulla.Assays;
using Medulla.Study.Definition;
using YamlDotNet.RepresentationModel;

namespace Medulla.Study.Tests.Definition;

/// <summary>Editors are told the fields by a schema, people by the reader: here the two cannot drift apart.</summary>
public sealed partial class SchemaTests
{
    static readonly (string Study, string File, string Schema)[] Files =
    [
        ("minimal", "study.yaml", "study"), ("nct07163728", "study.yaml", "study"), ("tcga-laml", "study.yaml", "study"),
        ("minimal", "plan.yaml", "plan"), ("nct07163728", "plan.yaml", "plan"), ("tcga-laml", "plan.yaml", "plan"),
        ("tcga-laml", "mapping.yaml", "cohort"),
    ];

    public static TheoryData<string> Schemas { get; } = ["study", "plan", "cohort"];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Reader_and_schema_know_the_same_fields(string schema)
    {
        var walked = new HashSet<string>();
        foreach (var (study, file, _) in Files.Where(file => file.Schema == schema))
        {
            var (yaml, parts) = SchemaWalk.Of(schema, BundledStudies.Text(study, file));
            foreach (var part in parts)
                part.Node.Add("zzz", "1");

            var known = Read(study, file, SchemaWalk.Write(yaml))
                .Where(finding => finding.Rule == "field-unknown")
                .Select(finding => UnknownField().Match(finding.Message))
                .ToLookup(match => match.Groups["path"].Value, match => match.Groups["known"].Value);

            Assert.Equal(parts.Select(part => part.Name).Distinct().Order(), known.Select(group => group.Key).Order());
            foreach (var part in parts)
                Assert.All(known[part.Name], names => Assert.Equal(part.Fields.Order(), names.Split(", ").Order()));
            walked.UnionWith(parts.Select(part => part.Definition));
        }
        Assert.Equal(SchemaWalk.Definitions(schema).Order(), walked.Order());
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void What_the_schema_requires_the_reader_requires_and_nothing_else(string schema)
    {
        var asked = 0;
        ForEveryField(schema, (study, file, part, field, yaml) =>
        {
            part.Node.Children.Remove(field);
            var findings = Read(study, file, SchemaWalk.Write(yaml));

            var missed = findings.Any(finding =>
                finding.Message.StartsWith($"Found no field '{field}' in ", StringComparison.Ordinal)
                || finding.Message == $"Found no {field} in {part.Name}. Expected at least one.");
            Assert.True(missed == part.Required.Contains(field),
                $"{part.Definition}.{field}: the reader {(missed ? "requires" : "does not require")} it.");
            asked++;
        });
        Assert.True(asked > 10);
    }

    [Theory]
    [InlineData("study", 8)]
    [InlineData("plan", 7)]
    [InlineData("cohort", 1)]
    public void Reader_and_schema_know_the_same_words(string schema, int expectedCount)
    {
        var asked = 0;
        ForEveryField(schema, (study, file, part, field, yaml) =>
        {
            var words = SchemaWalk.Words(schema, part, field);
            if (words is [])
                return;
            part.Node.Children[field] = new YamlScalarNode("zzz");
            var findings = Read(study, file, SchemaWalk.Write(yaml));

            Assert.Contains(findings, finding => finding.Rule == "choice-unknown"
                && finding.Message.EndsWith($". Expected one of: {string.Join(", ", words)}.", StringComparison.Ordinal));
            asked++;
        });
        Assert.True(asked >= expectedCount, $"Found {asked} fields with words.");
    }

    [Fact]
    public void Every_file_names_its_schema_in_the_first_line()
    {
        foreach (var (study, file, schema) in Files)
            Assert.Equal(
                $"# yaml-language-server: $schema=../../schemas/{schema}.schema.json",
                BundledStudies.Text(study, file).Split('\n')[0]);
    }

    /// <summary>Calls once for every field of every kind of part, each time with the file read anew.</summary>
    static void ForEveryField(string schema, Action<string, string, SchemaWalk.Part, string, YamlStream> act)
    {
        var done = new HashSet<(string Definition, string Field)>();
        foreach (var (study, file, _) in Files.Where(file => file.Schema == schema))
        {
            var text = BundledStudies.Text(study, file);
            var fields =
                from indexed in SchemaWalk.Of(schema, text).Parts.Index()
                from field in indexed.Item.Fields
                where indexed.Item.Node.Children.ContainsKey(field) && done.Add((indexed.Item.Definition, field))
                select (indexed.Index, Field: field);
            foreach (var (index, field) in fields.ToList())
            {
                var (yaml, parts) = SchemaWalk.Of(schema, text);
                act(study, file, parts[index], field, yaml);
            }
        }
    }

    static ImmutableArray<Finding> Read(string study, string file, string yaml) => file switch
    {
        "study.yaml" => StudyFile.Read(file, yaml).Findings,
        "plan.yaml" => PlanFile.Read(file, yaml, BundledStudies.Definition(study)).Findings,
        _ => CohortMappingFile.Read(file, yaml, BundledStudies.Definition(study)).Findings,
    };

    [GeneratedRegex(@"^Found field 'zzz' in (?<path>.*)\. Expected one of: (?<known>.*)\.$")]
    private static partial Regex UnknownField();
}

using Medulla.Assays;
using Medulla.Figures;
using Medulla.Study.Definition.Reading;

namespace Medulla.Study.Definition;

/// <summary>Reads how a cohort's columns map; every fault in one reading.</summary>
public static class CohortMappingFile
{
    public static Parsed<CohortMapping> Read(string fileName, string yaml, StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return YamlReader.Read(fileName, yaml, file =>
        {
            DefinitionCodes.Declare(file.Codes, definition);
            return ReadMapping(file);
        });
    }

    static CohortMapping ReadMapping(YamlMap file)
    {
        file.ExpectMembers("endpoints");
        return new(
            file.Bilingual("title"),
            file.RequiredMap("source", ReadSource, new CohortSource(Bilingual.Same(""), "", "")),
            file.Column("id"), file.Column("marker"),
            file.List("endpoints", ReadEndpoint),
            file.List("covariates", ReadCovariate),
            file.Bilinguals("notes"));
    }

    static CohortSource ReadSource(YamlMap map) => new(map.Bilingual("name"), map.Text("citation"), map.Text("licence"));

    static MappedEndpoint ReadEndpoint(YamlMap map)
    {
        var code = map.Refer(CodeList.ImportedEndpoints, "code");
        if (code != "")
            map.Declare(CodeList.Endpoints, "code");
        return new(code, map.Column("days"), map.Column("event"), map.Text("eventCode"));
    }

    static MappedCovariate ReadCovariate(YamlMap map) =>
        new(map.Declare(CodeList.ImportedColumns, "column"), map.Choice<MappedKind>("kind"));
}

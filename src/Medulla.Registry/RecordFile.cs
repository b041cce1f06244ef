using System.Text.Json;
using System.Text.RegularExpressions;

namespace Medulla.Registry;

/// <summary>Reads the record of one study from JSON.</summary>
/// <remarks>
/// Lenient where the registry is: members that are not known stay in <see cref="RegistryRecord.RawJson"/>. A list with
/// one study and a page of search results with one study read like the study alone.
/// </remarks>
public static partial class RecordFile
{
    const int DeepestNesting = 64;

    public static RecordReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var findings = new List<RecordFinding>();
        using var document = Parse(json, findings);
        var record = document is not null && Study(document.RootElement, findings) is { } study
            ? ReadStudy(study, findings)
            : null;
        return new(record, [.. findings]);
    }

    /// <summary>The same JSON without any telephone number or e-mail, at whatever depth it stood.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string WithoutPersonalContacts(string json) => PersonalContacts.Remove(json);

    static JsonDocument? Parse(string json, List<RecordFinding> findings)
    {
        var text = JsonText.WholeCharacters(json).TrimStart('\uFEFF');
        var start = text.TrimStart();
        if (start is "" or ['<', ..])
        {
            findings.Add(new("", start == "" ? "nothing" : "XML or HTML",
                "a record in JSON, as ClinicalTrials.gov gives it under /api/v2/studies"));
            return null;
        }
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        }
        catch (JsonException broken)
        {
            var place = FormattableString.Invariant($"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
            findings.Add(new("", $"text that is not JSON on {place}", "one record in JSON"));
            return null;
        }
    }

    static JsonElement? Study(JsonElement root, List<RecordFinding> findings)
    {
        var (element, path) = root is { ValueKind: JsonValueKind.Object } && root.TryGetProperty("studies", out var studies)
            ? (studies, "studies")
            : (root, "");
        if (element.ValueKind == JsonValueKind.Array)
        {
            if (element.GetArrayLength() != 1)
            {
                findings.Add(new(path, FormattableString.Invariant($"{element.GetArrayLength()} studies"), "one study"));
                return null;
            }
            element = element[0];
        }
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("protocolSection", out _))
            return element;

        var isClassic = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("FullStudiesResponse", out _);
        findings.Add(new("", isClassic ? "a record of the classic interface (retired in 2024)" : "no protocolSection",
            "a record of the interface of 2024 on (version 2)"));
        return null;
    }

    static RegistryRecord? ReadStudy(JsonElement study, List<RecordFinding> findings)
    {
        var root = new JsonPart(findings, study, "");
        var identification = root.Part("protocolSection").Part("identificationModule");
        if (NctId(identification.Text("nctId")) is { } nctId)
            return RecordModules.Read(root, identification, nctId, study.GetRawText());
        findings.Add(new("protocolSection.identificationModule.nctId",
            identification.Text("nctId") is { } other ? $"'{other}'" : "nothing", "a number such as NCT07163728"));
        return null;
    }

    /// <summary>As the registry writes it, whatever the case, zeros and blanks it was written with.</summary>
    static string? NctId(string? written) =>
        written is not null && NctIdForm().Match(written) is { Success: true } match
            && match.Groups["number"].Value.Trim('0') != ""
            ? "NCT" + match.Groups["number"].Value.PadLeft(8, '0')
            : null;

    [GeneratedRegex(@"^\s*[Nn][Cc][Tt]\s*(?<number>[0-9]{1,8})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex NctIdForm();
}

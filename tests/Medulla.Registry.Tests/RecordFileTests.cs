using System.IO.Compression;
using System.Text.Json;
using Medulla.Tests;

namespace Medulla.Registry.Tests;

public sealed class RecordFileTests
{
    const string Smallest = """{"protocolSection":{"identificationModule":{"nctId":"NCT00000012","briefTitle":"A study"}}}""";

    static string Bundled { get; } =
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies/nct07163728/record.json"));

    [Fact]
    public void The_bundled_record_reads_without_a_finding()
    {
        var (record, findings) = RecordFile.Read(Bundled);

        Assert.Empty(findings);
        Assert.NotNull(record);
        Assert.Equal(("NCT07163728", "AML-Leptin"), (record.Identity.NctId, record.Identity.OrganisationId));
        Assert.Equal(86, record.Design.Enrolment);
        Assert.Equal(new RecordDate("2025-08-01", null), record.Status.StartsOn);
        Assert.Equal(("Fuzhou", "China"), (Assert.Single(record.Locations).City, record.Locations[0].Country));
        Assert.Equal(ResultsState.Pending, record.Results);
        Assert.False(record.Eligibility.HealthyVolunteers);
        Assert.Empty(record.Outcomes);
    }

    [Fact]
    public void What_has_no_member_here_stays_in_the_raw_record()
    {
        var json = Smallest.Replace("\"briefTitle\"", "\"moonPhase\":\"new\",\"briefTitle\"", StringComparison.Ordinal);

        var record = RecordFile.Read(json).Record;

        Assert.Contains("\"moonPhase\":\"new\"", record?.RawJson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("",
        "Found nothing in the file. Expected a record in JSON, as ClinicalTrials.gov gives it under /api/v2/studies.")]
    [InlineData("<html></html>",
        "Found XML or HTML in the file. Expected a record in JSON, as ClinicalTrials.gov gives it under /api/v2/studies.")]
    [InlineData("{\n  \"a\": }", "Found text that is not JSON on line 2, byte 8 in the file. Expected one record in JSON.")]
    [InlineData("{\"FullStudiesResponse\":{}}",
        "Found a record of the classic interface (retired in 2024) in the file. "
        + "Expected a record of the interface of 2024 on (version 2).")]
    [InlineData("[]", "Found 0 studies in the file. Expected one study.")]
    [InlineData("{\"studies\":[{},{}]}", "Found 2 studies in studies. Expected one study.")]
    [InlineData("42", "Found no protocolSection in the file. Expected a record of the interface of 2024 on (version 2).")]
    [InlineData("{\"protocolSection\":{}}",
        "Found nothing in protocolSection.identificationModule.nctId. Expected a number such as NCT07163728.")]
    [InlineData("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000000\"}}}",
        "Found 'NCT00000000' in protocolSection.identificationModule.nctId. Expected a number such as NCT07163728.")]
    [InlineData("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT071637280\"}}}",
        "Found 'NCT071637280' in protocolSection.identificationModule.nctId. Expected a number such as NCT07163728.")]
    public void What_is_no_record_is_one_finding(string json, string message)
    {
        var (record, findings) = RecordFile.Read(json);

        Assert.Null(record);
        Assert.Equal(message, Assert.Single(findings).Message);
    }

    [Theory]
    [InlineData("nct00000012")]
    [InlineData("NCT12")]
    [InlineData(" NCT00000012 ")]
    public void The_number_is_read_however_it_is_written(string written)
    {
        var record = RecordFile.Read(Smallest.Replace("NCT00000012", written, StringComparison.Ordinal)).Record;

        Assert.Equal("NCT00000012", record?.Identity.NctId);
    }

    [Fact]
    public void A_value_of_another_shape_is_taken_and_told()
    {
        var (record, findings) = RecordFile.Read("""
            {"protocolSection":{
              "identificationModule":{"nctId":["NCT00000012"],"briefTitle":"A study"},
              "designModule":{"enrollmentInfo":{"count":"86"}},
              "conditionsModule":{"conditions":"AML"},
              "statusModule":{"startDateStruct":{"date":"August 2025"}},
              "eligibilityModule":{"healthyVolunteers":"No"}}}
            """);

        Assert.NotNull(record);
        Assert.Equal((86, false), (record.Design.Enrolment, record.Eligibility.HealthyVolunteers));
        Assert.Equal(["AML"], record.Conditions);
        Assert.Equal("August 2025", record.Status.StartsOn?.Text);
        Assert.Equal(
            [
                "Found a list in protocolSection.identificationModule.nctId. Expected one value.",
                "Found 'August 2025' in protocolSection.statusModule.startDateStruct.date. "
        + "Expected a date such as 2025, 2025-08 or 2025-08-01.",
                "Found the text '86' in protocolSection.designModule.enrollmentInfo.count. Expected a whole number.",
                "Found the text 'AML' in protocolSection.conditionsModule.conditions. Expected a list.",
                "Found the text 'No' in protocolSection.eligibilityModule.healthyVolunteers. Expected true or false.",
            ],
            findings.Select(finding => finding.Message).Distinct().OrderBy(message => Order(message)));

        static int Order(string message) => Array.FindIndex(
            ["nctId", "startDate", "count", "conditions", "healthy"], part => message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_registrys_mark_for_an_unknown_number_is_no_number()
    {
        var record = RecordFile.Read(Bundled.Replace("86", "99999999", StringComparison.Ordinal)).Record;

        Assert.Null(record?.Design.Enrolment);
    }

    [Theory]
    [InlineData("\"hasResults\":false", ResultsState.Pending)]
    [InlineData("\"hasResults\":true", ResultsState.PostedElsewhere)]
    [InlineData("\"hasResults\":true,\"resultsSection\":{\"moreInfoModule\":{}}", ResultsState.Posted)]
    [InlineData("\"annotationSection\":{\"annotationModule\":{\"unpostedAnnotation\":{\"unpostedEvents\":[]}}}",
        ResultsState.Submitted)]
    public void Where_the_results_are_is_told_apart(string members, ResultsState expected)
    {
        var record = RecordFile.Read(Smallest[..^1] + "," + members + "}").Record;

        Assert.Equal(expected, record?.Results);
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        var record = RecordFile.Read(Smallest.Replace("A study", "A\\ud800 \\u00e9\\nstudy", StringComparison.Ordinal)).Record;

        Assert.Equal("A\uFFFD é\nstudy", record?.Identity.BriefTitle);
    }

    [Fact]
    public void Telephone_numbers_and_addresses_of_mail_are_taken_out_at_any_depth()
    {
        const string WithContacts = """
            {"phone":"1","a":[{"email":"a@b.example","name":"N","Phone":"2","phoneExt":"3","count":1.50}],
             "b":{"c":{"eMail":"x"}},"zh":"中 > \u00e9"}
            """;

        var without = RecordFile.WithoutPersonalContacts(WithContacts);

        Assert.Equal("""{"a":[{"name":"N","count":1.50}],"b":{"c":{}},"zh":"中 > é"}""", Compact(without));
        Assert.Equal(without, RecordFile.WithoutPersonalContacts(without));
    }

    [Fact]
    public void The_bundled_record_is_the_published_one_without_its_telephone_numbers()
    {
        var published = File.ReadAllText(ReferenceFolder.Require("registry/NCT07163728.json"));

        Assert.Contains("\"phone\"", published, StringComparison.Ordinal);
        Assert.Equal(RecordFile.WithoutPersonalContacts(published), Bundled);
    }

    [Fact]
    public void No_real_or_made_up_record_makes_reading_throw()
    {
        var files = Directory.GetFiles(ReferenceFolder.Require("registry/edge-cases"), "*.json");

        Assert.True(files.Length > 30);
        Assert.All(files, file =>
        {
            var (record, findings) = RecordFile.Read(File.ReadAllText(file));
            Assert.True(record is not null || !findings.IsEmpty);
            if (record is not null)
                Assert.Equal(16, RecordPage.Of(record).Sections.Length);
        });
    }

    [Fact]
    public void Every_record_of_the_registrys_own_interface_reads_without_a_finding()
    {
        var path = ReferenceFolder.Require("registry/corpus/v2_native.ndjson.gz");
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        var count = 0;
        while (lines.ReadLine() is { } line)
        {
            var (record, findings) = RecordFile.Read(line);
            Assert.NotNull(record);
            Assert.Empty(findings);
            Assert.NotNull(RecordPage.Of(record).Title);
            using var clean = JsonDocument.Parse(RecordFile.WithoutPersonalContacts(line));
            Assert.DoesNotContain("\"phone\"", clean.RootElement.GetRawText(), StringComparison.Ordinal);
            count++;
        }
        Assert.Equal(400, count);
    }

    static string Compact(string json) => json.ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal)
        .Replace("\": ", "\":", StringComparison.Ordinal);
}

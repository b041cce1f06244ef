using System.Text.Json;
using System.Text.RegularExpressions;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Tests.Definition;

public sealed partial class BundledStudiesTests
{
    public static TheoryData<string> All => BundledStudies.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Study_and_plan_read_without_a_finding(string study)
    {
        var definition = BundledStudies.Definition(study);
        var plan = BundledStudies.Plan(study);

        Assert.Equal(0, definition.Version);
        Assert.NotEmpty(plan.Analyses);
        Assert.NotEmpty(plan.Limits);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_text_stands_in_both_languages(string study)
    {
        Bilingual[] texts = [.. Texts(BundledStudies.Definition(study)), .. Texts(BundledStudies.Plan(study))];

        Assert.True(texts.Length >= 10);
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Zh)));
        // One word that is the same in both, such as the code of a type, is written once.
        Assert.All(texts.Where(text => text.En != text.Zh), text => Assert.Matches(Chinese(), text.Zh));
        Assert.All(texts, text => Assert.DoesNotMatch(Chinese(), text.En));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_file_holds_a_telephone_number_or_an_address_of_mail(string study)
    {
        var files = Directory.GetFiles(Path.Combine(BundledStudies.Folder, study), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotMatch(TelephoneNumber(), text);
            Assert.DoesNotMatch(MailAddress(), text);
        });
    }

    [Fact]
    public void The_registered_study_says_what_its_record_says()
    {
        var study = BundledStudies.Definition("nct07163728");
        using var record = JsonDocument.Parse(BundledStudies.Text("nct07163728", "record.json"));
        var protocol = record.RootElement.GetProperty("protocolSection");
        JsonElement At(params string[] path) => path.Aggregate(protocol, (element, name) => element.GetProperty(name));
        string Text(params string[] path) => At(path).GetString()!;

        Assert.Equal(Text("identificationModule", "briefTitle"), study.Title.En);
        Assert.Equal(Text("identificationModule", "nctId"), study.RegistryId);
        Assert.Equal(At("designModule", "enrollmentInfo", "count").GetInt32(), study.TargetEnrolment);
        Assert.Equal(Text("statusModule", "startDateStruct", "date"), $"{study.AccrualFrom:yyyy-MM-dd}");
        Assert.Equal(Text("statusModule", "completionDateStruct", "date"), $"{study.DataCutoff:yyyy-MM-dd}");

        var criteria = Text("eligibilityModule", "eligibilityCriteria").Replace("\\>", ">", StringComparison.Ordinal);
        var numbered = NumberedLine().Matches(criteria).Select(match => match.Groups["text"].Value.TrimEnd(';', '.'));
        Assert.Equal(9, study.Eligibility.Length);
        Assert.Equal(numbered, study.Eligibility.Select(criterion => criterion.Text.En));
        Assert.Equal("I1 I2 I3 E1 E2 E3 E4 E5 E6".Split(' '), study.Eligibility.Select(criterion => criterion.Id));
    }

    [Fact]
    public void The_registered_study_has_the_schedule_forms_and_endpoints_of_its_proposal()
    {
        var study = BundledStudies.Definition("nct07163728");

        Assert.Equal(
            "SCR BL IND1 D14 EOI1 IND2 EOI2 FU3 FU6 FU9 FU12 FU15 REL DTH EOS".Split(' '),
        study.Visits.Select(visit => visit.Code));
        Assert.Equal("DM DX LB TX RESP FU REL DTH".Split(' '), study.Forms.Select(form => form.Code));
        Assert.Equal(["CR", "CRh", "CRi"], Assert.IsType<Endpoint.Binary>(study.FindEndpoint("CRC1")).Favourable);
        var eventFree = Assert.IsType<Endpoint.TimeToEvent>(study.FindEndpoint("EFS"));
        Assert.Equal([true, true, false, false], eventFree.Events.Select(source => source.DatedAtOrigin));
        Assert.Equal("RESP", study.Outcomes.Response?.Form);
        Assert.Null(study.AccrualTo);
        Assert.Contains(study.OpenQuestions, question => question.About == "accrualTo");
    }

    /// <summary>Study day 92 is 91 days after day 1, because there is no day 0.</summary>
    [Fact]
    public void Follow_up_is_due_every_ninety_one_days_within_a_fortnight()
    {
        var followUps = BundledStudies.Definition("nct07163728").Visits
            .Where(visit => visit.Code.StartsWith("FU", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, followUps.Count);
        Assert.All(followUps.Select((visit, index) => (visit, months: index + 1)), followUp =>
        {
            Assert.Equal((91 * followUp.months) + 1, followUp.visit.Day);
            Assert.Equal(followUp.visit.Day - 14, followUp.visit.WindowFrom);
            Assert.Equal(followUp.visit.Day + 14, followUp.visit.WindowTo);
        });
    }

    [Fact]
    public void Nobody_who_measures_the_marker_sees_the_outcome()
    {
        var roles = BundledStudies.Definition("nct07163728").Roles;

        Assert.Equal(6, roles.Length);
        Assert.Equal(["statistician"], roles.Where(role => role.MaySeeMarker && role.MaySeeOutcome).Select(role => role.Code));
    }

    static IEnumerable<Bilingual> Texts(object value) => value switch
    {
        Bilingual text => [text],
        string => [],
        System.Collections.IEnumerable members => members.Cast<object>().SelectMany(Texts),
        _ when value.GetType().Namespace == typeof(StudyDefinition).Namespace && value.GetType().IsClass =>
            value.GetType().GetProperties()
                .Where(property => property.GetIndexParameters() is [] && property.GetMethod is { IsStatic: false })
                .Select(property => property.GetValue(value)).OfType<object>().SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<![\d.])1[3-9]\d{9}(?!\d)|\+\d{6,}|(?i:phone)")]
    private static partial Regex TelephoneNumber();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}|(?i:e-?mail)")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^\d+\. (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex NumberedLine();
}

using Medulla.Tests;

namespace Medulla.Registry.Tests;

public sealed class RecordPageTests
{
    static readonly RecordPage Page = RecordPage.Of(RecordFile.Read(
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies/nct07163728/record.json"))).Record!);

    [Fact]
    public void Has_sixteen_sections_in_the_order_of_the_published_page()
    {
        var published = PublishedLines();

        var places = Page.Sections.Select(section => published.IndexOf(Heading(section.Key))).ToList();

        Assert.Equal(16, places.Count);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    /// <summary>Every value shown stands on the published page, in the same order.</summary>
    [Fact]
    public void Shows_the_values_of_the_published_page_in_its_order()
    {
        var published = PublishedLines();
        string[] values = [Page.Title!, Page.NctId, .. Page.Sections.SelectMany(Values)];

        Assert.True(values.Length > 30);
        var at = 0;
        foreach (var value in values)
        {
            var found = published.FindIndex(at, line => line.Contains(value, StringComparison.Ordinal));
            Assert.True(found >= 0, $"Found '{value}' on the page. Expected it on the published page after '{published[at]}'.");
            at = found;
        }
    }

    [Fact]
    public void Leaves_no_value_of_the_published_page_out()
    {
        var shown = Page.Sections.SelectMany(Values).Append(Page.Title).Append(Page.NctId).Append(Page.LastUpdated).ToList();

        var left = PublishedLines()
            .Where(line => !shown.Exists(value => line.Contains(value!, StringComparison.Ordinal))).ToList();

        // Headings, explanations and labels are words around the values; telephone numbers are not shown.
        Assert.All(left, line => Assert.True(
            line.EndsWith('.') || Labels.Contains(line) || line.All(char.IsAsciiDigit),
            $"Found '{line}' on the published page alone."));
    }

    [Fact]
    public void Criteria_come_as_lists_with_their_escapes_undone()
    {
        var lists = Page["eligibility-criteria"].Blocks.OfType<RecordBlock.Listing>().ToList();

        Assert.Equal(["inclusion-criteria", "exclusion-criteria"], lists.Select(list => list.Key));
        Assert.Equal([3, 6], lists.Select(list => list.Items.Length));
        Assert.Equal("Performance Status (PS) score >3;", lists[1].Items[3]);
    }

    [Fact]
    public void What_the_record_does_not_state_is_shown_as_not_stated()
    {
        var notStated = Page.Sections.SelectMany(section => section.Blocks).OfType<RecordBlock.Field>()
            .Where(field => !field.IsStated).Select(field => field.Key);

        Assert.Equal(
            ["primary-completion-date", "biospecimen-retention", "outcomes", "maximum-age", "sampling-method"], notStated);
        Assert.Equal(RecordPage.RelatedTrials, Assert.Single(Page.Sections, section => !section.IsStated).Key);
    }

    [Fact]
    public void A_record_of_a_number_alone_has_all_sections_too()
    {
        const string NumberAlone = """{"protocolSection":{"identificationModule":{"nctId":"NCT00000012"}}}""";

        var page = RecordPage.Of(RecordFile.Read(NumberAlone).Record!);

        Assert.Null(page.Title);
        Assert.Equal(Page.Sections.Select(section => section.Key), page.Sections.Select(section => section.Key));
        Assert.Equal(["study-results"], page.Sections.Where(section => section.IsStated).Select(section => section.Key));
    }

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_not_shown()
    {
        const string Turned =
            """{"protocolSection":{"identificationModule":{"nctId":"NCT00000012","briefTitle":"safe\u202Eexe\u0007"}}}""";

        var page = RecordPage.Of(RecordFile.Read(Turned).Record!);

        Assert.Equal("safeexe", page.Title);
    }

    static readonly HashSet<string> Labels =
    [
        .. Page.Sections.Select(section => Heading(section.Key)),
        "Recruitment Status", "Total Enrollment", "Study Classification", "Study Start Date", "Study Completion Date",
        "Results pending",
        "Observational Model Type", "Study Time Perspective", "Inclusion Criteria", "Exclusion Criteria",
        "Minimum Eligible Age",
        "Eligible Sex", "Accepts Healthy Volunteers",
        // The page's position labels, of which the record's own words say less: kept in the record as the registry has them.
        "Role: primary", "Identifier Type: -",
    ];

    static List<string> PublishedLines() =>
    [
        .. File.ReadAllLines(ReferenceFolder.Require("registry/NCT07163728-page.txt"))
            .Select(line => MarkupText.Plain(line).Trim()).Where(line => line != ""),
    ];

    static string Heading(string key) =>
        string.Join(' ', key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    static IEnumerable<string> Values(RecordSection section) => section.Key == "study-results"
        ? []
        : section.Blocks.SelectMany(block => block switch
        {
            RecordBlock.Field { Value: { } value } => [value],
            RecordBlock.Paragraph paragraph => [paragraph.Text],
            RecordBlock.Listing list => list.Items,
            RecordBlock.Entry entry => entry.Fields.Select(field => field.Value!),
            _ => Enumerable.Empty<string>(),
        });
}

using System.Net;
using AngleSharp.Dom;
using Medulla.Web.Tests.Example;

namespace Medulla.Web.Tests.Pages;

public sealed class InputTests(ExampleHost host)
{
    const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Fact]
    public async Task A_screening_entry_leads_to_the_new_participant()
    {
        using var person = host.Person();
        using var answer = await person.FillInAsync(ExampleHost.Study("/participants/screen"),
            ("screenedOn", "2025年9月9日"), ("age", "６１"), ("sex", "Female"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await person.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("61 years", page.QuerySelector(".m-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_kept()
    {
        using var person = host.Person();
        using var answer = await person.FillInAsync(ExampleHost.Study("/participants/screen"), ("screenedOn", "yesterday"), ("age", "61"));
        var page = await WebPerson.ParseAsync(answer);

        Assert.Equal(["value-not-a-date", "choice-missing"], RulesOf(page));
        Assert.Equal("#screenedOn", page.QuerySelector(".m-errors a")!.GetAttribute("href"));
        Assert.Equal("yesterday", page.GetElementById("screenedOn")!.GetAttribute("value"));
        Assert.Equal("61", page.GetElementById("age")!.GetAttribute("value"));
        Assert.Equal("true", page.GetElementById("screenedOn")!.GetAttribute("aria-invalid"));
        Assert.Contains("screenedOn-error", page.GetElementById("screenedOn")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reason_against_enrolment_is_shown_at_once_in_the_language_of_the_page()
    {
        using var person = host.Person("zh");
        using var answer = await person.FillInAsync(ExampleHost.Study($"/participants/{ExampleStudy.ScreenFailed}/enrol"), ("enrolOn", "2025-09-20"));
        var page = await WebPerson.ParseAsync(answer);

        Assert.Subset(RulesOf(page).ToHashSet(), new HashSet<string> { "not-in-screening", "consent-missing", "exclusion-applies" });
        Assert.Contains("符合排除标准 E2", page.QuerySelector(".m-errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_without_the_companion_is_refused_and_what_was_typed_stays()
    {
        using var person = host.Person();
        using var answer = await person.FillInAsync(ExampleHost.Study($"/participants/{ExampleStudy.Screened}/consent"),
            ("formVersion", "ICF 1.0"), ("signed-participant", "2025-09-05"), ("signed-investigator", "2025-09-05"),
            ("scope", "study-data"), ("scope", "research-specimens"));
        var page = await WebPerson.ParseAsync(answer);

        Assert.Equal(["signature-missing"], RulesOf(page));
        Assert.Equal("ICF 1.0", page.GetElementById("formVersion")!.GetAttribute("value"));
        Assert.True(page.GetElementById("scope-study-data")!.HasAttribute("checked"));
        Assert.False(page.GetElementById("scope-future-research")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Text_of_an_attacker_is_shown_as_text_wherever_it_appears()
    {
        using var person = host.Person();
        using var screened = await person.FillInAsync(ExampleHost.Study("/participants/screen"), ("screenedOn", "2025-09-10"), ("age", "50"), ("sex", "Male"));
        var address = screened.Headers.Location!.AbsolutePath;
        using var answered = await person.FillInAsync(address + "/eligibility", ("answer-I1", "Yes"), ("evidence-I1", Attack), ("then", "save"));
        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);

        var number = address[(address.LastIndexOf('/') + 1)..];
        foreach (var shown in new[] { address, address + "/eligibility", ExampleHost.Study($"/journal?participant={number}") })
        {
            var page = await person.ReadAsync(shown);
            Assert.Contains(page.QuerySelectorAll("*"), element =>
                element.TextContent.Contains(Attack, StringComparison.Ordinal) || element.GetAttribute("value") == Attack);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), img[onerror]"));
        }
    }

    [Fact]
    public async Task A_saved_value_changes_only_with_a_reason_and_the_query_closes()
    {
        var form = ExampleHost.Study($"/participants/{ExampleStudy.Enrolled}/visits/BL/forms/DM");
        using var person = host.Person();
        using var first = await person.FillInAsync(form, ("weight_kg", "581"), ("diabetes", "N"), ("steroid_14d", "N"), ("hydroxyurea", "Y"));
        var refused = await WebPerson.ParseAsync(first);
        using var second = await person.FillInAsync(form, ("weight_kg", "581"), ("reason", "as in the source"), ("diabetes", "N"), ("steroid_14d", "N"), ("hydroxyurea", "Y"));
        var asked = await person.ReadAsync(form);
        using var third = await person.FillInAsync(form, ("weight_kg", "58.1"), ("reason", "decimal point"), ("diabetes", "N"), ("steroid_14d", "N"), ("hydroxyurea", "Y"));
        var closed = await person.ReadAsync(form);

        Assert.Equal(["reason-missing"], RulesOf(refused));
        Assert.Equal("581", refused.GetElementById("weight_kg")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Equal("value-implausible", asked.QuerySelector(".m-thread")?.GetAttribute("data-rule"));
        Assert.Equal(HttpStatusCode.Found, third.StatusCode);
        Assert.Null(closed.QuerySelector(".m-thread"));
        Assert.Equal(3, closed.QuerySelectorAll(".m-past tbody tr").Length);
    }

    [Fact]
    public async Task A_plate_is_rejected_only_with_a_reason()
    {
        using var person = host.Person();
        using var answer = await person.FillInAsync(ExampleHost.Study("/plates/PL-0002"), ("decision", "reject"), ("reason", " "));
        var page = await WebPerson.ParseAsync(answer);

        Assert.Equal(["reason-missing"], RulesOf(page));
    }

    [Fact]
    public async Task A_result_leads_to_its_plate_and_the_plate_to_its_file()
    {
        using var person = host.Person();
        var participant = await person.ReadAsync(ExampleHost.Study($"/participants/{ExampleStudy.Enrolled}"));
        var link = participant.QuerySelector("#specimens a.m-prov")!.GetAttribute("href")!;
        var plate = await person.ReadAsync(link[..link.IndexOf('#', StringComparison.Ordinal)]);

        Assert.NotNull(plate.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]));
        Assert.Contains(plate.QuerySelectorAll(".m-hash"), hash => hash.TextContent == new string('a', 64));
        Assert.Equal(5, plate.QuerySelectorAll(".m-rules li[data-rule]").Length);
    }

    static IEnumerable<string> RulesOf(IDocument page) =>
        page.QuerySelectorAll(".m-errors li").Select(item => item.GetAttribute("data-rule")!);
}

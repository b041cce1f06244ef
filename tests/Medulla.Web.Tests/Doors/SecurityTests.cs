using System.Net;
using Medulla.Web.Doors;
using Medulla.Web.Tests.Example;

namespace Medulla.Web.Tests.Doors;

public sealed class SecurityTests(ExampleHost host)
{
    public static TheoryData<string> Pages => [.. ExampleHost.Pages.Select(ExampleHost.Study), "/studies", "/studies/nobody", "/assets/none.css"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_answer_carries_the_security_headers(string page)
    {
        using var person = host.Person();
        using var answer = await person.GetAsync(page);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_of_a_study_are_not_kept_by_browsers()
    {
        using var person = host.Person();
        using var answer = await person.GetAsync(ExampleHost.Study("/participants"));

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example")]
    public async Task Another_host_name_is_refused(string name)
    {
        using var person = host.Person();
        using var request = new HttpRequestMessage(HttpMethod.Get, ExampleHost.Study(""));
        request.Headers.Host = name;
        using var answer = await person.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Localhost_with_the_port_is_answered()
    {
        using var person = host.Person();
        using var request = new HttpRequestMessage(HttpMethod.Get, ExampleHost.Study(""));
        request.Headers.Host = $"localhost:{host.Address.Port}";
        using var answer = await person.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_records_nothing()
    {
        using var person = host.Person();
        var before = await EnrolmentOfAsync(person);
        using var request = new HttpRequestMessage(HttpMethod.Post, ExampleHost.Study("/participants/screen"))
        {
            Content = new FormUrlEncodedContent(
            [
                new("_handler", "screen"), new("screenedOn", "2025-09-01"), new("age", "50"), new("sex", "Male"),
            ]),
        };
        using var answer = await person.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await EnrolmentOfAsync(person));
    }

    [Fact]
    public async Task A_failure_shows_no_stack()
    {
        await using var broken = await BrokenHost.StartAsync();
        using var person = new WebPerson(broken.Address, "zh");
        using var answer = await person.GetAsync("/studies/anything");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<html lang=\"zh-Hans\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/studies/nobody")]
    [InlineData("/nothing")]
    [InlineData("/studies/SIMULATED-example/participants/S-9999")]
    [InlineData("/studies/SIMULATED-example/plates/PL-9999")]
    [InlineData("/studies/SIMULATED-example/participants/S-0001/visits/BL/forms/NONE")]
    public async Task What_does_not_exist_is_not_found(string page)
    {
        using var person = host.Person();
        using var answer = await person.GetAsync(page);
        var document = await WebPerson.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Nothing here", document.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Assets_may_be_kept_and_are_named_by_their_content()
    {
        using var person = host.Person();
        using var first = await person.GetAsync(EmbeddedAssets.Address(EmbeddedAssets.StyleSheet));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/" + EmbeddedAssets.StyleSheet);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await person.SendAsync(request);

        Assert.Equal("text/css", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    static async Task<string> EnrolmentOfAsync(WebPerson person) =>
        (await person.ReadAsync(ExampleHost.Study("/journal?kind=ParticipantScreened&participant=S-0001"))).QuerySelector("tbody")!.TextContent;
}

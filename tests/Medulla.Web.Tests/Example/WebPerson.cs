using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Medulla.Web.Tests.Example;

/// <summary>Somebody at a browser without script: reads pages, fills in forms, keeps cookies.</summary>
public sealed class WebPerson : IDisposable
{
    readonly HttpClient client;

    public WebPerson(Uri address, string acceptLanguage)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true)
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Accept-Language", acceptLanguage);
    }

    public Task<HttpResponseMessage> GetAsync(string page) => client.GetAsync(At(page), Cancellation);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request, Cancellation);

    /// <summary>A page that is expected to be there.</summary>
    public async Task<IDocument> ReadAsync(string page)
    {
        using var answer = await GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ParseAsync(answer);
    }

    /// <summary>Opens the page, fills in its only post form with these values beside what stands in it, and sends it.</summary>
    public async Task<HttpResponseMessage> FillInAsync(string page, params (string Name, string Value)[] values)
    {
        var form = (await ReadAsync(page)).QuerySelector("form[method=post]")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""));
        var typed = form.QuerySelectorAll("input:not([type=hidden]):not([type=radio]):not([type=checkbox])")
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Where(input => values.All(value => value.Name != input.Name));
        using var content = new FormUrlEncodedContent(
            hidden.Concat(typed).Concat(values).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(At(page), content, Cancellation);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));

    public void Dispose() => client.Dispose();

    /// <summary>A redirect names the whole address, a link only the page.</summary>
    Uri At(string page) => new(client.BaseAddress!, page);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

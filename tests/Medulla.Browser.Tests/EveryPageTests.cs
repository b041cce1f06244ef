using Medulla.Web.Tests.Example;
using Microsoft.Playwright;

namespace Medulla.Browser.Tests;

/// <summary>Every page in both languages, narrow and wide, light and dark: accessible, inside its policy, no sideways scroll.</summary>
/// <remarks>With <c>MEDULLA_SCREENSHOTS</c> set to a folder, each page leaves its picture there.</remarks>
public sealed class EveryPageTests(ExampleHost host, Chromium chromium)
{
    static readonly string? Screenshots = Environment.GetEnvironmentVariable("MEDULLA_SCREENSHOTS");

    public static TheoryData<string, string, int, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, string, int, ColorScheme>();
            foreach (var page in ExampleHost.Pages.Select(ExampleHost.Study).Append("/studies").Append("/nothing"))
                foreach (var language in new[] { "en", "zh" })
                    foreach (var width in new[] { 390, 1440 })
                        views.Add(page, language, width, ColorScheme.Light);
            foreach (var page in ExampleHost.Pages.Select(ExampleHost.Study))
                views.Add(page, "en", 1440, ColorScheme.Dark);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_and_fits(string address, string language, int width, ColorScheme colours)
    {
        var page = await chromium.PageAsync(width, colours);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        await page.OpenWatchedAsync(new Uri(host.Address, $"{address}{separator}lang={language}"));
        await PictureAsync(page, address, language, width, colours);

        await page.IsSoundAsync(width);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Errors_are_accessible_and_take_the_focus_without_script(int width)
    {
        var page = await chromium.PageAsync(width);
        await page.GotoAsync(new Uri(host.Address, ExampleHost.Study("/participants/screen")).ToString());
        await page.FillAsync("#age", "old");
        await page.ClickAsync("form[method=post] button[type=submit]");
        await page.Locator("#errors:focus").WaitForAsync();
        await PictureAsync(page, "/refused", "en", width, ColorScheme.Light);

        Assert.Equal("old", await page.InputValueAsync("#age"));
        await page.IsAccessibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_participant_is_screened_by_keyboard_with_scripts_turned_off()
    {
        var page = await chromium.PageAsync(1440, javaScript: false);
        await page.GotoAsync(new Uri(host.Address, ExampleHost.Study("/participants/screen")).ToString());
        await page.FocusAsync("#screenedOn");
        await page.Keyboard.TypeAsync("2025-09-12");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("47");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/participants/S-*");

        Assert.Contains("47 years", await page.InnerTextAsync(".m-head"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    static async Task PictureAsync(IPage page, string address, string language, int width, ColorScheme colours)
    {
        if (Screenshots is null)
            return;
        var name = string.Concat(address.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true,
            Path = Path.Combine(Screenshots, $"{name}-{language}-{width}{(colours == ColorScheme.Dark ? "-dark" : "")}.png"),
        });
    }
}

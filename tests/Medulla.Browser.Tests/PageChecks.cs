using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Medulla.Browser.Tests;

/// <summary>What holds for every page, whatever it shows.</summary>
static class PageChecks
{
    const string ListenForViolations =
        "window.violations = []; document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber + ':' + event.columnNumber + ' ' + (event.target.outerHTML || '').slice(0, 120)));";

    /// <summary>Opens a page whose content policy is watched from its first byte.</summary>
    public static async Task OpenWatchedAsync(this IPage page, Uri address)
    {
        await page.AddInitScriptAsync(ListenForViolations);
        await page.GotoAsync(address.ToString());
    }

    /// <summary>Accessible by axe's rules, inside its policy, no sideways scroll.</summary>
    public static async Task IsSoundAsync(this IPage page, int width)
    {
        await page.IsAccessibleAsync();
        await page.KeepsItsPolicyAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    public static async Task IsAccessibleAsync(this IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join("\n", violations.Select(Describe)));
    }

    public static async Task KeepsItsPolicyAsync(this IPage page) =>
        Assert.Empty(await page.EvaluateAsync<string[]>("window.violations"));

    static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}"))}";
}

using Microsoft.Playwright;

namespace Acceptance.Tests.Reports;

/// <summary>axe finds nothing that WCAG 2.2 at level AA forbids.</summary>
public sealed class AccessibilityTests(Browser browser, ReportTools tools) : IClassFixture<Browser>, IClassFixture<ReportTools>
{
    private const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    private const string Run = $$"""
        async () => (await axe.run({ runOnly: {{Rules}} })).violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' '))
        """;

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task The_page_is_for_everybody(ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(
            ShownReport.Create(),
            new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } },
            before: Build.Tests.Reports.SampleReport.Create());
        await page.EvaluateAsync(await File.ReadAllTextAsync(tools.Axe));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => { each.open = true; })");

        Assert.Empty(await page.EvaluateAsync<string[]>(Run));
    }

    [SkippableFact]
    public async Task Axe_sees_what_is_wrong()
    {
        var page = await browser.OpenAsync(ShownReport.Create());
        await page.EvaluateAsync(await File.ReadAllTextAsync(tools.Axe));
        await page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        Assert.Contains(await page.EvaluateAsync<string[]>(Run), violation => violation.StartsWith("html-has-lang", StringComparison.Ordinal));
    }
}

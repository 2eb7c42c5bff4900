using System.Diagnostics;
using Build.Tests.Reports;
using Microsoft.Playwright;

namespace Acceptance.Tests.Reports;

/// <summary>The page in a real browser: what a reader can do with it, with and without script.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task Without_script_everything_can_be_read()
    {
        var page = await browser.OpenAsync(ShownReport.Create(), new() { JavaScriptEnabled = false });

        Assert.False(await page.Locator("#filter").IsVisibleAsync());
        Assert.Equal(ShownReport.Findings, await page.Locator("#list tbody tr:visible").CountAsync());
        await page.Locator("details.claim summary").First.ClickAsync();
        Assert.True(await page.Locator("details.claim table").First.IsVisibleAsync());
        await Browser.PhotographAsync(page, "without-script");
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task With_script_findings_are_searched_filtered_and_sorted()
    {
        var page = await browser.OpenAsync(ShownReport.Create());
        var rows = page.Locator("#list tbody tr");

        await page.GetByLabel("Search").FillAsync("openssl CVE-2026");
        Assert.Equal(1, await rows.CountAsync());
        await page.GetByLabel("Search").FillAsync("");
        await page.GetByLabel("Severity").SelectOptionAsync("medium");
        Assert.All(await rows.Locator(".chip").AllTextContentsAsync(), severity => Assert.Equal("medium", severity));
        await page.GetByLabel("Severity").SelectOptionAsync("");
        await page.GetByLabel("Show").SelectOptionAsync("suppressed");
        Assert.Equal(1, await rows.CountAsync());
        await page.GetByLabel("Show").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "rule", Exact = true }).ClickAsync();
        var rules = await rows.Locator("th").AllTextContentsAsync();
        Assert.Equal(rules.Order(StringComparer.OrdinalIgnoreCase), rules);
        Assert.Equal("ascending", await page.Locator("thead th[data-sort]").Nth(2).GetAttributeAsync("aria-sort"));
        Assert.Equal($"{ShownReport.Findings} findings", await page.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task Ten_thousand_findings_stay_quick()
    {
        var report = ShownReport.Create();
        var finding = report.Gates[0].Findings[0];
        var many = Enumerable.Range(0, 10_000).Select(index => finding with { RuleId = $"CVE-2026-{index}", Message = $"number {index}." });
        var page = await browser.OpenAsync(report with { Gates = [report.Gates[0] with { Findings = [.. many] }] });
        var clock = Stopwatch.StartNew();

        await page.GetByLabel("Search").FillAsync("number 9999.");

        Assert.Equal(1, await page.Locator("#list tbody tr").CountAsync());
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await page.GetByLabel("Search").FillAsync("");
        Assert.Equal(250, await page.Locator("#list tbody tr").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show 250 more" }).ClickAsync();
        Assert.Equal(500, await page.Locator("#list tbody tr").CountAsync());
    }

    [SkippableFact]
    public async Task What_is_planted_in_a_record_does_nothing()
    {
        foreach (var seed in Enumerable.Range(1, 5))
            await browser.OpenAsync(RandomReport.Create(seed), before: RandomReport.Create(seed + 100));

        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task By_keyboard_a_reader_gets_to_the_report_and_sorts_it()
    {
        var page = await browser.OpenAsync(ShownReport.Create());

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the report", await page.Locator(":focus").TextContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "severity", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("descending", await page.Locator("thead th[data-sort=rank]").GetAttributeAsync("aria-sort"));
        Assert.NotEqual("none", await page.Locator(":focus").EvaluateAsync<string>("each => getComputedStyle(each).outlineStyle"));
    }

    [SkippableFact]
    public async Task A_link_to_a_gate_opens_it()
    {
        var page = await browser.OpenAsync(ShownReport.Create());

        await page.Locator("#release a").First.ClickAsync();

        await Assertions.Expect(page.Locator("details.gate[open]")).ToHaveCountAsync(1);
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(2560)]
    public async Task Nothing_runs_out_of_the_window(int width)
    {
        var page = await browser.OpenAsync(ShownReport.Create(), new() { ViewportSize = new() { Width = width, Height = 900 } });

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, width);
        await Browser.PhotographAsync(page, $"{width}");
    }

    [SkippableFact]
    public async Task In_the_dark_it_is_dark()
    {
        var page = await browser.OpenAsync(ShownReport.Create(), new() { ColorScheme = ColorScheme.Dark });

        Assert.Equal("rgb(16, 20, 27)", await page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor"));
        await Browser.PhotographAsync(page, "dark");
    }

    [SkippableFact]
    public async Task On_paper_everything_is_open_and_nothing_is_there_to_click()
    {
        var page = await browser.OpenAsync(ShownReport.Create());

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        Assert.False(await page.Locator("nav").IsVisibleAsync());
        Assert.False(await page.Locator("#filter").IsVisibleAsync());
        Assert.True(await page.Locator("details.claim table").First.IsVisibleAsync());
        await Browser.PhotographAsync(page, "print");
    }

    [SkippableFact]
    public async Task Whoever_wants_no_motion_gets_none()
    {
        var page = await browser.OpenAsync(ShownReport.Create(), new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal("auto", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
    }
}

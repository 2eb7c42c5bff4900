using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Html;
using Microsoft.Playwright;

namespace Acceptance.Tests.Reports;

/// <summary>The browser of the machine, without a window.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private readonly string _folder = Directory.CreateTempSubdirectory("pages-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the pages asked for besides themselves, threw, or were kept from.</summary>
    public List<string> Complaints { get; } = [];

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A page of a record, opened as a file.</summary>
    internal async Task<IPage> OpenAsync(ScanReport report, BrowserNewContextOptions? options = null, ScanReport? before = null)
    {
        Requirement.Require(_browser is not null, $"{Program} (Debian package chromium)");
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllBytesAsync(file, HtmlReport.Write(report, before));
        var page = await (await _browser!.NewContextAsync(options)).NewPageAsync();
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) => Complaints.Add($"dialog {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (request.Url != $"file://{file}")
                Complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync($"file://{file}");
        return page;
    }

    /// <summary>For people to look at, in <c>artifacts/tests</c>.</summary>
    internal static Task PhotographAsync(IPage page, string name) => page.ScreenshotAsync(
        new() { Path = Path.Combine(Repository.Paths.Output, "tests", $"report-{name}.png"), FullPage = true });

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

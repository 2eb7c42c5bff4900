using System.Security.Cryptography;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Comparing;

namespace ContainerSecurity.Reports.Html;

/// <summary>
/// <c>index.html</c>: the record as one page that needs nothing else, no server and no script; what it is allowed to do stands in it (CSP). The same
/// record gives the same bytes.
/// </summary>
internal static class HtmlReport
{
    private static readonly Lazy<string> Style = new(() => Read("page.css"));
    private static readonly Lazy<string> Script = new(() => Read("page.js"));
    private static readonly Lazy<Template> Page = new(() => new Template(Assemble(Read("page.html"))));

    /// <param name="before">An earlier run to compare with.</param>
    public static byte[] Write(ScanReport report, ScanReport? before = null)
    {
        var view = PageView.Create(report, before is null ? null : ScanChanges.Between(before, report));
        view["policy"] = $"default-src 'none'; style-src {HashOf(Style.Value)}; script-src {HashOf(Script.Value)}; base-uri 'none'; form-action 'none'";
        return Encoding.UTF8.GetBytes(Page.Value.Render(view));
    }

    /// <summary>Style and script are part of the page and not of what is escaped.</summary>
    private static string Assemble(string page) => page
        .Replace("<style></style>", $"<style>{Style.Value}</style>", StringComparison.Ordinal)
        .Replace("<script></script>", $"<script>{Script.Value}</script>", StringComparison.Ordinal);

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>A browser makes line feeds of all line breaks before it computes the digest.</summary>
    private static string Read(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

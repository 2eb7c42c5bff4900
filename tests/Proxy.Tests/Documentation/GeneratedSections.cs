using ClaudeCodeProxy.Cli;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using Proxy.Tests.Architecture;
using Tests.Shared.Documentation;

namespace Proxy.Tests.Documentation;

/// <summary>What the documents show of the proxy's own tables.</summary>
internal static class GeneratedSections
{
    private const string Proxy = "docs/proxy.md";

    public static IReadOnlyList<DocumentSection> All { get; } =
    [
        new("docs/architecture.md", "layers proxy", ProxyLayers.Order.Table),
        new(Proxy, "commands proxy", ["```text", .. HelpText.Text.Split("\n\nConfiguration comes from")[0].Split('\n'), "```"]),
        new(Proxy, "variables proxy", Variable.Documented.SelectMany(Table)),
        new(Proxy, "providers proxy", MarkdownTable.Create(
            ["kind", "usual base URL"],
            ProviderKind.All,
            kind => [$"`{kind.Name}`", kind.BaseUrl is { } url ? $"`{url}`" : "none: `…_BASE_URL` must be set"])),
    ];

    private static IEnumerable<string> Table(VariableGroup group) =>
    [
        $"#### {group.Title}",
        "",
        .. MarkdownTable.Create(
            ["variable", "default", "meaning"],
            group.Variables,
            variable => [$"`{variable.Name}`", variable.Default, variable.Meaning]),
        "",
    ];
}

using Bench.Results;
using ClaudeCodeProxy.Cli;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Safeguards.Flags;
using Proxy.Tests.Architecture;
using Proxy.Tests.Documentation.WireNames;
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
        new(Proxy, "models proxy", MarkdownTable.Create(
            ["models", "what is known"],
            KnownModels.All,
            row => [$"`{row.Patterns.Replace("|", "`, `", StringComparison.Ordinal)}`", Describe(row.Traits)])),
        new(Proxy, "schemas proxy", MarkdownTable.Create(
            ["name", "what", "becomes of it", "refused by"],
            SchemaFeatures.All,
            row => [$"`{row.Name}`", row.Meaning, row.Remedy, string.Join(", ", Refusing(row.Feature))])),
        new(Proxy, "client proxy", MarkdownTable.Create(
            ["variable of Claude Code", "goes with", "meaning"],
            ConfigClientCommand.All,
            setting => [$"`{setting.Name}`", setting.When, setting.Meaning])),
        new(Proxy, "wire-names proxy", WireNameSection.Lines),
        new("docs/performance.md", "scenarios proxy", MarkdownTable.Create(
            ["scenario", "what is done"],
            ScenarioNames.All,
            scenario => [$"`{scenario.Name}`", scenario.What])),
        new("docs/safeguards.md", "rules proxy", MarkdownTable.Create(
            ["rule", "", "a call that"],
            FlagRules.All,
            rule => [$"`{rule.Id}`", rule.IsHard ? "hard" : "soft", rule.What])),
        new("docs/safeguards.md", "told-commands proxy", MarkdownTable.Create(
            ["command", "with one of", "rule"],
            CommandPatterns.All,
            pattern => [Code(pattern.Command), pattern.Any.Length == 0 ? "" : Code(pattern.Any), $"`{pattern.Rule.Id}`"])),
    ];

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>In the words of <c>PROXY_MODEL_TRAITS</c> where it has some.</summary>
    private static string Describe(ModelTraits traits) => string.Join(", ", new (bool Is, string Words)[]
    {
        (traits.Reasons == true, "reasons:yes"),
        (traits.Reasons == false, "reasons:no"),
        (traits.Efforts is not null, $"efforts:{string.Join('/', traits.Efforts ?? []).ToLowerInvariant()}"),
        (traits.MaxInputTokens is not null, $"input:{traits.MaxInputTokens}"),
        (traits.MaxOutputTokens is not null, $"output:{traits.MaxOutputTokens}"),
        (traits.Api is not null, traits.Api == Api.Responses ? "api:responses" : "api:chat"),
        (traits.ChatTakesToolsWithoutEffort == true, "chat completions with tools take no effort"),
        (traits.Replay is not null, $"replay:{ReplayWord(traits.Replay)}"),
        (traits.CanStopThinking == true, "can be told not to think"),
        (traits.ThinksOnlyWithFreeChoice == true, "a forced tool_choice ends thinking"),
        (traits.WantsThoughtSignature == true, "calls carry a thought signature"),
        (traits.HasMistralTemplate == true, "template:mistral"),
        (traits.Refuses != RequestOption.None, $"refuses:{RequestOptions.Describe(traits.Refuses)}"),
    }.Where(static trait => trait.Is).Select(static trait => trait.Words));

    private static string ReplayWord(ReasoningReplay? replay) => replay switch
    {
        ReasoningReplay.WhereThought => "thoughts",
        ReasoningReplay.BesideCalls => "calls",
        ReasoningReplay.Everywhere => "always",
        _ => "never",
    };

    private static IEnumerable<string> Refusing(SchemaFeature feature) => ProviderKind.All
        .Where(static kind => kind.Provider != Provider.Anthropic && ProviderKind.All.First(first => first.Provider == kind.Provider) == kind)
        .Where(kind => (kind.Dialect.RefusesInSchemas & feature) != 0)
        .Select(static kind => kind.Name);

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

using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Providers;

/// <summary>
/// A kind of upstream as the configuration calls it, with all that is known of it. A new provider is an entry here and a name in
/// <see cref="Provider"/>.
/// </summary>
/// <param name="baseUrl">Where it is unless something else is said; null when it has no usual place.</param>
internal sealed class ProviderKind(string name, Provider provider, string? baseUrl)
{
    public string Name => name;

    public Provider Provider => provider;

    public string? BaseUrl => baseUrl;

    public static ProviderKind[] All { get; } =
    [
        new("openai", Provider.OpenAI, "https://api.openai.com/v1")
        {
            Hosts = ["api.openai.com"],
            Dialect = Dialect.OpenAI,
            ResponsesDialect = Dialect.OpenAIResponses,
        },
        new("openrouter", Provider.OpenRouter, "https://openrouter.ai/api/v1")
        {
            Hosts = ["openrouter.ai", ".openrouter.ai"],
            Dialect = new()
            {
                Reasoning = ReasoningForm.OpenRouter,
                KeepsReasoningDetails = true,
                TakesFiles = true,
                TakesFileUrls = true,
                SearchesWeb = true,
            },
        },
        new("azure", Provider.Azure, null)
        {
            Hosts = [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"],
            Dialect = Dialect.OpenAI,
            ResponsesDialect = Dialect.OpenAIResponses,
        },
        new("deepseek", Provider.DeepSeek, "https://api.deepseek.com/v1")
        {
            Hosts = ["api.deepseek.com"],
            Dialect = new()
            {
                Reasoning = ReasoningForm.DeepSeek,
                Replay = ReasoningReplay.BesideCalls,
                Refuses = Dialect.OnlyOpenAI | RequestOption.OutputSchema,
                RefusesInSchemas = SchemaFeature.RootWithoutProperties | SchemaFeature.EcmaScriptPatterns,
            },
        },
        new("moonshot", Provider.Moonshot, "https://api.moonshot.ai/v1")
        {
            Hosts = ["api.moonshot.ai", "api.moonshot.cn"],
            Dialect = new()
            {
                Reasoning = ReasoningForm.Moonshot,
                Replay = ReasoningReplay.BesideCalls,
                Prefill = PrefillForm.Partial,
                RefusesInSchemas = SchemaFeature.RootWithoutProperties | SchemaFeature.UntypedSchemas | SchemaFeature.TypeBesideBranches,
            },
        },
        new("kimi", Provider.Moonshot, "https://api.moonshot.ai/v1"),
        new("gemini", Provider.Gemini, "https://generativelanguage.googleapis.com/v1beta/openai")
        {
            Hosts = ["generativelanguage.googleapis.com"],
            Dialect = new()
            {
                Reasoning = ReasoningForm.Gemini,
                KeepsThoughtSignatures = true,
                Refuses = Dialect.OnlyOpenAI | RequestOption.User | RequestOption.ParallelToolCalls,
                Prefill = PrefillForm.EarlierResponse,
                RefusesInSchemas = SchemaFeature.BeyondGoogle,
            },
        },
        new("mistral", Provider.Mistral, "https://api.mistral.ai/v1")
        {
            Hosts = ["api.mistral.ai", "codestral.mistral.ai"],
            // It refuses every member that it does not know.
            Dialect = new()
            {
                Prefill = PrefillForm.Prefix,
                Refuses = Dialect.OnlyOpenAI | RequestOption.User | RequestOption.StreamOptions,
                RefusesInSchemas = SchemaFeature.RootWithoutProperties | SchemaFeature.Identity,
            },
        },
        new("anthropic", Provider.Anthropic, "https://api.anthropic.com") { Hosts = ["api.anthropic.com"] },
        new("ollama", Provider.Ollama, "http://localhost:11434/v1")
        {
            Port = 11434,
            Dialect = new() { Reasoning = ReasoningForm.EffortIfAsked, RefusesInSchemas = SchemaFeature.None },
        },
        new("lmstudio", Provider.LmStudio, "http://localhost:1234/v1")
        {
            Port = 1234,
            Dialect = new() { Reasoning = ReasoningForm.EffortIfAsked, Refuses = Dialect.OnlyOpenAI | RequestOption.NamedToolChoice },
        },
        new("vllm", Provider.VLlm, "http://localhost:8000/v1") { Dialect = new() { Prefill = PrefillForm.ContinueFinalMessage } },
        new("other", Provider.Unknown, null),
    ];

    /// <summary>Of the kinds that share a provider the first one counts.</summary>
    private static readonly ProviderKind[] ByProvider = IndexByProvider();

    /// <summary>Hosts by which the kind is recognised; with a leading dot, all hosts below.</summary>
    public string[] Hosts { get; init; } = [];

    /// <summary>The usual port of a server that people run themselves, by which it is recognised.</summary>
    public int? Port { get; init; }

    /// <summary>What it takes in requests for chat completions.</summary>
    public Dialect Dialect { get; init; } = Dialect.Common;

    /// <summary>What it takes in requests of the Responses API.</summary>
    public Dialect ResponsesDialect { get; init; } = Dialect.Responses;

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    public static ProviderKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static Dialect FindDialect(Provider provider, Api api) =>
        api == Api.Responses ? ByProvider[(int)provider].ResponsesDialect : ByProvider[(int)provider].Dialect;

    /// <summary>
    /// The kind that a URL's host reveals, and for servers that people run themselves its port. Null when it is not known: what only
    /// one kind of server understands must not go to another.
    /// </summary>
    public static Provider? Detect(Uri url) =>
        (All.FirstOrDefault(kind => kind.Hosts.Any(host => IsHost(url.IdnHost, host)))
            ?? All.FirstOrDefault(kind => kind.Port == url.Port))?.Provider;

    private static ProviderKind[] IndexByProvider()
    {
        var kinds = new ProviderKind[All.Length];
        for (var index = All.Length - 1; index >= 0; index--)
            kinds[(int)All[index].Provider] = All[index];
        return kinds;
    }

    private static bool IsHost(string host, string known) => known[0] == '.' ? host.EndsWith(known, StringComparison.Ordinal) : host == known;
}

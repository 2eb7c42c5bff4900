namespace ClaudeCodeProxy.Providers;

/// <summary>A kind of upstream as the configuration calls it.</summary>
/// <param name="BaseUrl">Where it is unless something else is said; null when it has no usual place.</param>
internal sealed record ProviderKind(string Name, Provider Provider, string? BaseUrl)
{
    public static IReadOnlyList<ProviderKind> All { get; } =
    [
        new("openai", Provider.OpenAI, "https://api.openai.com/v1"),
        new("openrouter", Provider.OpenRouter, "https://openrouter.ai/api/v1"),
        new("azure", Provider.Azure, null),
        new("deepseek", Provider.DeepSeek, "https://api.deepseek.com/v1"),
        new("moonshot", Provider.Moonshot, "https://api.moonshot.ai/v1"),
        new("kimi", Provider.Moonshot, "https://api.moonshot.ai/v1"),
        new("gemini", Provider.Gemini, "https://generativelanguage.googleapis.com/v1beta/openai"),
        new("anthropic", Provider.Anthropic, "https://api.anthropic.com"),
        new("ollama", Provider.Ollama, "http://localhost:11434/v1"),
        new("lmstudio", Provider.LmStudio, "http://localhost:1234/v1"),
        new("vllm", Provider.VLlm, "http://localhost:8000/v1"),
        new("other", Provider.Unknown, null),
    ];

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    public static ProviderKind? Find(string name) => All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The kind that a URL's host gives away, and for servers that people run themselves its port. Null when it says nothing: what only
    /// one kind of server understands must not go to another.
    /// </summary>
    public static Provider? Detect(Uri url) => url.IdnHost switch
    {
        "api.openai.com" => Provider.OpenAI,
        "api.deepseek.com" => Provider.DeepSeek,
        "api.moonshot.ai" or "api.moonshot.cn" => Provider.Moonshot,
        "generativelanguage.googleapis.com" => Provider.Gemini,
        "api.anthropic.com" => Provider.Anthropic,
        "openrouter.ai" => Provider.OpenRouter,
        var host when IsBelow(host, ".openrouter.ai") => Provider.OpenRouter,
        var host when IsBelow(host, ".openai.azure.com") || IsBelow(host, ".cognitiveservices.azure.com") || IsBelow(host, ".services.ai.azure.com") => Provider.Azure,
        _ => url.Port switch { 11434 => Provider.Ollama, 1234 => Provider.LmStudio, _ => null },
    };

    private static bool IsBelow(string host, string domain) => host.EndsWith(domain, StringComparison.Ordinal);
}

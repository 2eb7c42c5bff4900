using static ClaudeCodeProxy.Providers.EffortLevel;

namespace ClaudeCodeProxy.Providers.Models;

/// <summary>
/// What is known of models by their names, whoever hosts them. Rows that come later say more than earlier ones. The configuration adds rows of its
/// own
/// (<c>PROXY_MODEL_TRAITS</c>). OpenAI's models are meant only under OpenAI's own names, open ones wherever their name appears.
/// </summary>
internal static class KnownModels
{
    /// <summary>What resellers and other proxies put before names of makers that sell under them alone.</summary>
    private static readonly string[] Vendors = ["azure/", "openai/", "google/"];

    public static ModelRow[] All { get; } =
    [
        new("gpt-3.5-turbo", new() { MaxOutputTokens = 4_096 }),
        new("gpt-4", new() { MaxOutputTokens = 8_192 }),
        new("gpt-4-turbo|gpt-4-1106-preview|gpt-4-0125-preview", new() { MaxOutputTokens = 4_096 }),
        new("gpt-4o", new() { MaxOutputTokens = 16_384, MaxInputTokens = 128_000 }),
        new("gpt-4o-2024-05-13", new() { MaxOutputTokens = 4_096 }),
        new("gpt-4.1", new() { MaxOutputTokens = 32_768, MaxInputTokens = 1_047_576 }),
        new("gpt-4.5", new() { MaxOutputTokens = 16_384 }),
        new("o1|o2|o3|o4", new()
        {
            Reasons = true,
            Efforts = [Low, Medium, High],
            MaxOutputTokens = 100_000,
            MaxInputTokens = 200_000,
            Refuses = RequestOption.ParallelToolCalls,
        }),
        new("o1-mini", new() { Efforts = [], MaxOutputTokens = 65_536 }),
        new("o1-preview", new() { Efforts = [], MaxOutputTokens = 32_768 }),
        new("o1-pro|o3-pro|o3-deep-research|o4-mini-deep-research", new() { Api = Api.Responses }),
        new("codex-mini", new() { Reasons = true, Efforts = [Low, Medium, High], MaxOutputTokens = 100_000, Api = Api.Responses }),
        // Since GPT-5.3 chat completions refuse an effort beside tools.
        new("gpt-5*|gpt-6*|gpt-7*", new()
        {
            Reasons = true,
            Efforts = [None, Low, Medium, High, XHigh],
            Api = Api.Responses,
            ChatTakesToolsWithoutEffort = true,
        }),
        new("gpt-5*", new() { MaxOutputTokens = 128_000 }),
        new("gpt-5|gpt-5.1|gpt-5.2", new()
        {
            MaxInputTokens = 272_000,
            Api = Api.ChatCompletions,
            ChatTakesToolsWithoutEffort = false,
        }),
        new("gpt-5", new() { Efforts = [Minimal, Low, Medium, High] }),
        new("gpt-5.1", new() { Efforts = [None, Low, Medium, High] }),
        new("gpt-5.6", new() { Efforts = [None, Low, Medium, High, XHigh, Max] }),
        new("gpt-6*|gpt-7*", new() { Efforts = [Low, Medium, High, XHigh, Max] }),
        new("gpt-6-sol|gpt-6-luna", new() { Efforts = [None, Low, Medium, High, XHigh, Max] }),
        new("gpt-5*-codex*|gpt-6*-codex*", new() { Efforts = [Low, Medium, High, XHigh], Api = Api.Responses }),
        new("gpt-5-codex|gpt-5.1-codex", new() { Efforts = [Low, Medium, High] }),
        new("gpt-5.1-codex-max", new() { Efforts = [Low, Medium, High, XHigh] }),
        new("gpt-5*-pro*|gpt-6*-pro*", new() { Efforts = [Medium, High, XHigh], Api = Api.Responses }),
        new("gpt-5-pro|gpt-5.1-pro", new() { Efforts = [High] }),
        new("gpt-5-pro", new() { MaxOutputTokens = 272_000 }),
        new("gpt-5*-deep-research*", new() { Api = Api.Responses }),
        // The models that ChatGPT shows.
        new("gpt-5*-chat*|gpt-6*-chat*", new()
        {
            Reasons = false,
            Efforts = [],
            Api = Api.ChatCompletions,
            ChatTakesToolsWithoutEffort = false,
        }),
        new("gpt-5-chat|gpt-5.1-chat|gpt-5.2-chat", new() { MaxOutputTokens = 16_384 }),
        new("*gpt-oss*", new() { Efforts = [Low, Medium, High], MaxInputTokens = 131_072 }),
        new("*deepseek*", new() { Replay = ReasoningReplay.BesideCalls, CanStopThinking = true, ThinksOnlyWithFreeChoice = true }),
        new("deepseek-chat", new() { MaxOutputTokens = 8_192 }),
        new("deepseek-reasoner", new() { MaxOutputTokens = 65_536 }),
        new("*deepseek-v4*", new() { Replay = ReasoningReplay.Everywhere }),
        new("*kimi*", new() { Replay = ReasoningReplay.BesideCalls }),
        // From K2.5 on any temperature and top_p but their own are refused.
        new("*kimi-k2.*|*kimi-k3*", new() { Refuses = RequestOption.Temperature | RequestOption.TopP }),
        new("*kimi-k2*", new() { ThinksOnlyWithFreeChoice = true, MaxInputTokens = 262_144 }),
        new("*kimi-k2.5*|*kimi-k2.6*", new() { CanStopThinking = true }),
        new("*minimax-m*|*glm-4.*|*glm-5*|*qwen3*|*qwq*", new() { Replay = ReasoningReplay.WhereThought }),
        new("gemini-1.5*|gemini-2.0*", new() { MaxOutputTokens = 8_192, MaxInputTokens = 1_048_576 }),
        new("*gemini-2.5*", new() { Efforts = [Low, Medium, High] }),
        new("*gemini-2.5-flash*", new() { Efforts = [None, Low, Medium, High] }),
        new("*gemini-3*|*gemini-4*", new() { Efforts = [Low, Medium, High], WantsThoughtSignature = true }),
        new("gemini-2.5*|gemini-3*", new() { MaxOutputTokens = 65_536, MaxInputTokens = 1_048_576 }),
        new("*mistral*|*mixtral*|*ministral*|*magistral*|*devstral*|*codestral*|*pixtral*", new() { HasMistralTemplate = true }),
    ];

    public static ModelTraits Find(string model)
    {
        var name = WithoutVendor(model);
        var traits = ModelTraits.Unknown;
        foreach (var row in All)
            traits = row.Matches(name) ? traits.With(row.Traits) : traits;
        return traits;
    }

    private static ReadOnlySpan<char> WithoutVendor(string model)
    {
        var name = model.AsSpan();
        foreach (var vendor in Vendors)
        {
            if (name.StartsWith(vendor, StringComparison.OrdinalIgnoreCase))
                name = name[vendor.Length..];
        }

        return name;
    }
}

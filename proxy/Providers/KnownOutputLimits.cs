namespace ClaudeCodeProxy.Providers;

/// <summary>The most output tokens that well-known models give; a request for more is refused by their makers.</summary>
internal static class KnownOutputLimits
{
    private static readonly (string Family, int Tokens)[] Limits =
    [
        ("gpt-3.5-turbo", 4_096),
        ("gpt-4", 8_192),
        ("gpt-4-turbo", 4_096),
        ("gpt-4-1106-preview", 4_096),
        ("gpt-4-0125-preview", 4_096),
        ("gpt-4o-2024-05-13", 4_096),
        ("gpt-4o", 16_384),
        ("gpt-4.1", 32_768),
        ("gpt-4.5", 16_384),
        ("gpt-5", 128_000),
        ("gpt-5-pro", 272_000),
        ("gpt-5-chat", 16_384),
        ("gpt-5.1-chat", 16_384),
        ("gpt-5.2-chat", 16_384),
        ("o1", 100_000),
        ("o1-mini", 65_536),
        ("o1-preview", 32_768),
        ("o3", 100_000),
        ("o4-mini", 100_000),
        ("codex-mini", 100_000),
        ("deepseek-chat", 8_192),
        ("deepseek-reasoner", 65_536),
        ("gemini-1.5", 8_192),
        ("gemini-2.0", 8_192),
        ("gemini-2.5", 65_536),
        ("gemini-3", 65_536),
    ];

    /// <summary>By the longest family that includes the model; null when none does.</summary>
    public static int? Find(string model)
    {
        var name = ModelFamily.WithoutVendor(model);
        var (best, tokens) = (0, (int?)null);
        foreach (var limit in Limits)
        {
            if (limit.Family.Length > best && ModelFamily.Includes(limit.Family, name))
                (best, tokens) = (limit.Family.Length, limit.Tokens);
        }

        return tokens;
    }
}

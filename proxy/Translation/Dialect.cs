namespace ClaudeCodeProxy.Translation;

/// <summary>What of OpenAI's protocol a provider takes, and what it wants beside it. The one place that knows how providers differ in requests.</summary>
internal sealed record Dialect
{
    private static readonly Dialect Common = new();
    private static readonly Dialect OpenAI = new() { TakesEffort = true, TakesFiles = true };

    /// <summary>Reasoning models are told how hard to think.</summary>
    public bool TakesEffort { get; private init; }

    /// <summary>PDFs are taken as parts of a user message.</summary>
    public bool TakesFiles { get; private init; }

    public static Dialect Of(Provider provider) => provider switch
    {
        Provider.OpenAI or Provider.OpenRouter or Provider.Azure => OpenAI,
        _ => Common,
    };
}

using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Providers;

/// <summary>What of OpenAI's protocol a provider takes, and what it wants beside it. <see cref="ProviderKind"/> has one for each.</summary>
internal sealed class Dialect
{
    /// <summary>A server of which nothing more is known than that it is compatible.</summary>
    public static readonly Dialect Common = new();

    public static readonly Dialect Responses = new() { HasInputParts = true };
    public static readonly Dialect OpenAI = CreateOpenAI(isResponses: false);
    public static readonly Dialect OpenAIResponses = CreateOpenAI(isResponses: true);

    private static Dialect CreateOpenAI(bool isResponses) => new()
    {
        TakesFiles = true,
        TakesLateInstructions = true,
        Prefill = PrefillForm.EarlierResponse,
        Refuses = RequestOption.None,
        RefusesInSchemas = SchemaFeature.RootWithoutProperties | SchemaFeature.RootCombinators | SchemaFeature.ArraysWithoutItems
            | SchemaFeature.EcmaScriptPatterns,
        MaxTools = 128,
        HasInputParts = isResponses,
        TakesFileUrls = isResponses,
        SearchesWeb = isResponses,
    };

    /// <summary>Members of OpenAI's own that servers elsewhere do not know; a strict one would refuse the request.</summary>
    public const RequestOption OnlyOpenAI = RequestOption.PromptCacheKey | RequestOption.ServiceTier;

    public ReasoningForm Reasoning { get; init; }

    /// <summary>Pictures and files are parts by the names of the Responses API, of a tool's output too.</summary>
    public bool HasInputParts { get; init; }

    /// <summary>A system message may stand within the conversation. Elsewhere a model's template may refuse it or move it to the beginning.</summary>
    public bool TakesLateInstructions { get; init; }

    /// <summary>PDFs are taken as parts of a user message.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>PDFs are fetched from their addresses.</summary>
    public bool TakesFileUrls { get; init; }

    /// <summary>The provider searches the web for any model, as a tool of its own.</summary>
    public bool SearchesWeb { get; init; }

    /// <summary>For models of which nothing else is known.</summary>
    public ReasoningReplay Replay { get; init; }

    /// <summary>Tool calls carry a signature that must come back with them.</summary>
    public bool KeepsThoughtSignatures { get; init; }

    /// <summary>Thinking comes as <c>reasoning_details</c>, and must come back as it came.</summary>
    public bool KeepsReasoningDetails { get; init; }

    /// <summary>What its models refuse, or what it has no use for.</summary>
    public RequestOption Refuses { get; init; } = OnlyOpenAI;

    public PrefillForm Prefill { get; init; }

    /// <summary>What is refused in the schemas of tools and responses.</summary>
    public SchemaFeature RefusesInSchemas { get; init; } = SchemaFeature.RootWithoutProperties;

    /// <summary>The most tools that a request may offer; null where no limit is known.</summary>
    public int? MaxTools { get; init; }
}

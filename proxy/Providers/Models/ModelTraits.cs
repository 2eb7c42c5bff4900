using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Providers.Models;

/// <summary>
/// What is known of a model: from the table of <see cref="KnownModels"/>, from the configuration, or learnt from what its provider refused. A member
/// that is null, or a flag that is not set, says nothing.
/// </summary>
internal sealed class ModelTraits
{
    public static readonly ModelTraits Unknown = new();

    /// <summary>It reasons before it responds: it takes max_completion_tokens, no stop sequences and no sampling parameters.</summary>
    public bool? Reasons { get; init; }

    /// <summary>The levels of effort that it takes, in order; none for a model that takes no effort.</summary>
    public EffortLevel[]? Efforts { get; init; }

    /// <summary>The most output tokens that it gives.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The most input tokens that it reads.</summary>
    public int? MaxInputTokens { get; init; }

    /// <summary>The API that its maker serves it by best, or only.</summary>
    public Api? Api { get; init; }

    /// <summary>Chat completions with tools must not ask it for any effort.</summary>
    public bool? ChatTakesToolsWithoutEffort { get; init; }

    public ReasoningReplay? Replay { get; init; }

    /// <summary>It can be told not to think.</summary>
    public bool? CanStopThinking { get; init; }

    /// <summary>While it thinks it refuses that a tool must be called.</summary>
    public bool? ThinksOnlyWithFreeChoice { get; init; }

    /// <summary>Tool calls of the current turn need a signature (Gemini).</summary>
    public bool? WantsThoughtSignature { get; init; }

    /// <summary>Mistral's chat template: ids of calls have nine letters or digits, and no user message follows a tool's.</summary>
    public bool? HasMistralTemplate { get; init; }

    /// <summary>What it refuses.</summary>
    public RequestOption Refuses { get; init; }

    /// <summary>What it refuses in the schemas of tools and responses.</summary>
    public SchemaFeature RefusesInSchemas { get; init; }

    /// <summary>The most tools that a request may offer.</summary>
    public int? MaxTools { get; init; }

    /// <summary>These traits, and where the others say something, those.</summary>
    public ModelTraits With(ModelTraits others) => new()
    {
        Reasons = others.Reasons ?? Reasons,
        Efforts = others.Efforts ?? Efforts,
        MaxOutputTokens = others.MaxOutputTokens ?? MaxOutputTokens,
        MaxInputTokens = others.MaxInputTokens ?? MaxInputTokens,
        Api = others.Api ?? Api,
        ChatTakesToolsWithoutEffort = others.ChatTakesToolsWithoutEffort ?? ChatTakesToolsWithoutEffort,
        Replay = others.Replay ?? Replay,
        CanStopThinking = others.CanStopThinking ?? CanStopThinking,
        ThinksOnlyWithFreeChoice = others.ThinksOnlyWithFreeChoice ?? ThinksOnlyWithFreeChoice,
        WantsThoughtSignature = others.WantsThoughtSignature ?? WantsThoughtSignature,
        HasMistralTemplate = others.HasMistralTemplate ?? HasMistralTemplate,
        Refuses = Refuses | others.Refuses,
        RefusesInSchemas = RefusesInSchemas | others.RefusesInSchemas,
        MaxTools = others.MaxTools ?? MaxTools,
    };
}

using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Providers;

/// <summary>What of OpenAI's protocol a provider takes, and what it wants beside it. The one place that knows how providers differ in requests.</summary>
internal sealed record Dialect
{
    private static readonly Dialect Common = new();
    private static readonly Dialect OpenAI = new() { TakesFiles = true, TakesLateInstructions = true, Prefill = PrefillForm.Answered };
    private static readonly Dialect OpenRouter = new()
    {
        Reasoning = ReasoningForm.OpenRouter,
        TakesFiles = true,
        TakesFileUrls = true,
        SearchesWeb = true,
    };

    private static readonly Dialect Ollama = new() { Reasoning = ReasoningForm.EffortIfAsked, Schemas = SchemaForm.AsIs };
    private static readonly Dialect LmStudio = new() { Reasoning = ReasoningForm.EffortIfAsked };
    private static readonly Dialect VLlm = new() { Prefill = PrefillForm.ContinueFinalMessage };
    private static readonly Dialect DeepSeek = new() { Reasoning = ReasoningForm.DeepSeek, ReplaysThoughts = true, TakesOutputSchema = false };
    private static readonly Dialect Moonshot = new()
    {
        Reasoning = ReasoningForm.Moonshot,
        ReplaysThoughts = true,
        Prefill = PrefillForm.Partial,
        Schemas = SchemaForm.Moonshot,
    };

    private static readonly Dialect Responses = new() { HasInputParts = true };
    private static readonly Dialect OpenAIResponses = OpenAI with { HasInputParts = true, TakesFileUrls = true, SearchesWeb = true };

    private static readonly Dialect Gemini = new()
    {
        Reasoning = ReasoningForm.Gemini,
        KeepsThoughtSignatures = true,
        TakesUser = false,
        TakesParallelChoice = false,
        Prefill = PrefillForm.Answered,
        Schemas = SchemaForm.Gemini,
    };

    public ReasoningForm Reasoning { get; private init; }

    /// <summary>Pictures and files are parts by the names of the Responses API, of a tool's output too.</summary>
    public bool HasInputParts { get; private init; }

    /// <summary>A system message may stand amid the conversation. Elsewhere a model's template may refuse it, or put it at the beginning.</summary>
    public bool TakesLateInstructions { get; private init; }

    /// <summary>PDFs are taken as parts of a user message.</summary>
    public bool TakesFiles { get; private init; }

    /// <summary>PDFs are fetched from their addresses.</summary>
    public bool TakesFileUrls { get; private init; }

    /// <summary>The provider searches the web for any model, as a tool of its own.</summary>
    public bool SearchesWeb { get; private init; }

    /// <summary>The model must see its earlier thoughts beside its tool calls.</summary>
    public bool ReplaysThoughts { get; private init; }

    /// <summary>Tool calls carry a signature that must come back with them.</summary>
    public bool KeepsThoughtSignatures { get; private init; }

    /// <summary>Who asks may be told; a server that refuses unknown members is not told.</summary>
    public bool TakesUser { get; private init; } = true;

    /// <summary>Calls can be asked for one at a time.</summary>
    public bool TakesParallelChoice { get; private init; } = true;

    /// <summary>An answer can be asked for by its schema; else as JSON alone, and the schema is told to the model.</summary>
    public bool TakesOutputSchema { get; private init; } = true;

    public PrefillForm Prefill { get; private init; }

    public SchemaForm Schemas { get; private init; } = SchemaForm.WithProperties;

    public static Dialect Of(Provider provider, Api api) => provider switch
    {
        Provider.OpenAI or Provider.Azure when api == Api.Responses => OpenAIResponses,
        _ when api == Api.Responses => Responses,
        Provider.OpenAI or Provider.Azure => OpenAI,
        Provider.OpenRouter => OpenRouter,
        Provider.Ollama => Ollama,
        Provider.LmStudio => LmStudio,
        Provider.VLlm => VLlm,
        Provider.DeepSeek => DeepSeek,
        Provider.Moonshot => Moonshot,
        Provider.Gemini => Gemini,
        _ => Common,
    };
}

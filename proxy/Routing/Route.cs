using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Providers.Schemas;

namespace ClaudeCodeProxy.Routing;

/// <summary>Where a request goes: the upstream's kind and the model's name on either side.</summary>
internal sealed record Route(Provider Provider, string ClientModel, string UpstreamModel)
{
    /// <summary>What is known of the upstream's model.</summary>
    public ModelTraits Traits { get; init; } = KnownModels.Find(UpstreamModel);

    /// <summary>The name of the upstream in the configuration; empty for the default one.</summary>
    public string Upstream { get; init; } = "";

    /// <summary>Where the request goes when this fails; null when there is no other place.</summary>
    public Route? Fallback { get; init; }

    /// <summary>As the configuration calls it: without the upstream's name for the default one.</summary>
    public string FullName => _fullName ??= Upstream.Length == 0 ? UpstreamModel : $"{Upstream}/{UpstreamModel}";

    private string? _fullName;

    /// <summary>The variable that holds the upstream's key, for errors that are about it.</summary>
    public string KeyVariable { get; init; } = "OPENAI_API_KEY";

    /// <summary>The variable that says where the upstream is.</summary>
    public string UrlVariable { get; init; } = "OPENAI_BASE_URL";

    public Api Api { get; init; }

    public Dialect Dialect => ProviderKind.FindDialect(Provider, Api);

    /// <summary>The model reasons before it responds, as OpenAI's do: it takes no stop sequences and no sampling parameters.</summary>
    public bool Reasons => Traits.Reasons == true;

    /// <summary>The levels of effort that the model takes, in order.</summary>
    public ReadOnlySpan<EffortLevel> Efforts => Traits.Efforts ?? (Reasons ? EffortLevels.Common : []);

    /// <summary>Ids of calls have nine letters or digits, and no user message follows a tool's.</summary>
    public bool HasMistralTemplate => Traits.HasMistralTemplate ?? Provider == Provider.Mistral;

    /// <summary>On which messages the model sees its earlier reasoning.</summary>
    public ReasoningReplay Replay => Refuses(RequestOption.ReasoningContent) ? ReasoningReplay.Never : Traits.Replay ?? Dialect.Replay;

    /// <summary>The upstream or its model refuses any of these, or does not know it.</summary>
    public bool Refuses(RequestOption options) => ((Dialect.Refuses | Traits.Refuses) & options) != 0;

    /// <summary>What the upstream or its model refuses in schemas.</summary>
    public SchemaFeature RefusesInSchemas => Dialect.RefusesInSchemas | Traits.RefusesInSchemas;

    /// <summary>The most tools that a request may offer.</summary>
    public int MaxTools => Traits.MaxTools ?? Dialect.MaxTools ?? int.MaxValue;

    /// <summary>Thinking that the model writes between <c>&lt;think&gt;</c> tags at the beginning of its text is taken out of it.</summary>
    public bool ReadsThinkTags { get; init; }

    // Nobody compares or prints routes, and the code for it would be long.
    public bool Equals(Route? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(Route);
}

using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>One setting of the proxy, as help, <c>config check</c> and the documents list it.</summary>
/// <param name="standard">As a person would say it; empty when there is none.</param>
internal sealed class Variable(string name, string standard, string meaning)
{
    public string Name => name;

    public string Default => standard;

    public string Meaning => meaning;

    /// <summary>Its value is a key and is never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>It decides where keys go or who may use them: a <c>./.env</c> may not set it for a key that came from elsewhere.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Its value is the path of a file.</summary>
    public bool NamesFile => name.EndsWith("_FILE", StringComparison.Ordinal);

    public static readonly Variable OpenAIKey =
        Key("OPENAI_API_KEY", "", "key for the upstream, or several with commas between; needed unless it is on loopback");

    public static readonly Variable OpenAIKeyFile = Guarded("OPENAI_API_KEY_FILE", "", "file that holds the key for the upstream, or one key a line");

    public static readonly Variable BaseUrl =
        Guarded("OPENAI_BASE_URL", "https://api.openai.com/v1", "default upstream; the protocol's path is appended");

    public static readonly Variable ClientKey = Key("ANTHROPIC_API_KEY", "", "key that clients must send, as x-api-key or Bearer");

    public static readonly Variable ClientKeyFile = Guarded("ANTHROPIC_API_KEY_FILE", "", "file that holds the key that clients must send");

    public static readonly Variable OpusModel = new("ANTHROPIC_DEFAULT_OPUS_MODEL", "gpt-5", "upstream model for models named opus; more with commas between are asked in turn when it fails");

    public static readonly Variable SonnetModel = new("ANTHROPIC_DEFAULT_SONNET_MODEL", "gpt-5", "the same for sonnet");

    public static readonly Variable HaikuModel = new("ANTHROPIC_DEFAULT_HAIKU_MODEL", "gpt-5-mini", "the same for haiku");

    public static readonly Variable Host = Guarded("HOST", "127.0.0.1", "address to listen on; beyond loopback a client key is needed");

    public static readonly Variable Port = new("PORT", "8082", "port to listen on");

    public static readonly Variable AppName = new("OPENROUTER_APP_NAME", "", "X-Title for OpenRouter");

    public static readonly Variable AppUrl = new("OPENROUTER_APP_URL", "", "HTTP-Referer for OpenRouter");

    public static readonly Variable AllowAnonymous = Guarded("PROXY_ALLOW_ANONYMOUS", "", "1: listen beyond loopback without a client key");

    public static readonly Variable AllowHttpUpstream =
        Guarded("PROXY_ALLOW_HTTP_UPSTREAM", "", "1: plain http to an upstream that is not on loopback");

    public static readonly Variable TrustDotEnv = Guarded("PROXY_TRUST_DOTENV", "", "1: ./.env may set everything; counts only in the environment");

    public static readonly Variable IdleTimeout =
        new("PROXY_IDLE_TIMEOUT", "600", "seconds without a byte from the upstream after which a request fails");

    public static readonly Variable Retries =
        new("PROXY_RETRIES", "2", "times that an upstream is asked again after a failure that may pass, before the client is told; 0: never");

    public static readonly Variable RetryTime =
        new("PROXY_RETRY_TIME", "10", "seconds after a request came within which that is done; a longer retry-after is left to the client");

    public static readonly Variable MaxRequests =
        new("PROXY_MAX_REQUESTS", "4096", "most requests at once; those beyond are refused with 529 and retry-after");

    public static readonly Variable ShutdownTimeout =
        new("PROXY_SHUTDOWN_TIMEOUT", "8", "seconds that requests under way have when the proxy is told to stop; 0: none");

    public static readonly Variable WatchInterval =
        new(
            "PROXY_WATCH_INTERVAL",
            "2",
            "seconds between looks at the files of configuration and keys, which count when they change; 0: at SIGHUP alone");

    public static readonly Variable LogForm =
        new("PROXY_LOG_FORMAT", "text", "text for people; json: each line of the log is an object, one of them a request");

    public static readonly Variable CertificateFile = Guarded("SSL_CERT_FILE", "the system's", "PEM file of the certificate authorities to trust");

    public static readonly Variable HttpProxy = Guarded("HTTP_PROXY", "", "forward proxy for an http upstream (also in lower case)");

    public static readonly Variable HttpsProxy = Guarded("HTTPS_PROXY", "", "forward proxy for an https upstream (also in lower case)");

    public static readonly Variable NoProxy = Guarded("NO_PROXY", "", "hosts that are reached without the forward proxy (also in lower case)");

    public static readonly Variable Strict =
        new("PROXY_STRICT", "", "1: refuse a request that cannot be translated whole, instead of naming what is lost in x-proxy-degraded");

    public static readonly Variable Safeguards = Guarded(
        "PROXY_SAFEGUARDS", "on", "who judges tool calls for Claude Code's auto mode: rules, model, on (rules, then a model) or off");

    public static readonly Variable SafeguardsModel =
        Guarded("PROXY_SAFEGUARDS_MODEL", "the haiku tier's", "model that is asked where the rules do not decide, by the name a client would use; fallbacks after commas");

    public static readonly Variable SafeguardsTimeout =
        new("PROXY_SAFEGUARDS_TIMEOUT", "15", "seconds that this model may take; after that a call has no verdict and is not carried out");

    public static readonly Variable UpstreamKind = Guarded("PROXY_UPSTREAM_KIND", "by host", $"kind of the default upstream: {ProviderKind.Names}");

    public static readonly Variable UpstreamApi =
        Guarded("PROXY_UPSTREAM_API", "by kind and model", "its protocol: chat, responses or messages (Anthropic's own)");

    public static readonly Variable UpstreamApiVersion =
        Guarded("PROXY_UPSTREAM_API_VERSION", "2024-10-21", "its api-version, for Azure; none is sent to /openai/v1 unless set");

    public static readonly Variable UpstreamHeaders =
        Key("PROXY_UPSTREAM_HEADERS", "", "headers for it: Name: value, Name: value", isGuarded: true);

    public static readonly Variable Providers =
        Guarded("PROXY_PROVIDERS", "", "names of further upstreams; a model name/rest goes to the upstream of that name");

    public static readonly Variable ModelMap =
        new("PROXY_MODEL_MAP", "", "other models by name: name=target|fallback,prefix*=target; a * in a target is what the star stood for");

    public static readonly Variable MaxOutputTokens =
        new("PROXY_MAX_OUTPUT_TOKENS", "known models' own", "most output tokens to ask for: a number, or model=number,prefix*=number");

    public static readonly Variable ReasoningModels =
        new("PROXY_REASONING_MODELS", "", "upstream models that reason although their names do not tell: name,prefix*");

    public static readonly Variable ModelTraits = new(
        "PROXY_MODEL_TRAITS", "known models' own", "what upstream models take: name=output:8192 input:131072 "
            + "efforts:low|high,prefix*=refuses:temperature");

    public static readonly Variable ThinkTags =
        new("PROXY_THINK_TAGS", "", "1: what a model writes between <think> tags at the start of its text are its thoughts");

    public static readonly Variable Passthrough =
        Guarded("PASSTHROUGH_MODE", "", "1: the default upstream is Anthropic's API, and nothing is translated");

    public static readonly Variable AnthropicUrl =
        Guarded("ANTHROPIC_UPSTREAM_BASE_URL", "https://api.anthropic.com", "upstream of PASSTHROUGH_MODE");

    public static readonly Variable AnthropicKey = Key("ANTHROPIC_UPSTREAM_API_KEY", "", "key for the upstream of PASSTHROUGH_MODE");

    public static readonly Variable AnthropicKeyFile =
        Guarded("ANTHROPIC_UPSTREAM_API_KEY_FILE", "", "file that holds the key for the upstream of PASSTHROUGH_MODE");

    /// <summary>All by what they are for, those that most people need first.</summary>
    public static VariableGroup[] Groups { get; } =
    [
        new("Everyday", [OpenAIKey, BaseUrl, UpstreamKind, OpusModel, SonnetModel, HaikuModel, Port]),
        new("Providers and models",
        [
            UpstreamApi, UpstreamApiVersion, UpstreamHeaders, ModelMap, ReasoningModels, ModelTraits, ThinkTags, AppName, AppUrl,
            Passthrough, AnthropicUrl, AnthropicKey, AnthropicKeyFile, Providers,
        ]),
        new("Limits", [MaxOutputTokens, IdleTimeout, Retries, RetryTime, MaxRequests, ShutdownTimeout, WatchInterval, LogForm, Strict]),
        new("Security and network",
        [
            Host, ClientKey, ClientKeyFile, OpenAIKeyFile, AllowAnonymous, AllowHttpUpstream, TrustDotEnv, CertificateFile,
            HttpProxy, HttpsProxy, NoProxy, Safeguards, SafeguardsModel, SafeguardsTimeout,
        ]),
    ];

    /// <summary>What is read at the start alone.</summary>
    public static Variable[] ReadOnce { get; } = [Host, Port, WatchInterval, LogForm];

    public static Variable[] All { get; } = [.. Groups.SelectMany(group => group.Variables)];

    /// <summary>The groups, and after PROXY_PROVIDERS the variables of a named upstream with a placeholder for its name.</summary>
    public static VariableGroup[] Documented =>
        [.. Groups.Select(group => group.Variables.Contains(Providers) ? WithNamedUpstream(group) : group)];

    /// <summary>Whether the proxy reads a variable of this name.</summary>
    public static bool IsKnown(string name) => All.Any(variable => variable.Is(name)) || UpstreamVariables.Include(name);

    /// <summary>Whether a variable of this name holds a key.</summary>
    public static bool IsSecretName(string name) =>
        All.Any(variable => variable.IsSecret && variable.Is(name)) || UpstreamVariables.IncludeSecret(name);

    private static VariableGroup WithNamedUpstream(VariableGroup group) =>
        new(group.Title, [.. group.Variables, .. UpstreamVariables.Named("<NAME>").All]);

    /// <summary>Some are also written in lower case.</summary>
    private bool Is(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    internal static Variable Key(string name, string standard, string meaning, bool isGuarded = false) =>
        new(name, standard, meaning) { IsSecret = true, IsGuarded = isGuarded };

    internal static Variable Guarded(string name, string standard, string meaning) => new(name, standard, meaning) { IsGuarded = true };
}

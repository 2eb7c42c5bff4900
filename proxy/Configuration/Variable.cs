namespace ClaudeCodeProxy.Configuration;

/// <summary>One setting of the proxy, as help, <c>config check</c> and the README list it.</summary>
/// <param name="Default">As a person would say it; empty when there is none.</param>
internal sealed record Variable(string Name, string Default, string Meaning)
{
    /// <summary>Its value is a key and is never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>It decides where keys go or who may use them: a <c>./.env</c> may not set it for a key that came from elsewhere.</summary>
    public bool IsGuarded { get; init; }

    public static readonly Variable OpenAIKey = Key("OPENAI_API_KEY", "", "key for the upstream; needed unless the upstream is on loopback");

    public static readonly Variable OpenAIKeyFile = Guarded("OPENAI_API_KEY_FILE", "", "file that holds the key for the upstream");

    public static readonly Variable BaseUrl = Guarded("OPENAI_BASE_URL", "https://api.openai.com/v1", "upstream; /chat/completions is appended");

    public static readonly Variable ClientKey = Key("ANTHROPIC_API_KEY", "", "key that clients must send, as x-api-key or Bearer");

    public static readonly Variable ClientKeyFile = Guarded("ANTHROPIC_API_KEY_FILE", "", "file that holds the key that clients must send");

    public static readonly Variable OpusModel = new("ANTHROPIC_DEFAULT_OPUS_MODEL", "gpt-5", "upstream model for models named opus");

    public static readonly Variable SonnetModel = new("ANTHROPIC_DEFAULT_SONNET_MODEL", "gpt-5", "upstream model for models named sonnet");

    public static readonly Variable HaikuModel = new("ANTHROPIC_DEFAULT_HAIKU_MODEL", "gpt-5-mini", "upstream model for models named haiku");

    public static readonly Variable Host = Guarded("HOST", "127.0.0.1", "address to listen on; beyond loopback a client key is needed");

    public static readonly Variable Port = new("PORT", "8082", "port to listen on");

    public static readonly Variable AppName = new("OPENROUTER_APP_NAME", "", "X-Title for OpenRouter");

    public static readonly Variable AppUrl = new("OPENROUTER_APP_URL", "", "HTTP-Referer for OpenRouter");

    public static readonly Variable AllowAnonymous = Guarded("PROXY_ALLOW_ANONYMOUS", "", "1: listen beyond loopback without a client key");

    public static readonly Variable AllowHttpUpstream = Guarded("PROXY_ALLOW_HTTP_UPSTREAM", "", "1: plain http to an upstream that is not on loopback");

    public static readonly Variable TrustDotEnv = Guarded("PROXY_TRUST_DOTENV", "", "1: ./.env may set everything; counts only in the environment");

    public static readonly Variable IdleTimeout = new("PROXY_IDLE_TIMEOUT", "600", "seconds without a byte from the upstream after which a request fails");

    public static readonly Variable CertificateFile = Guarded("SSL_CERT_FILE", "the system's", "PEM file of the certificate authorities to trust");

    public static readonly Variable HttpProxy = Guarded("HTTP_PROXY", "", "forward proxy for an http upstream (also in lower case)");

    public static readonly Variable HttpsProxy = Guarded("HTTPS_PROXY", "", "forward proxy for an https upstream (also in lower case)");

    public static readonly Variable NoProxy = Guarded("NO_PROXY", "", "hosts that are reached without the forward proxy (also in lower case)");

    public static readonly Variable Strict = new("PROXY_STRICT", "", "1: refuse a request that cannot be translated whole, instead of naming what is lost in x-proxy-degraded");

    public static readonly Variable Passthrough = new("PASSTHROUGH_MODE", "", "not available yet: a start with it set is refused");

    public static IReadOnlyList<Variable> All { get; } =
    [
        OpenAIKey, OpenAIKeyFile, BaseUrl, ClientKey, ClientKeyFile, OpusModel, SonnetModel, HaikuModel, Host, Port, AppName, AppUrl,
        AllowAnonymous, AllowHttpUpstream, TrustDotEnv, IdleTimeout, Strict, CertificateFile, HttpProxy, HttpsProxy, NoProxy, Passthrough,
    ];

    private static Variable Key(string name, string standard, string meaning) => new(name, standard, meaning) { IsSecret = true };

    private static Variable Guarded(string name, string standard, string meaning) => new(name, standard, meaning) { IsGuarded = true };
}

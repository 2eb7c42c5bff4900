namespace ClaudeCodeProxy.Configuration;

/// <summary>One setting of the proxy, as help, <c>config check</c> and the README list it.</summary>
/// <param name="Default">As a person would say it; empty when there is none.</param>
internal sealed record Variable(string Name, string Default, string Meaning)
{
    /// <summary>Its value is a key and is never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>It decides where keys go or who may use them: a <c>./.env</c> found by chance may not set it for a key that came from elsewhere.</summary>
    public bool IsGuarded { get; init; }

    public static readonly Variable OpenAIKey = new("OPENAI_API_KEY", "", "key for the upstream; needed unless the upstream is on loopback") { IsSecret = true };

    public static readonly Variable OpenAIKeyFile = new("OPENAI_API_KEY_FILE", "", "file that holds the key for the upstream") { IsGuarded = true };

    public static readonly Variable BaseUrl = new("OPENAI_BASE_URL", "https://api.openai.com/v1", "upstream; /chat/completions is appended") { IsGuarded = true };

    public static readonly Variable ClientKey = new("ANTHROPIC_API_KEY", "", "key that clients must send, as x-api-key or Bearer") { IsSecret = true };

    public static readonly Variable ClientKeyFile = new("ANTHROPIC_API_KEY_FILE", "", "file that holds the key that clients must send") { IsGuarded = true };

    public static readonly Variable OpusModel = new("ANTHROPIC_DEFAULT_OPUS_MODEL", "gpt-5", "upstream model for models named opus");

    public static readonly Variable SonnetModel = new("ANTHROPIC_DEFAULT_SONNET_MODEL", "gpt-5", "upstream model for models named sonnet");

    public static readonly Variable HaikuModel = new("ANTHROPIC_DEFAULT_HAIKU_MODEL", "gpt-5-mini", "upstream model for models named haiku");

    public static readonly Variable Host = new("HOST", "127.0.0.1", "address to listen on; beyond loopback a client key is needed") { IsGuarded = true };

    public static readonly Variable Port = new("PORT", "8082", "port to listen on");

    public static readonly Variable AppName = new("OPENROUTER_APP_NAME", "", "X-Title for OpenRouter");

    public static readonly Variable AppUrl = new("OPENROUTER_APP_URL", "", "HTTP-Referer for OpenRouter");

    public static readonly Variable AllowAnonymous = new("PROXY_ALLOW_ANONYMOUS", "", "1: listen beyond loopback without a client key") { IsGuarded = true };

    public static readonly Variable AllowHttpUpstream = new("PROXY_ALLOW_HTTP_UPSTREAM", "", "1: plain http to an upstream that is not on loopback") { IsGuarded = true };

    public static readonly Variable TrustDotEnv = new("PROXY_TRUST_DOTENV", "", "1: ./.env may set everything; counts only in the environment") { IsGuarded = true };

    public static readonly Variable IdleTimeout = new("PROXY_IDLE_TIMEOUT", "600", "seconds without a byte from the upstream after which a request fails");

    public static readonly Variable CertificateFile = new("SSL_CERT_FILE", "the system's", "PEM file of the certificate authorities to trust") { IsGuarded = true };

    public static readonly Variable HttpProxy = new("HTTP_PROXY", "", "forward proxy for an http upstream (also in lower case)") { IsGuarded = true };

    public static readonly Variable HttpsProxy = new("HTTPS_PROXY", "", "forward proxy for an https upstream (also in lower case)") { IsGuarded = true };

    public static readonly Variable NoProxy = new("NO_PROXY", "", "hosts that are reached without the forward proxy (also in lower case)") { IsGuarded = true };

    public static readonly Variable Passthrough = new("PASSTHROUGH_MODE", "", "not available yet: a start with it set is refused");

    public static IReadOnlyList<Variable> All { get; } =
    [
        OpenAIKey, OpenAIKeyFile, BaseUrl, ClientKey, ClientKeyFile, OpusModel, SonnetModel, HaikuModel, Host, Port, AppName, AppUrl,
        AllowAnonymous, AllowHttpUpstream, TrustDotEnv, IdleTimeout, CertificateFile, HttpProxy, HttpsProxy, NoProxy, Passthrough,
    ];
}

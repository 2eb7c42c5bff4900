namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>The variables that say how an upstream is spoken to.</summary>
internal sealed class ProtocolVariables(Variable kind, Variable api, Variable apiVersion, Variable headers)
{
    public Variable Kind => kind;

    public Variable Api => api;

    public Variable ApiVersion => apiVersion;

    public Variable Headers => headers;

    public static readonly ProtocolVariables Standard =
        new(Variable.UpstreamKind, Variable.UpstreamApi, Variable.UpstreamApiVersion, Variable.UpstreamHeaders);

    public static ProtocolVariables Named(string start) => new(
        Variable.Guarded(start + "_KIND", "by host or name", "its kind, as PROXY_UPSTREAM_KIND"),
        Variable.Guarded(start + "_API", "by kind and model", "its protocol, as PROXY_UPSTREAM_API"),
        Variable.Guarded(start + "_API_VERSION", "", "its api-version, as PROXY_UPSTREAM_API_VERSION"),
        Variable.Key(start + "_HEADERS", "", "headers for it, as PROXY_UPSTREAM_HEADERS", isGuarded: true));
}

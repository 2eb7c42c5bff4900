namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>The variables that describe one upstream.</summary>
internal sealed class UpstreamVariables(Variable baseUrl, Variable key, Variable keyFile, ProtocolVariables protocol)
{
    public Variable BaseUrl => baseUrl;

    public Variable Key => key;

    public Variable KeyFile => keyFile;

    public ProtocolVariables Protocol => protocol;

    private const string Prefix = "PROXY_";

    private static readonly string[] Suffixes = ["_BASE_URL", "_API_KEY", "_API_KEY_FILE", "_KIND", "_API", "_API_VERSION", "_HEADERS"];

    /// <summary>The default upstream's; its key and URL have the names that every OpenAI client knows.</summary>
    public static readonly UpstreamVariables Standard =
        new(Variable.BaseUrl, Variable.OpenAIKey, Variable.OpenAIKeyFile, ProtocolVariables.Standard);

    /// <summary>The default upstream's when nothing is translated.</summary>
    public static readonly UpstreamVariables Passthrough =
        new(Variable.AnthropicUrl, Variable.AnthropicKey, Variable.AnthropicKeyFile, ProtocolVariables.Standard);

    public IReadOnlyList<Variable> All => [BaseUrl, Key, KeyFile, Protocol.Kind, Protocol.Api, Protocol.ApiVersion, Protocol.Headers];

    /// <param name="name">As in PROXY_PROVIDERS, or a placeholder for documentation.</param>
    public static UpstreamVariables Named(string name)
    {
        var start = Prefix + name.ToUpperInvariant().Replace('-', '_');
        return new UpstreamVariables(
            Variable.Guarded(start + "_BASE_URL", "by the kind", "its URL; the protocol's path is appended"),
            Variable.Key(start + "_API_KEY", "", "its key, or several with commas between; needed unless it is on loopback"),
            Variable.Guarded(start + "_API_KEY_FILE", "", "file that holds its key, or one key a line"),
            ProtocolVariables.Named(start));
    }

    /// <summary>Whether a variable is one of a named upstream, or one that describes the default upstream in the same way.</summary>
    public static bool Include(string variable) =>
        variable.StartsWith(Prefix, StringComparison.Ordinal) &&
        Suffixes.Any(suffix => variable.EndsWith(suffix, StringComparison.Ordinal) && variable.Length > Prefix.Length + suffix.Length);

    /// <summary>Whether it is such a variable and its value is not to be shown.</summary>
    public static bool IncludeSecret(string variable) =>
        Include(variable) && (variable.EndsWith("_API_KEY", StringComparison.Ordinal) || variable.EndsWith("_HEADERS", StringComparison.Ordinal));
}

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>
/// Decides what a <c>./.env</c> may set, which belongs to whatever folder the proxy was started in: it may not decide where requests and
/// keys go beside an environment that says so, and never have a file sent.
/// </summary>
internal static class DotEnvTrust
{
    private static readonly Variable[] Upstreams =
    [
        Variable.OpenAIKey, Variable.OpenAIKeyFile, Variable.BaseUrl, Variable.Providers,
        Variable.AnthropicKey, Variable.AnthropicKeyFile, Variable.AnthropicUrl,
    ];

    public static Dictionary<string, string> Filter(ConfigurationFile file, IReadOnlyDictionary<string, string> environment, List<string> warnings)
    {
        var values = new Dictionary<string, string>(file.Values, StringComparer.Ordinal);
        if (!file.IsFoundByChance || environment.GetValueOrDefault(Variable.TrustDotEnv.Name) is "1")
            return values;
        var isDecided = environment.Any(pair => pair.Value.Length > 0 && NamesUpstream(pair.Key));
        foreach (var name in file.Values.Keys.Where(name => IsNeverTrusted(name) || (isDecided && IsGuarded(name))))
        {
            values.Remove(name);
            warnings.Add($"{file.Path} may not set {name}, which would decide where requests and keys go. " +
                $"Set it in the environment, or {Variable.TrustDotEnv.Name}=1 there.");
        }

        return values;
    }

    /// <summary>It could make the proxy send any file of the user's to the upstream, or declare itself trusted.</summary>
    private static bool IsNeverTrusted(string name) =>
        name == Variable.TrustDotEnv.Name || (name.EndsWith("_API_KEY_FILE", StringComparison.Ordinal) && IsGuarded(name));

    private static bool IsGuarded(string name) =>
        Variable.All.Any(variable => variable.IsGuarded && name.Equals(variable.Name, StringComparison.OrdinalIgnoreCase)) ||
        (UpstreamVariables.Include(name) && !name.EndsWith("_API_KEY", StringComparison.Ordinal));

    private static bool NamesUpstream(string name) => Upstreams.Any(variable => variable.Name == name) || UpstreamVariables.Include(name);
}

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>A configuration file that was read: where it is and what it sets.</summary>
/// <param name="isFoundByChance">It is <c>./.env</c>, which belongs to whatever folder the proxy was started in.</param>
internal sealed class ConfigurationFile(string path, IReadOnlyDictionary<string, string> values, bool isFoundByChance)
{
    public string Path => path;

    public IReadOnlyDictionary<string, string> Values => values;

    public bool IsFoundByChance => isFoundByChance;

    /// <summary>Whether other users of the machine can read it.</summary>
    public bool IsReadableByOthers { get; init; }
}

namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>A configuration file that was read: where it is and what it sets.</summary>
/// <param name="lines">On which line it sets each.</param>
/// <param name="isFoundByChance">It is <c>./.env</c>, which belongs to whatever folder the proxy was started in.</param>
internal sealed class ConfigurationFile(
    string path, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, int> lines, bool isFoundByChance)
{
    public string Path => path;

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>File and line of what it sets, for people.</summary>
    public string PlaceOf(string name) => $"{path} line {lines[name]}";

    public bool IsFoundByChance => isFoundByChance;

    /// <summary>Whether other users of the machine can read it.</summary>
    public bool IsReadableByOthers { get; init; }
}

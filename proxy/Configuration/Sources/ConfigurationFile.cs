namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>A configuration file that was read: where it is and what it sets.</summary>
/// <param name="IsFoundByChance">It is <c>./.env</c>, which belongs to whatever folder the proxy was started in.</param>
internal sealed record ConfigurationFile(string Path, IReadOnlyDictionary<string, string> Values, bool IsFoundByChance)
{
    /// <summary>Whether other users of the machine can read it.</summary>
    public bool IsReadableByOthers { get; init; }
}

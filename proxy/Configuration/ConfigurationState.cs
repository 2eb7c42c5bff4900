using System.Collections.Immutable;
using System.Security.Cryptography;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace ClaudeCodeProxy.Configuration;

/// <summary>
/// What one reading of the configuration found: values, and the contents of files that they name. It tells what another found otherwise.
/// </summary>
internal sealed class ConfigurationState
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ConfigurationState(Settings settings)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var variable in Variables(settings))
        {
            var value = settings.FindInEitherCase(variable) ?? "";
            if (value.Length > 0 && variable.NamesFile)
            {
                files.Add(value);
                value = $"{value} {Digest(value)}";
            }

            _values[variable.Name] = value;
        }

        Files = files.ToImmutable();
    }

    /// <summary>Throws a <see cref="ConfigurationException"/> for names of upstreams that cannot be.</summary>
    public static ConfigurationState Read(Settings settings) => settings.Located(() => new ConfigurationState(settings));

    /// <summary>Files that values name.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>All that the proxy reads, those of named upstreams included.</summary>
    public static IEnumerable<Variable> Variables(Settings settings) =>
        Variable.All.Concat(UpstreamNames.Read(settings).SelectMany(static name => UpstreamVariables.Named(name).All));

    /// <summary>The variables whose values, or whose files' contents, are not the same.</summary>
    public IReadOnlyList<string> DifferencesFrom(ConfigurationState other) =>
        [.. _values.Keys.Union(other._values.Keys).Where(name => _values.GetValueOrDefault(name, "") != other._values.GetValueOrDefault(name, ""))];

    private static string Digest(string path)
    {
        try
        {
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }
}

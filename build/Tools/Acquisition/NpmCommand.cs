using System.Collections;
using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>One run of the npm client with the user's configuration, quiet and with few retries.</summary>
internal static class NpmCommand
{
    public static ToolCommand Create(TimeSpan timeout, params ReadOnlySpan<string> arguments) => new()
    {
        Executable = "npm",
        Arguments = [.. arguments, "--loglevel=error", "--no-update-notifier", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"],
        Environment = UserSettings(),
        UsesNetwork = true,
        Timeout = timeout,
    };

    // npm reads npm_config_registry and similar variables in any case: the user's configuration, which the scrubbed environment would drop.
    private static ImmutableSortedDictionary<string, string?> UserSettings() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => ((string)variable.Key).StartsWith("npm_config_", StringComparison.OrdinalIgnoreCase))
            .ToImmutableSortedDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);
}

using System.Collections;
using System.Collections.Frozen;

namespace ContainerSecurity.Processes;

/// <summary>The part of this process's environment that a program may see, so that no key, token or tool setting reaches it by accident.</summary>
internal static class ToolEnvironment
{
    private static readonly FrozenSet<string> Always = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "ComSpec");

    private static readonly FrozenSet<string> ForNetwork = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "CURL_CA_BUNDLE");

    /// <summary>The changes to this process's environment that leave only the variables allowed for the command; null removes a variable.</summary>
    public static IReadOnlyDictionary<string, string?> GetChanges(ToolCommand command)
    {
        var changes = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(name => !Allowed(name, command.UsesNetwork))
            .ToDictionary(name => name, _ => (string?)null);
        changes["LANG"] = "C.UTF-8";
        foreach (var (name, value) in command.Environment)
            changes[name] = value;
        return changes;
    }

    private static bool Allowed(string name, bool network) => Always.Contains(name) || (network && ForNetwork.Contains(name));
}

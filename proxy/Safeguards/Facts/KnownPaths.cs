using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Where paths lead, as far as their texts tell: relative to a folder, with the user's home for <c>~</c> and <c>$HOME</c>.</summary>
internal sealed class KnownPaths(SafeguardContext context)
{
    /// <summary>How the shell model writes what it does not know.</summary>
    private const string Unknown = "${";

    private static readonly string[] HomeNames = ["${HOME}", "$HOME", "~"];

    public string Home => context.HomeDirectory;

    /// <param name="folder">Absolute; empty where it is not known.</param>
    /// <returns>An absolute path without <c>.</c> and <c>..</c>; null where it is not known.</returns>
    public string? Resolve(string path, string folder)
    {
        foreach (var name in HomeNames)
        {
            if (!path.StartsWith(name, StringComparison.Ordinal) || (path.Length > name.Length && path[name.Length] != '/'))
                continue;
            if (Home.Length == 0)
                return null;
            path = Home + path[name.Length..];
        }

        if (path.Length == 0 || path.Contains(Unknown, StringComparison.Ordinal) || (path[0] == '~'))
            return null;
        if (path[0] != '/' && (folder.Length == 0 || folder[0] != '/'))
            return null;
        return FilePath.Resolve("/", path[0] == '/' ? $"/{path}" : $"{folder}/{path}") is { Length: > 0 } resolved ? resolved : "/";
    }

    /// <param name="path">As <see cref="Resolve"/> gives it.</param>
    public bool IsTrusted(string path)
    {
        foreach (var folder in context.TrustedDirectories)
        {
            if (IsAtOrBelow(path, folder))
                return true;
        }

        return context.TrustedDirectories.IsEmpty && context.WorkingDirectory.Length > 0 && IsAtOrBelow(path, context.WorkingDirectory);
    }

    /// <summary>The directory itself, or something in it: <c>/srv/site-backup</c> is not in <c>/srv/site</c>.</summary>
    public static bool IsAtOrBelow(string path, string folder)
    {
        folder = folder.TrimEnd('/');
        return path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
    }
}

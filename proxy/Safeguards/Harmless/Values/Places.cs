using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Harmless.Values;

/// <summary>Which files may be looked at, read and written without a question.</summary>
internal sealed class Places(SafeguardContext context)
{
    /// <summary>Of characters; no pattern that somebody writes for a file is longer.</summary>
    private const int LongestPattern = 512;

    private readonly KnownPaths _paths = new(context);

    // Without anything private on any machine.
    private static readonly string[] Public = NameList.Read(
        """
        /dev/null /dev/stdin /etc/os-release /usr/lib/os-release /etc/issue /etc/debian_version /etc/alpine-release /etc/timezone
        /etc/lsb-release /etc/redhat-release /proc/cpuinfo /proc/meminfo /proc/version /proc/loadavg /proc/uptime
        """u8);

    private static readonly string[] PublicFolders = ["/usr/include", "/usr/share/doc", "/usr/share/zoneinfo", "/usr/share/dict"];

    public SafeguardContext Context => context;

    public string? Resolve(string path, string folder) => _paths.Resolve(path, folder);

    public bool IsTrusted(string path) => _paths.IsTrusted(path);

    /// <returns>Why a file may not be looked at from one of these folders; null where it may.</returns>
    /// <param name="readsContent">False for a listing, which shows names only.</param>
    public string? WhyNotRead(string path, string[] folders, bool readsContent)
    {
        if (path == "-")
            return null;
        if (path.Length == 0 || path.Contains(":~", StringComparison.Ordinal) || path.Contains("=~", StringComparison.Ordinal))
            return "which file is read is not known";
        foreach (var folder in folders)
        {
            // A `~` in quotes is a file's name.
            if (path[0] == '~' && !IsTrusted(folder))
                return $"`{path}` may lie outside of the trusted directories";
            if (Resolve(path, folder) is not { } resolved)
                return $"where `{path}` lies is not known";
            if (IsPublic(resolved))
                continue;
            if (!IsTrusted(resolved))
                return $"{resolved} lies outside of the trusted directories";
            if (readsContent && IsPrivate(resolved))
                return $"{resolved} may hold secrets";
        }

        return null;
    }

    /// <summary>The same for all files that fit a pattern.</summary>
    public string? WhyNotReadPattern(string pattern, string[] folders, bool readsContent)
    {
        var isWild = false;
        foreach (var part in pattern.Split('/'))
        {
            if (isWild && part == "..")
                return $"where `{pattern}` leads is not known";
            // `.*` is also `..` in older shells, and `.e*` is `.env`.
            var isPattern = part.AsSpan().IndexOfAny('*', '?', '[') >= 0;
            if (isPattern && part[0] == '.' && (readsContent || part.Length < 3 || !char.IsAsciiLetter(part[1])))
                return $"`{pattern}` may name hidden files";
            isWild |= isPattern;
        }

        return readsContent && IsPrivate(Example(pattern, ""))
            ? $"`{pattern}` may hold secrets"
            : WhyNotRead(Example(pattern, "x"), folders, readsContent);
    }

    /// <returns>Why a file may not be written from one of these folders; null where it may.</returns>
    /// <param name="maySayWhatRuns">It may be a script.</param>
    public string? WhyNotWrite(string path, string[] folders, bool maySayWhatRuns = false)
    {
        if (path is "/dev/null" or "/dev/stdout" or "/dev/stderr")
            return null;
        if (path.Length == 0 || path.Contains('~'))
            return "which file is written is not known";
        foreach (var folder in folders)
        {
            if (Resolve(path, folder) is not { } resolved)
                return $"where `{path}` lies is not known";
            if (WhyNotWrite(path, resolved, maySayWhatRuns) is { } why)
                return why;
        }

        return null;
    }

    /// <param name="path">As it is named: behind a link, <c>..</c> leads elsewhere.</param>
    private string? WhyNotWrite(string path, string resolved, bool maySayWhatRuns)
    {
        if ($"/{path}/".Contains("/../", StringComparison.Ordinal))
            return $"where `{path}` leads depends on links";
        if (!IsTrusted(resolved) || IsTrusted("/"))
            return $"{resolved} lies outside of the trusted directories";
        if (ProtectedFiles.Find(resolved) is { } does)
            return $"{resolved} {does}";
        return IsPrivate(resolved) ? $"{resolved} may hold secrets" : EditableFiles.WhyNot(resolved, BelowTrusted(resolved), maySayWhatRuns);
    }

    // On some machines names in capitals are the same names.
    public static bool IsPrivate(string path) => PrivateFiles.IsPrivate(path) || PrivateFiles.IsPrivate(path.ToLowerInvariant());

    /// <summary>Whether a pattern as programs read it, in which a star also stands for a dot, names what holds secrets.</summary>
    public static bool MayFitPrivate(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return true;
        pattern = pattern.Replace("\\", "", StringComparison.Ordinal);
        if (pattern.Contains(',') && pattern.IndexOf('{') is >= 0 and var open && pattern.IndexOf('}', open) is > 0 and var close)
        {
            // Of several braces one after the other there are too many names.
            return pattern.IndexOf('{', open + 1) >= 0
                || Array.Exists(pattern[(open + 1)..close].Split(','), name => MayFitPrivate($"{pattern[..open]}{name}{pattern[(close + 1)..]}"));
        }

        var name = pattern[(pattern.AsSpan().LastIndexOfAny('/', ':', ')') + 1)..];
        return (name is ['.', ..] && name.AsSpan().IndexOfAny('*', '?', '[') >= 0) || IsPrivate(Example(pattern, ""))
            || IsPrivate(Example(name, "")) || IsPrivate(Example(name, "."));
    }

    /// <summary>The same for what may be a regular expression, as far as its ends tell.</summary>
    public static bool MayMatchPrivate(string expression) =>
        MayFitPrivate(expression.Replace(".*", "*", StringComparison.Ordinal).Trim('^', '$'));

    private bool IsPublic(string path)
    {
        if (context.BlocksReadsOutside)
            return path == "/dev/null";
        if (Array.IndexOf(Public, path) >= 0 || path.StartsWith("/dev/fd/", StringComparison.Ordinal))
            return true;
        foreach (var folder in PublicFolders)
        {
            if (KnownPaths.IsAtOrBelow(path, folder))
                return true;
        }

        return false;
    }

    private string BelowTrusted(string path)
    {
        var length = 0;
        foreach (var folder in context.TrustedDirectories.IsEmpty ? [context.WorkingDirectory] : context.TrustedDirectories)
        {
            if (KnownPaths.IsAtOrBelow(path, folder))
                length = Math.Max(length, folder.TrimEnd('/').Length);
        }

        return path[length..];
    }

    /// <summary>A name that fits a pattern.</summary>
    public static string Example(string pattern, string wild)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '[' && pattern.IndexOf(']', at) is > 0 and var end)
                (at, _) = (end, text.Append(wild));
            else if (pattern[at] is '*' or '?')
                text.Append(wild);
            else
                text.Append(pattern[at]);
        }

        return text.ToString();
    }
}

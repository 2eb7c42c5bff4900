using System.Text.RegularExpressions;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Kinds of programs by name, with or without a folder.</summary>
internal static partial class KnownPrograms
{
    private const string FetcherNames =
        "curl|wget2?|aria2c|fetch|https?|xh|lynx|links2?|w3m|l?ftp|scp|sftp|ncat|netcat|nc|socat|lwp-(request|download)|GET";

    public static string GetName(string word)
    {
        var name = word[(word.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    public static bool IsShell(string name) => Shell().IsMatch(name);

    /// <summary>Whether it is a shell or a language, which runs the code that it receives.</summary>
    public static bool IsInterpreter(string name) => IsShell(name) || Language().IsMatch(name);

    /// <summary>Whether it downloads from the network.</summary>
    public static bool IsFetcher(string name) => Fetcher().IsMatch(name);

    /// <summary>Whether it compares a file with a digest or a signature.</summary>
    public static bool IsVerifier(string name) => Verifier().IsMatch(name);

    /// <summary>Whether it runs the program that its arguments name.</summary>
    public static bool IsWrapper(string name) => Wrapper().IsMatch(name);

    /// <summary>Whether it changes files; listed here only so that it is found behind a wrapper.</summary>
    public static bool IsTool(string name) => name is "chmod" or "mkdir" or "install" or "umask";

    /// <summary>Whether a text mentions a program that fetches; most texts do not and need no parsing.</summary>
    public static bool MentionsFetcher(string text) => Mention().IsMatch(text);

    [GeneratedRegex("^((ba|da|a|z|k|mk|fi|c|tc|r)?sh)$")]
    private static partial Regex Shell();

    [GeneratedRegex(@"^(python|node|nodejs|deno|bun|perl|ruby|irb|php|lua|luajit|tclsh|pwsh|powershell|Rscript|osascript)[0-9.]*$")]
    private static partial Regex Language();

    [GeneratedRegex("^(" + FetcherNames + ")$")]
    private static partial Regex Fetcher();

    [GeneratedRegex("^((sha|b2|md5)[0-9]*sum|shasum|b3sum|rhash|openssl|gpgv?2?|cosign|minisign|signify(-openbsd)?|Get-FileHash)$")]
    private static partial Regex Verifier();

    [GeneratedRegex(
        "^(sudo|doas|env|exec|command|builtin|busybox|time|nohup|nice|ionice|timeout|stdbuf|unbuffer|setsid|xargs|parallel|chroot|gosu|su-exec"
        + "|setpriv|runuser|su|ssh|docker|podman|kubectl|unshare|nsenter|flock|watch|chpst|catchsegv|strace)$")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\b(" + FetcherNames + @")\b")]
    private static partial Regex Mention();
}

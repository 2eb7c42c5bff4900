using System.Collections.Immutable;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>The shell that a RUN is for, and the variables that are set there.</summary>
/// <param name="Shell">With its options, as SHELL gives it.</param>
internal sealed record ShellSettings(string Shell, ImmutableSortedSet<string> Variables)
{
    private static readonly string[] OtherShells = ["pwsh", "powershell", "cmd"];

    private static readonly string[] KnownShells = ["sh", "bash", "dash", "ash", "ksh"];

    /// <summary>A builder passes these without being told.</summary>
    public static ShellSettings Default { get; } = new(
        "/bin/sh -c",
        ImmutableSortedSet.Create(
            StringComparer.Ordinal, "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy"));

    public ShellSettings With(IEnumerable<string> variables) => this with { Variables = Variables.Union(variables) };

    /// <param name="interpreter">What the script's first line names, whatever SHELL says.</param>
    /// <returns>What ShellCheck is to judge; null for a shell or a script that it does not know.</returns>
    public string? Script(string text, string? interpreter)
    {
        if (interpreter is null ? OtherShells.Any(name => Shell.Contains(name, StringComparison.Ordinal)) : !KnownShells.Contains(interpreter))
            return null;
        var program = interpreter is not null
            ? $"/bin/{interpreter}"
            : Shell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
        return $"#!{program}\n{string.Concat(Variables.Select(name => $"export {name}=1\n"))}{(interpreter is null ? text : WithoutFirstLine(text))}";
    }

    /// <summary>ShellCheck objects to a second line that names a shell.</summary>
    private static string WithoutFirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text[end..] : "";
}

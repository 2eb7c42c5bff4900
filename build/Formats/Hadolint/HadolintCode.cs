namespace ContainerSecurity.Formats.Hadolint;

/// <summary>The codes under which Hadolint reports: its own, and those of ShellCheck.</summary>
internal static class HadolintCode
{
    /// <summary>The release of Hadolint whose codes, messages and formats these are.</summary>
    public const string Release = "2.15.1";

    /// <summary>The code of a syntax error; nothing can ignore it.</summary>
    public const string SyntaxError = "DL1000";

    /// <summary>Whether a code is one that Hadolint has.</summary>
    public static bool Is(string code) => code is ['D', 'L', >= '0' and <= '9', ..] or ['S', 'C', >= '0' and <= '9', ..];

    /// <summary>What to do, or the page that says so.</summary>
    public static string HelpFor(string code) => code switch
    {
        SyntaxError => "Fix the line: nothing else in this file was checked.",
        ['S', 'C', ..] => $"https://www.shellcheck.net/wiki/{code}",
        _ => $"https://github.com/hadolint/hadolint/wiki/{code}",
    };
}

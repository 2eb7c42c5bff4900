using System.Text.RegularExpressions;

namespace ContainerSecurity.Processes;

/// <summary>Formats a command and its output for display: secrets masked, terminal codes removed.</summary>
internal static partial class CommandText
{
    private const int LastLines = 10;
    private const int LongestLine = 400;

    public static string Format(ToolCommand command)
    {
        var words = command.Arguments.Prepend(Path.GetFileName(command.Executable));
        return Shortened(Mask(Join(words), command), 4 * LongestLine);
    }

    /// <summary>Words as one line that a POSIX shell takes apart again.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>User and password are left out of addresses.</summary>
    public static string MaskUsers(string text) => UserInUrl().Replace(text, "://***@");

    public static string Mask(string text, ToolCommand command)
    {
        foreach (var secret in command.Secrets.Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        return MaskUsers(text);
    }

    /// <summary>The last lines of an output, indented; empty when there are none.</summary>
    public static string Tail(string output, ToolCommand command) =>
        string.Concat(TerminalCodes().Replace(Mask(output, command), "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeLast(LastLines)
            .Select(line => $"\n  {Shortened(line, LongestLine)}"));

    private static string Quoted(string word) => PlainWord().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Shortened(string line, int longest) => line.Length <= longest ? line : line[..longest] + "…";

    [GeneratedRegex(@"^[\w@%+=:,./-]+$")]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"://[^\s/@'""]+@")]
    private static partial Regex UserInUrl();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f\x7f]")]
    private static partial Regex TerminalCodes();
}

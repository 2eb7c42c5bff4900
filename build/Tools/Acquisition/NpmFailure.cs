using System.Text.RegularExpressions;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The line of npm's error output that gives the reason.</summary>
internal static partial class NpmFailure
{
    private const string Prefix = "npm error ";

    /// <summary>npm's code and reason, or the last line of the message when there is no code.</summary>
    public static string Summarize(string message)
    {
        var code = Code().Match(message);
        if (!code.Success)
            return message.Split('\n')[0];
        var reasons = from line in message[(code.Index + code.Length)..].Split('\n', StringSplitOptions.TrimEntries)
                      where line.StartsWith(Prefix, StringComparison.Ordinal) && !Detail().IsMatch(line)
                      select line[Prefix.Length..];
        return $"npm: {code.Groups[1].Value}, {reasons.FirstOrDefault() ?? "no reason given"}";
    }

    [GeneratedRegex(@"npm error code (\S+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^npm error (syscall|errno|A complete log)")]
    private static partial Regex Detail();
}

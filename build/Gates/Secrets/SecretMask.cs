using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Gates.Secrets;

/// <summary>Takes the secrets out of a text that a tool wrote, before anybody sees it: scanners quote the lines that they complain about (gates.md 1.5).</summary>
internal static partial class SecretMask
{
    private const string Masked = "***";

    public static string Apply(string text)
    {
        var masked = new StringBuilder(text);
        foreach (var hit in SecretText.Find(text).OrderByDescending(hit => hit.Start))
        {
            // Two rules can match one place; what the later one masked is gone.
            var end = Math.Min(hit.Start + hit.Length, masked.Length);
            if (hit.Start < end)
                masked.Remove(hit.Start, end - hit.Start).Insert(hit.Start, Masked);
        }

        return Assignment().Replace(masked.ToString(), match => match.Groups["name"].Value + match.Groups["sign"].Value + Masked);
    }

    /// <summary><c>NAME=value</c> where the name says that the value is secret.</summary>
    [GeneratedRegex(
        """(?<name>[A-Za-z0-9_]*(?:API_?KEY|ACCESS_?KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIALS?)[A-Za-z0-9_]*)(?<sign>\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s"',;]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();
}

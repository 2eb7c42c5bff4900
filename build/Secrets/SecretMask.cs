using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>Masks the secrets in what a tool printed, before anybody sees it: scanners quote the lines that they report.</summary>
internal static partial class SecretMask
{
    private const string Masked = "***";

    public static string Apply(string text)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var hit in SecretText.Find(text, SecretScope.Settings | SecretScope.Commands))
        {
            if (hit.Start >= at)
                masked.Append(text.AsSpan(at, hit.Start - at)).Append(Masked);
            at = Math.Max(at, hit.Start + hit.Length);
        }

        masked.Append(text.AsSpan(at));
        return Assignment().Replace(masked.ToString(), match => match.Groups["name"].Value + match.Groups["sign"].Value + Masked);
    }

    /// <summary><c>NAME=value</c> where the name says that the value is secret.</summary>
    [GeneratedRegex(
        """(?<name>[A-Za-z0-9_]*(?:API_?KEY|ACCESS_?KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIALS?)[A-Za-z0-9_]*)"""
        + """(?<sign>\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s"',;]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();
}

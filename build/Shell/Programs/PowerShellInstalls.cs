using System.Text.RegularExpressions;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Finds the same in PowerShell, by line: <c>irm … | iex</c>, <c>iex (iwr …)</c>.</summary>
internal static partial class PowerShellInstalls
{
    private const string Fetch = @"(\b(iwr|irm|curl|wget|Invoke-WebRequest|Invoke-RestMethod)\b|Download(String|Data))";

    /// <returns>1-based lines.</returns>
    public static IEnumerable<int> Find(string text) => text.Split('\n')
        .Select((line, index) => (Line: line, Number: index + 1))
        .Where(item => !item.Line.TrimStart().StartsWith('#') && (Piped().IsMatch(item.Line) || Evaluated().IsMatch(item.Line)))
        .Select(item => item.Number);

    [GeneratedRegex(Fetch + @".*\|\s*&?\s*\b(iex|Invoke-Expression|powershell|pwsh|sh|bash)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Piped();

    [GeneratedRegex(@"(\b(iex|Invoke-Expression)\b|\[scriptblock\]::Create).*" + Fetch, RegexOptions.IgnoreCase)]
    private static partial Regex Evaluated();
}

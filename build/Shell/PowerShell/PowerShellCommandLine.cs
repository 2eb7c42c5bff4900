using System.Buffers.Text;
using System.Text;

namespace ContainerSecurity.Shell.PowerShell;

/// <summary>The words after <c>powershell</c> or <c>pwsh</c>. Source: about_PowerShell_exe, about_Pwsh.</summary>
internal static class PowerShellCommandLine
{
    /// <summary>Parameters with a value; others are switches.</summary>
    private static readonly string[] WithValue =
        ["executionpolicy", "ex", "ep", "version", "outputformat", "of", "inputformat", "if", "windowstyle", "configurationname", "psconsolefile",
         "workingdirectory", "wd", "settingsfile", "custompipename"];

    /// <returns>The script that the words hold; null when they name a file, or none.</returns>
    public static string? FindScript(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var name = IsOption(words[at]) ? words[at][1..].ToLowerInvariant() : null;
            // Without a parameter powershell takes a command, pwsh a file: what has blanks can only be a command.
            if (name is null)
                return Rest(at);
            if (IsCutFrom(name, "command"))
                return Rest(at + 1);
            if (name is "ec" || IsCutFrom(name, "encodedcommand"))
                return Decode(at + 1 < words.Count ? words[at + 1] : "");
            if (IsCutFrom(name, "file"))
                return null;
            if (Array.Exists(WithValue, known => IsCutFrom(name, known)))
                at++;
        }

        return null;

        string Rest(int from)
        {
            var rest = new StringBuilder();
            for (var at = from; at < words.Count; at++)
                rest.Append(at > from ? " " : "").Append(words[at]);
            return rest.ToString();
        }
    }

    /// <summary>A path may begin like an option of Windows.</summary>
    private static bool IsOption(string word) =>
        word is ['-', _, ..] || (word is ['/', _, ..] && Array.TrueForAll(word[1..].ToCharArray(), char.IsAsciiLetter));

    private static bool IsCutFrom(string given, string name) => name.StartsWith(given, StringComparison.Ordinal);

    /// <summary>Base64 of UTF-16; null for anything else.</summary>
    private static string? Decode(string encoded) =>
        encoded.Length > 0 && Base64.IsValid(encoded) ? Encoding.Unicode.GetString(Convert.FromBase64String(encoded)) : null;
}

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
            // A path may begin like an option of Windows.
            var isOption = words[at] is ['-', _, ..] || (words[at] is ['/', _, ..] && words[at].Skip(1).All(char.IsAsciiLetter));
            var name = isOption ? words[at][1..].ToLowerInvariant() : null;
            // Without a parameter powershell takes a command, pwsh a file: what has blanks can only be a command.
            if (name is null)
                return Rest(at);
            if (IsCutFrom(name, "command"))
                return Rest(at + 1);
            if (name is "ec" || IsCutFrom(name, "encodedcommand"))
                return Decode(words.ElementAtOrDefault(at + 1) ?? "");
            if (IsCutFrom(name, "file"))
                return null;
            if (WithValue.Any(known => IsCutFrom(name, known)))
                at++;
        }

        return null;

        string Rest(int from) => string.Join(' ', words.Skip(from));
    }

    private static bool IsCutFrom(string given, string name) => name.StartsWith(given, StringComparison.Ordinal);

    /// <summary>Base64 of UTF-16; null for anything else.</summary>
    private static string? Decode(string encoded) =>
        encoded.Length > 0 && Base64.IsValid(encoded) ? Encoding.Unicode.GetString(Convert.FromBase64String(encoded)) : null;
}

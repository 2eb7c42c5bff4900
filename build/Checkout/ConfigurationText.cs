using System.Text;
using System.Text.Unicode;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>The text of a configuration file: UTF-8, of modest size, and nothing in it at which a reader stops unnoticed.</summary>
internal static class ConfigurationText
{
    private const int MostBytes = 1024 * 1024;

    /// <param name="name">How messages call the file.</param>
    /// <exception cref="InputException">Anything else; the message names file and line.</exception>
    public static string Read(string name, string path)
    {
        var bytes = BoundedFile.Read(path, MostBytes) ?? throw Wrong(name, 1, "larger than 1 MiB, which no configuration is");
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff');
        if (!Utf8.IsValid(bytes))
            throw Wrong(name, LineOf(text, '\ufffd'), "not UTF-8");
        // YamlDotNet takes this for the end.
        return text.Contains('\0') ? throw Wrong(name, LineOf(text, '\0'), "not text: it holds a NUL character") : text;
    }

    private static int LineOf(string text, char wrong) => text.AsSpan(0, text.IndexOf(wrong)).Count('\n') + 1;

    private static InputException Wrong(string name, int line, string what) => new($"{name}:{line}: {what}. Mend the file and run again.") { Line = line };
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging.Inventory;

/// <summary>The files that the linker read for the binary, from its own list (ld.lld --dependency-file, Makefile syntax).</summary>
internal static partial class LinkedFiles
{
    /// <returns>As written: absolute, or relative to the project folder. For the project's copy of a file, its original.</returns>
    /// <exception cref="InputException">The file is missing or was not written by the linker.</exception>
    public static ImmutableArray<string> Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"{path} is missing: the linker's list of what it linked. Run --target=Clean, then compile again.");

        // The first rule lists all files; the empty rules after it only keep make from failing for a deleted file.
        var rule = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n")[0].Replace("\\\n", " ", StringComparison.Ordinal);
        ImmutableArray<string> words = [.. Word().Matches(rule).Select(word => Copies().Replace(Unescaped(word.Value), ""))];
        return words.Length > 1 && words[0].EndsWith(':')
            ? words[1..]
            : throw new InputException($"{path} is not a list of linked files. Run --target=Clean, then compile again.");
    }

    private static string Unescaped(string word) => Escape().Replace(word, "$1").Replace("$$", "$", StringComparison.Ordinal);

    /// <summary>The project file says what lies there.</summary>
    [GeneratedRegex(@"\A(?:.*/)?obj/Release/net[0-9.]+/[^/]+/native/copies(?=/)")]
    private static partial Regex Copies();

    [GeneratedRegex(@"(?:\\.|\S)+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\\([ #\\])")]
    private static partial Regex Escape();
}

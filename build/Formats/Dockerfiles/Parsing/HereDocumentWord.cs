using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles.Words;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>The word <c>&lt;&lt;EOF</c> that announces a here-document.</summary>
internal sealed partial record HereDocumentWord(string Name, bool StripTabs, bool Expand)
{
    // BuildKit reads these words with a backslash whatever `# escape=` says.
    private const char Escape = '\\';

    public static bool CanFollow(Instruction instruction) =>
        (instruction.Triggered ?? instruction) is { Keyword: "RUN" or "COPY" or "ADD", ExecForm: null };

    /// <summary>All of a line, in order; none when the line's quotes do not match.</summary>
    public static IEnumerable<HereDocumentWord> FindAll(string line)
    {
        if (!line.Contains("<<", StringComparison.Ordinal))
            return [];
        var words = new WordReader(line, Escape) { KeepsQuotes = true, KeepsEscapes = true }.ReadWords() ?? [];
        return words.Select(Parse).OfType<HereDocumentWord>();
    }

    /// <returns>Null when the word announces none.</returns>
    public static HereDocumentWord? Parse(string word)
    {
        if (Announcement().Match(word) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        if (new WordReader(name, Escape).ReadWords() is not [var plain])
            return null;
        var quoted = new WordReader(name, Escape) { KeepsQuotes = true }.ReadWords() is [var kept] && Quotes(kept) != Quotes(plain);
        return new HereDocumentWord(plain, match.Groups["dash"].Length > 0, !quoted);
    }

    private static int Quotes(string word) => word.Count(character => character is '\'' or '"');

    [GeneratedRegex(@"^[0-9]*<<(?<dash>-?)\s*(?<name>[^<]+)\z")]
    private static partial Regex Announcement();
}

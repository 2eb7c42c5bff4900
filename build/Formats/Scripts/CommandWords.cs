using ContainerSecurity.Findings;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>Makes scripts of commands that a file gives as words: <c>["sh", "-c", "a | b"]</c>.</summary>
internal static class CommandWords
{
    /// <param name="words">As the program is given them, each with its line.</param>
    /// <returns>One whose lines are those of the word that holds the code.</returns>
    public static Script Script(string what, string path, IReadOnlyList<LocatedValue> words) =>
        new(what, Place.At(path, LineOf(words)), QuotedWords.Join(words.Select(word => word.Text ?? ""))) { KeepsLines = true };

    /// <summary>The first word with several lines or words, else the first.</summary>
    private static int LineOf(IReadOnlyList<LocatedValue> words) =>
        (words.FirstOrDefault(word => word.Text?.Contains('\n') == true)
            ?? words.FirstOrDefault(word => word.Text?.Contains(' ') == true)
            ?? words[0]).Line;

    /// <summary>The texts of a list; nothing for anything else.</summary>
    public static IReadOnlyList<LocatedValue> ListOf(LocatedValue? value) => [.. (value?.Items ?? []).Where(item => item.Text is not null)];
}

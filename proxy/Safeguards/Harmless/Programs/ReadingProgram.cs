namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>A program that only reads and prints with the options that stand here; with any other it is not known what it does.</summary>
/// <param name="names">Separated by blanks.</param>
/// <param name="takes">What its operands are.</param>
/// <param name="letters">Options of one letter without a value.</param>
/// <param name="valued">Options of one letter whose value is a text.</param>
/// <param name="words">Long options without dashes; <c>=</c> behind one that takes a text, <c>?</c> behind one that may.</param>
internal sealed class ReadingProgram(string names, Takes takes, string letters = "", string valued = "", string words = "")
{
    private readonly string _words = $" {words} ";

    public string Names => names;

    public bool IsNamed(string name) => FindIn($" {names} ", name) == ' ';

    public Takes Takes => takes;

    /// <summary>No option at all does harm: a word of which nothing is known may be one.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>It goes through folders, the working directory where none is named.</summary>
    public bool ReadsFolders { get; init; }

    /// <summary>How many operands it may have: with more it writes, or changes the machine.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The options that hold the pattern, so that all operands are files.</summary>
    public string PatternOptions { get; init; } = "";

    /// <summary>Long options have one dash.</summary>
    public bool IsSingleDash { get; init; }

    public bool HasLetter(char letter) => letters.Contains(letter);

    public bool HasValuedLetter(char letter) => valued.Contains(letter);

    /// <returns>The mark behind a long option: <c>=</c>, <c>?</c> or a blank; NUL where there is no such option.</returns>
    public char MarkOf(ReadOnlySpan<char> word) => FindIn(_words, word);

    private static char FindIn(ReadOnlySpan<char> list, ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.IndexOfAny(' ', '=', '?') >= 0)
            return '\0';
        for (var from = 1; from < list.Length;)
        {
            var at = list[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                return '\0';
            at += from;
            if (list[at - 1] == ' ' && list[at + word.Length] is ' ' or '=' or '?')
                return list[at + word.Length];
            from = at + 1;
        }

        return '\0';
    }
}

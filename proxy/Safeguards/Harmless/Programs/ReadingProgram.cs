using System.Buffers;
using System.Text;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>A program that only reads and prints with the options that stand here; with any other it is not known what it does.</summary>
/// <param name="takes">What its operands are.</param>
/// <param name="options"><c>-abc</c> for those of one letter, words for the others; each may have a mark at its end.</param>
internal sealed class ReadingProgram(Takes takes, string options)
{
    /// <summary>Behind an option that has no value.</summary>
    public const char Flag = ' ';

    /// <summary>Behind one that has a text as its value.</summary>
    public const char Text = '=';

    /// <summary>Behind one that may have one.</summary>
    public const char PerhapsText = '?';

    /// <summary>Behind one whose value names the files that are read.</summary>
    public const char Files = '<';

    /// <summary>Behind one whose value is the pattern, so that all operands are files.</summary>
    public const char Pattern = '~';

    /// <summary>Behind one that needs no pattern.</summary>
    public const char NoPattern = '!';

    private const string Marks = "=?<~!";

    private static readonly SearchValues<char> NoOption = SearchValues.Create(" " + Marks);

    private readonly string _options = Spread(options);

    public Takes Takes => takes;

    /// <summary>No option at all does harm: a word of which nothing is known may be one.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>It goes through folders, the working directory where none is named.</summary>
    public bool ReadsFolders { get; init; }

    /// <summary>With more than one operand it writes, or changes the machine.</summary>
    public bool TakesOne { get; init; }

    private static string Spread(string options)
    {
        var text = new StringBuilder(" ");
        foreach (var option in options.Split(' '))
        {
            if (option is not ['-', .. var letters])
            {
                text.Append(option).Append(' ');
                continue;
            }

            var mark = Marks.Contains(letters[^1]) ? letters[^1..] : "";
            foreach (var letter in letters.AsSpan(0, letters.Length - mark.Length))
                text.Append(letter).Append(mark).Append(' ');
        }

        return text.ToString();
    }

    /// <param name="option">Without dashes.</param>
    /// <returns>The mark behind it; NUL where there is no such option.</returns>
    public char MarkOf(ReadOnlySpan<char> option)
    {
        if (option.IsEmpty || option.ContainsAny(NoOption))
            return '\0';
        var list = _options.AsSpan();
        for (var from = 1; from < list.Length;)
        {
            var at = list[from..].IndexOf(option, StringComparison.Ordinal);
            if (at < 0)
                return '\0';
            at += from;
            var end = at + option.Length;
            if (list[at - 1] == ' ' && (list[end] == Flag || Marks.Contains(list[end])))
                return list[end];
            from = at + 1;
        }

        return '\0';
    }
}

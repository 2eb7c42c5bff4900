using ClaudeCodeProxy.Safeguards.Harmless.Texts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Programs that run the one that their words name.</summary>
internal static class WrapCheck
{
    public static bool IsHarmlessXargs(Argument[] words, Surroundings around, Argument? found)
    {
        var (at, placeholder) = (0, "");
        while (at < words.Length && words[at] is { Kind: ArgumentKind.Known, Text: ['-', ..] } option)
        {
            if (option.Text is "-n" or "-P" or "-L" or "-d" && at + 1 < words.Length)
                at++;
            else if (option.Text == "-I" && at + 1 < words.Length)
                placeholder = words[++at].Text;
            else if (option.Text is "-I{}")
                placeholder = "{}";
            else if (!IsPlain(option.Text))
                return around.Refuse($"what `xargs {option.Text}` does is not known");
            if (words[at].Kind != ArgumentKind.Known)
                return around.Refuse("the options of `xargs` are not known");
            at++;
        }

        var command = new List<Argument>();
        for (; at < words.Length; at++)
        {
            var isPlace = placeholder.Length > 0 && words[at].Text.Contains(placeholder, StringComparison.Ordinal);
            if (isPlace && !words[at].Is(placeholder))
                return around.Refuse("what becomes of a name inside a word is not known");
            command.Add(isPlace ? found ?? Argument.Words : words[at]);
        }

        if (command.Count == 0)
            command.Add(Argument.Known("echo"));
        if (placeholder.Length == 0)
            command.Add(found ?? Argument.Words);
        return ProgramCheck.IsHarmless([.. command], around, found: null);
    }

    private static bool IsPlain(string option) => option is "-0" or "-r" or "-0r" or "-r0" or "-t" or "--null" or "--no-run-if-empty"
        || (option.Length > 2 && option[1] is 'n' or 'P' or 'L' && option.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
        || option is "-d\\n" or "-d\n";

    public static bool IsHarmlessTimeout(Argument[] words, Surroundings around, Argument? found)
    {
        var isTime = words.Length > 1 && words[0].Kind == ArgumentKind.Known && words[0].Text.Length > 0 && char.IsAsciiDigit(words[0].Text[0])
            && PlainCharacters.IsSafe(words[0].Text);
        return isTime ? ProgramCheck.IsHarmless(words[1..], around, found) : around.Refuse("what `timeout` runs is not clear");
    }

    public static bool IsHarmlessCommand(Argument[] words, Surroundings around, Argument? found)
    {
        if (words.Length > 0 && words[0].Kind == ArgumentKind.Known && words[0].Text is "-v" or "-V")
            return true;
        return words.Length > 0 && !words[0].MayBeOption
            ? ProgramCheck.IsHarmless(words, around, found)
            : around.Refuse("what `command` runs is not clear");
    }
}

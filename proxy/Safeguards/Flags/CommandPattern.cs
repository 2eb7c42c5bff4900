using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>A command that is told by its words: <c>git push --force</c>.</summary>
/// <param name="rule">What it is flagged for.</param>
/// <param name="command">
/// The program, or several as <c>npm|pnpm</c>, and the sub-commands that stand among its first operands, in their order.
/// </param>
/// <param name="any">
/// Of these at least one is there, separated by blanks: an option (<c>-f</c> also within <c>-uf</c>, <c>--force</c> also as <c>--force=yes</c>), an
/// operand, or with <c>*</c> at its end the beginning of one. Empty where the command is enough.
/// </param>
/// <param name="not">With one of these it is harmless.</param>
internal sealed class CommandPattern(FlagRule rule, string command, string any = "", string not = "")
{
    /// <summary>Options with values may stand before a sub-command: <c>git -C folder push</c>.</summary>
    private const int MostBefore = 3;

    private readonly string[] _any = any.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly string[] _not = not.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly string[][] _subs = Array.ConvertAll(command.Split(' ')[1..], static sub => sub.Split('|'));

    public FlagRule Rule => rule;

    public string[] Programs { get; } = command.Split(' ')[0].Split('|');

    public string Command => command;

    public string Any => any;

    public string? Why { get; init; }

    public bool Matches(Call call) => HasSubs(call) && (_any.Length == 0 || HasOne(call, _any)) && (_not.Length == 0 || !HasOne(call, _not));

    private bool HasSubs(Call call)
    {
        var (found, passed) = (0, 0);
        foreach (var word in call.Words)
        {
            if (found == _subs.Length || passed > MostBefore)
                break;
            if (_subs[found].Holds(word.Text))
                found++;
            else if (word.Text is not ['-', ..])
                passed++;
        }

        return found == _subs.Length;
    }

    private static bool HasOne(Call call, string[] marks)
    {
        foreach (var word in call.Words)
        {
            foreach (var mark in marks)
            {
                if (Is(word.Text, mark))
                    return true;
            }
        }

        return false;
    }

    private static bool Is(string word, string mark)
    {
        if (mark.Begins("--"))
            return word.Begins(mark) && (word.Length == mark.Length || word[mark.Length] == '=');
        if (mark is ['-', var letter])
            return word is ['-', not '-', ..] && word.Contains(letter);
        if (mark is [.. var start, '*'])
            return word.Begins(start);
        return word == mark;
    }
}

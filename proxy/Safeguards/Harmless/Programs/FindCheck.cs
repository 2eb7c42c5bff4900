using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>find: a search by name that prints, or hands what it finds to a program that only reads.</summary>
internal sealed class FindCheck(Argument[] words, Surroundings around)
{
    private static readonly Argument Secret = Argument.Known(".env");

    private static readonly string[] Plain = NameList.Read(
        """
        -depth -empty -not ! -a -and -o -or ( ) , -print -print0 -ls -prune -quit -true -false -readable -writable -executable -xdev -mount
        -daystart -noleaf -H -P -E -x
        """u8);

    private static readonly string[] Named = NameList.Read("-name -iname -path -ipath -wholename -iwholename -regex -iregex"u8);

    private static readonly string[] Valued = NameList.Read(
        """
        -type -xtype -size -mtime -mmin -atime -amin -ctime -cmin -maxdepth -mindepth -perm -user -group -links -inum -printf -regextype
        -newermt
        """u8);

    private int _at;

    /// <summary>What stands for the names that it finds.</summary>
    private Argument _found = Argument.Names;

    public bool IsHarmless()
    {
        while (_at < words.Length && words[_at] is { Kind: ArgumentKind.Known } option && option.Text is "-H" or "-P" or "-E" or "-x")
            _at++;
        var start = _at;
        while (_at < words.Length && !BeginsExpression(words[_at]))
        {
            if (words[_at].MayBeOption || !around.MayRead(words[_at], readsContent: false))
                return around.Refuse($"what `find` does with {words[_at].Shown} is not known");
            _at++;
        }

        if (_at == start && !around.MayRead(Argument.Known("."), readsContent: false))
            return false;
        while (_at < words.Length)
        {
            if (!ReadTest())
                return false;
        }

        return true;
    }

    private static bool BeginsExpression(Argument word) => word is { Kind: ArgumentKind.Known, Text: ['-', ..] or "!" or "(" or ")" or "," };

    private bool ReadTest()
    {
        var word = words[_at++];
        if (word.Kind != ArgumentKind.Known)
            return around.Refuse($"{word.Shown} may be an action of `find`");
        if (Plain.Holds(word.Text))
            return true;
        if (Named.Holds(word.Text) || Valued.Holds(word.Text))
        {
            if (_at >= words.Length || words[_at].Kind is not (ArgumentKind.Known or ArgumentKind.Text or ArgumentKind.Name))
                return around.Refuse($"what follows `{word.Text}` is not known");
            if (Named.Holds(word.Text) && Places.MayMatchPrivate(words[_at].Text) && !IsNegated(_at - 2))
                _found = Secret;
            _at++;
            return true;
        }

        if (word.Text is "-newer" or "-samefile" && _at < words.Length)
            return around.MayRead(words[_at++], readsContent: false);
        return word.Text == "-exec" ? ReadExecution() : around.Refuse($"what `find {word.Text}` does is not known");
    }

    private bool IsNegated(int at) => at >= 0 && (words[at].Is("!") || words[at].Is("-not"));

    private bool ReadExecution()
    {
        var command = new List<Argument>();
        while (_at < words.Length && !words[_at].Is(";") && !(words[_at].Is("+") && words[_at - 1].Is("{}")))
        {
            var word = words[_at++];
            if (word.Kind == ArgumentKind.Known && word.Text.Contains("{}", StringComparison.Ordinal))
            {
                if (word.Text.Length > 2)
                    return around.Refuse("what becomes of `{}` inside a word is not known");
                word = _found;
            }

            command.Add(word);
        }

        if (_at++ >= words.Length || command.Count == 0)
            return around.Refuse("where the command of `-exec` ends is not known");
        return ProgramCheck.IsHarmless([.. command], around, found: null);
    }
}

using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Reads the words behind a program that only reads, option by option.</summary>
internal sealed class ReadingCheck(ReadingProgram program, string name, Argument[] words, Surroundings around)
{
    private const int MostSubCommands = 2;

    private bool _hasPattern;
    private bool _isEnded;
    private int _at;

    /// <returns>The check of what follows the longest command in the tables that the words begin with; null where there is none.</returns>
    public static ReadingCheck? Find(string name, Argument[] words, Surroundings around)
    {
        ReadingCheck? found = null;
        for (var at = 0; ; at++)
        {
            if (ReadingPrograms.Find(name) is { } program)
                found = new ReadingCheck(program, name, words[at..], around);
            if (at == MostSubCommands || at >= words.Length || words[at].Kind != ArgumentKind.Known || words[at].Text.Contains(' '))
                return found;
            name += $" {words[at].Text}";
        }
    }

    /// <summary>The program, with the words that choose what it does.</summary>
    public string Name => name;

    /// <summary>The words that are not options nor their values.</summary>
    public List<Argument> Operands { get; } = [];

    /// <summary>Whether all options are known ones; fills <see cref="Operands"/>.</summary>
    public bool ReadOptions()
    {
        for (; _at < words.Length; _at++)
        {
            var word = words[_at];
            if (_isEnded || !word.MayBeOption)
                Operands.Add(word);
            else if (word.Is("--"))
                _isEnded = true;
            else if (word.Kind != ArgumentKind.Known && !program.IsTolerant)
                return around.Refuse($"{word.Shown} may be an option of `{name}`");
            else if (word.Kind != ArgumentKind.Known)
                Operands.Add(word);
            else if (!(word.Text.StartsWith("--", StringComparison.Ordinal) ? ReadLong(word.Text) : ReadLetters(word.Text)))
                return around.Refuse($"what `{name} {word.Text}` does is not known");
        }

        return Operands.Count <= 1 || !program.TakesOne || around.Refuse($"what `{name}` does with so many words is not known");
    }

    public bool IsHarmless()
    {
        if (program is { Takes: Takes.Texts, IsTolerant: true })
            return true;
        if (!ReadOptions())
            return false;
        var first = program.Takes == Takes.PatternAndFiles && !_hasPattern ? 1 : 0;
        var isContent = program.Takes is Takes.Files or Takes.PatternAndFiles;
        if (program.Takes == Takes.Nothing)
            return Operands.Count == 0 || around.Refuse($"what `{name}` does with {Operands[0].Shown} is not known");
        if (program.Takes == Takes.Texts)
            return true;
        // In place of the pattern may stand several words, or none.
        if (first == 1 && Operands.Count > 0 && Operands[0].Kind is ArgumentKind.Words or ArgumentKind.Pattern or ArgumentKind.Names)
            return around.Refuse($"the pattern of `{name}` is not known");
        // Behind what is perhaps an option with a pattern, the first operand is a file too.
        for (var at = 1; at < Operands.Count; at++)
            first = Operands[at].MayBeOption && Operands[at].Kind != ArgumentKind.Known ? 0 : first;
        for (var at = first; at < Operands.Count; at++)
        {
            if (!around.MayRead(Operands[at], isContent))
                return false;
        }

        return Operands.Count > first || !program.ReadsFolders || around.MayRead(Argument.Known("."), readsContent: false);
    }

    private bool ReadLetters(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            var mark = program.MarkOf(word.AsSpan(at, 1));
            if (mark is '\0')
                return false;
            if (mark is not (ReadingProgram.Flag or ReadingProgram.NoPattern))
                return MayHave(mark, at + 1 < word.Length ? Argument.Known(word[(at + 1)..]) : null);
        }

        return true;
    }

    private bool ReadLong(string word)
    {
        var equals = word.IndexOf('=');
        var option = word.AsSpan(2, (equals < 0 ? word.Length : equals) - 2);
        // With two dashes a letter is the beginning of another option.
        var mark = option.Length < 2 ? '\0' : program.MarkOf(option);
        _hasPattern |= mark == ReadingProgram.NoPattern;
        return mark switch
        {
            '\0' => false,
            ReadingProgram.Flag or ReadingProgram.NoPattern => equals < 0,
            ReadingProgram.PerhapsText => true,
            _ => MayHave(mark, equals < 0 ? null : Argument.Known(word[(equals + 1)..])),
        };
    }

    /// <param name="value">Null where it is the next word.</param>
    private bool MayHave(char mark, Argument? value)
    {
        _hasPattern |= mark == ReadingProgram.Pattern;
        if (value is null)
        {
            if (++_at >= words.Length)
                return true;
            value = words[_at];
            if (!IsValue(value))
                return around.Refuse($"the words behind an option of `{name}` are not known");
        }

        return mark != ReadingProgram.Files || around.MayChoose(value);
    }

    // What begins like an option may be one where the value is not needed, except for a number: `head -n -5`.
    private static bool IsValue(Argument word) => word.Kind switch
    {
        ArgumentKind.Known => !word.MayBeOption || char.IsAsciiDigit(word.Text[1]),
        ArgumentKind.Text or ArgumentKind.Name => !word.MayBeOption,
        _ => false,
    };
}

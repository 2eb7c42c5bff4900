using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Reads the words behind a program that only reads, option by option.</summary>
internal sealed class ReadingCheck(ReadingProgram program, string name, Argument[] words, Surroundings around)
{
    private bool _hasPattern;
    private bool _isEnded;

    /// <summary>The words that are not options nor their values.</summary>
    public List<Argument> Operands { get; } = [];

    /// <summary>Whether all options are known ones; fills <see cref="Operands"/>.</summary>
    public bool ReadOptions()
    {
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (_isEnded || !word.MayBeOption)
                Operands.Add(word);
            else if (word.Is("--"))
                _isEnded = true;
            else if (word.Kind != ArgumentKind.Known && !program.IsTolerant)
                return around.Refuse($"{word.Shown} may be an option of `{name}`");
            else if (word.Kind != ArgumentKind.Known)
                Operands.Add(word);
            else if (ReadOption(word.Text) is not { } takesNext)
                return around.Refuse($"what `{name} {word.Text}` does is not known");
            else if (takesNext && ++at < words.Length && !IsValue(words[at]))
                return around.Refuse($"the words behind `{name} {word.Text}` are not known");
        }

        return Operands.Count <= program.Most || around.Refuse($"what `{name}` does with so many words is not known");
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

    // What begins like an option may be one where the value is not needed, except for a number: `head -n -5`.
    private static bool IsValue(Argument word) => word.Kind switch
    {
        ArgumentKind.Known => !word.MayBeOption || char.IsAsciiDigit(word.Text[1]),
        ArgumentKind.Text or ArgumentKind.Name => !word.MayBeOption,
        _ => false,
    };

    /// <returns>Whether the next word is its value; null for an option that is not known.</returns>
    private bool? ReadOption(string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
            return ReadLong(word.AsSpan(2));
        for (var at = 1; at < word.Length; at++)
        {
            var letter = word[at];
            if (program.HasValuedLetter(letter))
            {
                _hasPattern |= program.PatternOptions.StartsWith(letter);
                return at + 1 == word.Length;
            }

            if (!program.HasLetter(letter))
                return null;
        }

        return false;
    }

    private bool? ReadLong(ReadOnlySpan<char> word)
    {
        var equals = word.IndexOf('=');
        var option = equals < 0 ? word : word[..equals];
        foreach (var pattern in program.PatternOptions.Split(' '))
            _hasPattern |= option.SequenceEqual(pattern);
        return program.MarkOf(option) switch
        {
            ' ' => equals < 0 ? false : null,
            '?' => false,
            '=' => equals < 0,
            _ => null,
        };
    }
}

namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>The words after a program's name, read as its <see cref="ProgramSpec"/> says.</summary>
/// <param name="options">In order.</param>
/// <param name="operands">Indices of words; sub-commands are left out.</param>
/// <param name="firstArgument">How many operands stand before a <c>--</c>; all of them without one.</param>
internal sealed class CommandLine(List<ReadOption> options, List<int> operands, int firstArgument)
{
    public List<ReadOption> Options => options;

    public List<int> Operands => operands;

    public int FirstArgument => firstArgument;

    public bool Has(Role role) => Options.Exists(option => option.Role == role);

    /// <returns>Null when the words are not those of the sub-command.</returns>
    public static CommandLine? Read(ProgramSpec spec, IReadOnlyList<string> words)
    {
        var reader = new Reader(spec, words);
        reader.Read();
        var operands = reader.Operands;
        if (!IsSub(spec, words, operands))
            return null;
        var arguments = Math.Max(0, (reader.Dashes ?? operands.Count) - spec.SubLength);
        operands.RemoveRange(0, spec.SubLength);
        return new CommandLine(reader.Options, operands, arguments);
    }

    private static bool IsSub(ProgramSpec spec, IReadOnlyList<string> words, List<int> operands)
    {
        if (spec.Sub.Length == 0)
            return true;
        var subs = spec.Sub.Split(' ');
        if (operands.Count < subs.Length)
            return false;
        for (var at = 0; at < subs.Length; at++)
        {
            if (!subs[at].Split('|').Contains(words[operands[at]]))
                return false;
        }

        return true;
    }

    private sealed class Reader(ProgramSpec spec, IReadOnlyList<string> words)
    {
        private int _at;

        public List<ReadOption> Options { get; } = [];

        public List<int> Operands { get; } = [];

        public int? Dashes { get; private set; }

        public void Read()
        {
            var ended = false;
            while (_at < words.Count)
            {
                var word = words[_at];
                if (ended || !IsOption(word))
                {
                    Operands.Add(_at++);
                    ended |= Operands.Count >= spec.EndsAfter;
                }
                else if (word == "--")
                {
                    ended = true;
                    Dashes ??= Operands.Count;
                    _at++;
                }
                else
                {
                    ReadOption(word);
                    // What follows the code of python belongs to the code.
                    ended |= spec.EndsAfter == 1 && Options[^1].Role is Role.Code or Role.Module && spec.Language == "python";
                }
            }
        }

        private bool IsOption(string word) => word.Length > 1 && (word[0] == '-' || (word[0] == '+' && spec.Act == Act.Shell));

        private void ReadOption(string word)
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
                ReadLong(word, 2);
            else if (spec.IsSingleDash)
                ReadLong(word, 1);
            else
                ReadLetters(word);
        }

        private void ReadLong(string word, int from)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = spec.Complete(equals < 0 ? word[from..] : word[from..equals]);
            if (equals > 0)
                Options.Add(new(spec.RoleOfValue(name) ?? spec.RoleOfFlag(name), name, _at, equals + 1));
            else if (spec.RoleOfValue(name) is { } role)
                AddWithNext(role, name);
            else
                Options.Add(new(spec.RoleOfFlag(name), name, -1, 0));
            _at++;
        }

        private void ReadLetters(string word)
        {
            for (var letter = 1; letter < word.Length; letter++)
            {
                var name = word[letter].ToString();
                if (spec.Joined.Contains(name, StringComparison.Ordinal))
                {
                    Options.Add(new(spec.RoleOfFlag(name), name, _at, letter + 1));
                    break;
                }

                if (spec.RoleOfValue(name) is not { } role)
                {
                    Options.Add(new(spec.RoleOfFlag(name), name, -1, 0));
                }
                else if (letter + 1 < word.Length && spec.Act != Act.Shell)
                {
                    Options.Add(new(role, name, _at, letter + 1));
                    break;
                }
                else
                {
                    AddWithNext(role, name);
                }
            }

            _at++;
        }

        private void AddWithNext(Role role, string name)
        {
            if (_at + 1 < words.Count)
                Options.Add(new(role, name, ++_at, 0));
            else
                Options.Add(new(role, name, -1, 0));
        }
    }
}

/// <summary>An option of a command line.</summary>
/// <param name="name">Without dashes.</param>
/// <param name="word">The index of the word that holds its value; negative without one.</param>
/// <param name="from">Where in that word the value begins.</param>
internal sealed class ReadOption(Role role, string name, int word, int from)
{
    public Role Role => role;

    public string Name => name;

    public int Word => word;

    public int From => from;
}

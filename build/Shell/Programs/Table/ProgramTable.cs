namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>Every program that is known, once: how its command line is read and what it does.</summary>
internal static class ProgramTable
{
    private static readonly Dictionary<string, ProgramSpec[]> ByName = ReadAll();

    // No fetcher has a longer name.
    private const int LongestName = 16;

    private static Dictionary<string, ProgramSpec[]> ReadAll()
    {
        var byName = new Dictionary<string, ProgramSpec[]>();
        TableReader.Read(Fetchers.All, Add);
        TableReader.Read(Interpreters.All, Add);
        TableReader.Read(Wrappers.All, Add);
        TableReader.Read(FileTools.All, Add);
        TableReader.Read(TextTools.All, Add);
        TableReader.Read(Verifiers.All, Add);
        TableReader.Read(Installers.All, Add);
        return byName;

        void Add(ProgramSpec spec)
        {
            foreach (var name in spec.Names.Split(' '))
                byName[name] = byName.TryGetValue(name, out var others) ? Insert(spec, others) : [spec];
        }
    }

    /// <summary>The most special sub-command first.</summary>
    private static ProgramSpec[] Insert(ProgramSpec spec, ProgramSpec[] others)
    {
        var (all, at) = (new ProgramSpec[others.Length + 1], others.Length);
        for (; at > 0 && others[at - 1].SubLength < spec.SubLength; at--)
            all[at] = others[at - 1];
        all[at] = spec;
        Array.Copy(others, all, at);
        return all;
    }

    /// <summary>What may be known of a program; empty for one that is not known.</summary>
    /// <param name="name">As <see cref="NameOf"/> gives it.</param>
    public static ReadOnlySpan<ProgramSpec> Find(string name) =>
        ByName.TryGetValue(name, out var specs) || ByName.TryGetValue(WithoutVersion(name), out specs) ? specs : [];

    public static bool Is(string name, Act act)
    {
        foreach (var spec in Find(name))
        {
            if (spec.Act == act)
                return true;
        }

        return false;
    }

    /// <summary>The name of the program that a word runs: without its folder and without <c>.exe</c>.</summary>
    public static string NameOf(string word)
    {
        var name = word[(word.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    /// <summary>What reads the words after a program's name, and what they say; null for a program or sub-command that is not known.</summary>
    public static (ProgramSpec Spec, CommandLine Line)? Read(string name, IReadOnlyList<string> words)
    {
        foreach (var spec in Find(name))
        {
            if (CommandLine.Read(spec, words) is { } line)
                return (spec, line);
        }

        return null;
    }

    /// <summary>Whether a text names a program that fetches; most texts do not and need no closer look.</summary>
    public static bool MentionsFetcher(ReadOnlySpan<char> text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("/dev/tcp/", StringComparison.Ordinal))
            return true;
        foreach (var word in text.SplitAny(" \t\r\n;|&()<>\"'`$={}/\\,[]"))
        {
            if (text[word].Length is > 1 and <= LongestName && IsFetcher(text[word].ToString()))
                return true;
        }

        return false;
    }

    private static bool IsFetcher(string name)
    {
        if (!ByName.TryGetValue(name, out var specs))
            return false;
        foreach (var spec in specs)
        {
            if (spec.Act is Act.Fetch or Act.Clone)
                return true;
        }

        return false;
    }

    private static string WithoutVersion(string name)
    {
        var end = name.Length;
        while (end > 1 && (char.IsAsciiDigit(name[end - 1]) || name[end - 1] is '.' or '-'))
            end--;
        return name[..end];
    }
}

namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>Where in the words of a wrapper the program begins that it runs.</summary>
internal static class Wrapping
{
    private static readonly string[] FindRuns = ["-exec", "-execdir", "-ok", "-okdir"];

    /// <param name="words">After the wrapper's name.</param>
    /// <returns>Null when it runs none.</returns>
    public static Range? Find(string name, ProgramSpec spec, CommandLine line, IReadOnlyList<string> words)
    {
        if (name == "find")
            return InFind(words);
        var skip = name == "runuser" && line.Options.Exists(option => option.Name == "u") ? 0 : spec.Skip;
        if (name == "su" || skip >= line.Operands.Count)
            return null;
        var at = line.Operands[skip];
        // Variables before the program, and a `--` between the two.
        while (name is "env" or "sudo" or "doas" && at < words.Count && words[at].IndexOf('=') > 0)
            at++;
        if (at < words.Count && words[at] == "--")
            at++;
        return at < words.Count ? at.. : null;
    }

    private static Range? InFind(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count - 1; at++)
        {
            if (!FindRuns.Contains(words[at]))
                continue;
            var end = at + 1;
            while (end < words.Count && words[end] is not (";" or "+"))
                end++;
            return end > at + 1 ? (at + 1)..end : null;
        }

        return null;
    }
}

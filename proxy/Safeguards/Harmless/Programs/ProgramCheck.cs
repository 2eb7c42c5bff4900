using ClaudeCodeProxy.Safeguards.Harmless.Values;

namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Whether a program, with the words behind it, only reads and prints, or creates and edits files inside the trusted directories.</summary>
internal static class ProgramCheck
{
    /// <param name="words">The program first.</param>
    /// <param name="found">What a search before it in the pipeline prints: names of files for xargs; null where that is not known.</param>
    public static bool IsHarmless(Argument[] words, Surroundings around, Argument? found)
    {
        if (words[0].Kind != ArgumentKind.Known)
            return around.Refuse("which program runs is only known at run time");
        var name = words[0].Text;
        // Where every system has its own programs, a name is as good as its path.
        if (name[..(name.LastIndexOf('/') + 1)] is "/bin/" or "/usr/bin/")
            name = name[(name.LastIndexOf('/') + 1)..];
        var arguments = words[1..];
        return name switch
        {
            "git" => GitCheck.IsHarmless(arguments, around),
            "find" => new FindCheck(arguments, around).IsHarmless(),
            "sed" or "gsed" => FilterCheck.IsHarmlessSed(arguments, around),
            "awk" or "gawk" or "mawk" or "nawk" => FilterCheck.IsHarmlessAwk(arguments, around),
            "jq" => FilterCheck.IsHarmlessJq(arguments, around),
            "xargs" => WrapCheck.IsHarmlessXargs(arguments, around, found),
            "timeout" => WrapCheck.IsHarmlessTimeout(arguments, around, found),
            "command" => WrapCheck.IsHarmlessCommand(arguments, around, found),
            "mkdir" or "touch" or "tee" or "cp" or "mv" => WriteCheck.IsHarmless(name, arguments, around),
            "test" => TestCheck.IsHarmless(arguments, around),
            "printf" => TextCheck.IsHarmlessPrintf(arguments, around),
            "set" => TextCheck.IsHarmlessSet(arguments, around),
            _ => IsHarmlessOther(name, arguments, around),
        };
    }

    private static bool IsHarmlessOther(string name, Argument[] arguments, Surroundings around)
    {
        if (!name.Contains(' ') && ReadingCheck.Find(name, arguments, around) is { } check)
            return check.IsHarmless() && OperandCheck.AreHarmless(check, around);
        return around.Refuse($"`{name}` with these words is not known to only read");
    }
}

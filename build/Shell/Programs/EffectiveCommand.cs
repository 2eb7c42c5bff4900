using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>The program that a command really runs: <c>sudo -E env A=1 bash -s</c> is <c>bash</c> with <c>-s</c>.</summary>
/// <param name="Name">Without its folder; empty when it is only known at run time.</param>
/// <param name="Arguments">The words after the name.</param>
internal sealed record EffectiveCommand(string Name, ImmutableArray<ShellWord> Arguments)
{
    public static EffectiveCommand From(ShellCommand command)
    {
        var at = 0;
        var words = command.Words;
        while (at < words.Length && KnownPrograms.IsWrapper(NameOf(words[at])) && !TakesText(words[at..]) && NextProgram(words, at + 1) is { } next)
            at = next;
        return at < words.Length ? new(NameOf(words[at]), words[(at + 1)..]) : new("", []);
    }

    /// <summary><c>su -c TEXT</c> runs a text instead of a program that its words name.</summary>
    private static bool TakesText(ImmutableArray<ShellWord> words) =>
        NameOf(words[0]) is "su" or "runuser" && words.Any(word => word.Text is "-c" or "--command");

    /// <summary>Wrappers have options with any values, so the next word that is a known program is assumed to be the one that runs.</summary>
    private static int? NextProgram(ImmutableArray<ShellWord> words, int from)
    {
        for (var at = from; at < words.Length; at++)
        {
            var name = NameOf(words[at]);
            if (KnownPrograms.IsInterpreter(name)
                || KnownPrograms.IsFetcher(name)
                || KnownPrograms.IsWrapper(name)
                || KnownPrograms.IsTool(name)
                || PackageManagers.IsPackageManager(name))
            {
                return at;
            }
        }
        return null;
    }

    /// <summary>Whether an option is on: <c>--name</c> or <c>--name=value</c> with any value that does not mean false.</summary>
    public bool HasOption(params ReadOnlySpan<string> options)
    {
        foreach (var word in Arguments)
        {
            var parts = word.Text.Split('=', 2);
            if (options.Contains(parts[0]) && (parts.Length == 1 || !IsFalse(parts[1])))
                return true;
        }
        return false;
    }

    /// <summary>Whether a value means false.</summary>
    public static bool IsFalse(string value) => value.ToLowerInvariant() is "false" or "0" or "no" or "off" or "";

    private static string NameOf(ShellWord word) => word.IsLiteral ? KnownPrograms.GetName(word.Text) : "";
}

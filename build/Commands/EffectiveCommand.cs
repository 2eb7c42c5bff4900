using System.Collections.Immutable;
using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Commands;

/// <summary>What a command really runs: <c>sudo -E env A=1 bash -s</c> is <c>bash</c> with <c>-s</c>.</summary>
/// <param name="Name">Without its folder; empty when it is only known at run time.</param>
/// <param name="Arguments">The words after the name.</param>
internal sealed record EffectiveCommand(string Name, ImmutableArray<ShellWord> Arguments)
{
    public static EffectiveCommand Of(ShellCommand command)
    {
        var at = 0;
        var words = command.Words;
        while (at < words.Length && Programs.IsWrapper(NameOf(words[at])) && NextProgram(words, at + 1) is { } next)
            at = next;
        return at < words.Length ? new(NameOf(words[at]), words[(at + 1)..]) : new("", []);
    }

    /// <summary>Wrappers take options with values of every kind, so the next word that is known as a program is taken for the one that runs.</summary>
    private static int? NextProgram(ImmutableArray<ShellWord> words, int from)
    {
        for (var at = from; at < words.Length; at++)
        {
            var name = NameOf(words[at]);
            if (Programs.IsInterpreter(name) || Programs.IsFetcher(name) || Programs.IsWrapper(name) || PackageManagers.Knows(name))
                return at;
        }
        return null;
    }

    private static string NameOf(ShellWord word) => word.IsLiteral ? Programs.NameOf(word.Text) : "";
}

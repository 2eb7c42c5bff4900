using System.Collections.Immutable;
using ContainerSecurity.Shell.Programs.Table;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>The program that a command really runs: <c>sudo -E env A=1 bash -s</c> is <c>bash</c> with <c>-s</c>.</summary>
/// <param name="name">Without its folder; empty when it is only known at run time.</param>
/// <param name="arguments">The words after the name.</param>
internal sealed class EffectiveCommand(string name, ShellWord[] arguments)
{
    public string Name => name;

    public ShellWord[] Arguments => arguments;

    public static EffectiveCommand From(ShellCommand command)
    {
        var words = command.Words;
        while (words.Length > 0 && InnerOf(words) is { } inner)
            words = words[1..][inner];
        return words.Length == 0 ? new("", []) : new(NameOf(words[0]), words[1..]);
    }

    private static Range? InnerOf(ShellWord[] words)
    {
        var name = NameOf(words[0]);
        if (!ProgramTable.Is(name, Act.Wrap))
            return null;
        var texts = words.Skip(1).Select(word => word.Text).ToList();
        return ProgramTable.Read(name, texts) is { Spec: { Act: Act.Wrap } spec, Line: var line } && !line.Has(Role.Code)
            ? Wrapping.Find(name, spec, line, texts)
            : null;
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

    private static string NameOf(ShellWord word) => word.IsLiteral ? ProgramTable.NameOf(word.Text) : "";
}

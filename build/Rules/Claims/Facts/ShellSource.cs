using ContainerSecurity.Findings;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>A shell text that something of the product runs.</summary>
/// <param name="What">Who runs it, for messages.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record ShellSource(string What, ShellScript Script, Place Place)
{
    /// <summary>The text's lines are those of the file, so that a command can be found in it; else all stands on the first line.</summary>
    public bool KeepsLines { get; init; }

    public Place PlaceOf(CommandFault fault) =>
        KeepsLines ? Place with { Line = Place.Line + fault.LineIn(Script.Text) - 1 } : Place;
}

using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>A simple command: <c>A=1 apt-get -y install "curl" &gt;log</c>.</summary>
internal sealed class ShellCommand
{
    /// <summary>
    /// The program that runs; null when that is only known at run time (<c>$CMD</c>) or nothing runs (<c>A=1</c>). Looks through <c>exec</c>,
    /// <c>command</c>,
    /// <c>builtin</c> and <c>busybox</c>.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>1-based line in the text where it begins.</summary>
    public int Line { get; init; } = 1;

    /// <summary>All words, the command itself first.</summary>
    public ShellWord[] Words { get; init; } = [];

    /// <summary>The assignments before the command.</summary>
    public ShellAssignment[] Assignments { get; init; } = [];

    public ShellRedirection[] Redirections { get; init; } = [];

    /// <summary>The words after the first, quotes and escapes resolved.</summary>
    public ImmutableArray<string> Arguments => field.IsDefault ? field = [.. Words.Skip(1).Select(word => word.Text)] : field;

    /// <summary>The options among the arguments: <c>--name</c> without its value, and each letter of <c>-abc</c>.</summary>
    public ShellFlag[] Flags => field ??= [.. Arguments.SelectMany(ShellFlag.Parse)];
}

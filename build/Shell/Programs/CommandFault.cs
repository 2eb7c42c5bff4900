using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Something that a command does and a rule or claim forbids.</summary>
/// <param name="kind">Which fault it is, where several are looked for at once.</param>
/// <param name="message">The end of a sentence.</param>
/// <param name="line">1-based line of the script's text.</param>
internal sealed class CommandFault(FaultKind kind, string message, int line)
{
    /// <summary>The file of the repository in which it stands, relative to its root; null for the script itself.</summary>
    public string? File { get; init; }

    public CommandFault(string message, ShellCommand command) : this(FaultKind.Other, message, command.Line)
    {
    }

    public FaultKind Kind => kind;

    public string Message => message;

    public int Line => line;

    public override bool Equals(object? obj) => obj is CommandFault other
        && other.Kind == kind && other.Message == message && other.Line == line && other.File == File;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(message) ^ line;
}

/// <summary>What is wrong with what a command runs.</summary>
internal enum FaultKind
{
    Other,

    /// <summary>What is fetched is run at once, before anything could look at it.</summary>
    RunUnseen,

    /// <summary>A file that is fetched is run, installed or made executable, and nothing compared it.</summary>
    RunUnverified,

    /// <summary>Code is installed or run whose content may be another tomorrow: a clone without a commit, a package from an address.</summary>
    RunUnpinned,

    /// <summary>A file is compared with a digest that comes from the same place.</summary>
    ComparedWithItself,

    /// <summary>A file of the repository is run, and nobody can say what it does.</summary>
    RunUnread,
}

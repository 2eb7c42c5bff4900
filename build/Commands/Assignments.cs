using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Commands;

/// <summary>The variables that a command sets: before it, and as words of those that declare variables.</summary>
internal static class Assignments
{
    private static readonly string[] Declarations = ["export", "declare", "local", "readonly", "typeset", "env"];

    /// <returns>Names, and the words that hold the values; of a declaration the whole word, <c>NAME=value</c>.</returns>
    public static IEnumerable<(string Name, ShellWord Value)> Of(ShellCommand command)
    {
        var before = command.Assignments.Select(assignment => (assignment.Name, assignment.Value));
        return IsDeclaration(command) ? before.Concat(command.Words.Skip(1).Select(word => (word.Text.Split('=')[0], word))) : before;
    }

    /// <summary>Names with the values as texts.</summary>
    public static IEnumerable<(string Name, string Value)> TextsOf(ShellCommand command) =>
    [
        .. command.Assignments.Select(assignment => (assignment.Name, assignment.Value.Text)),
        .. IsDeclaration(command)
            ? command.Words.Skip(1).Select(word => word.Text.Split('=', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]))
            : [],
    ];

    private static bool IsDeclaration(ShellCommand command) => Declarations.Contains(command.Name);
}

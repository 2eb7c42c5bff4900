using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Finds the variables that a command sets: before it, and as arguments of commands that declare variables.</summary>
internal static class Assignments
{
    private static readonly string[] Declarations = ["export", "declare", "local", "readonly", "typeset", "env"];

    /// <returns>Names, values as texts, and the words that hold them.</returns>
    public static IEnumerable<(string Name, string Value, ShellWord Word)> Find(ShellCommand command)
    {
        var before = command.Assignments.Select(assignment => (assignment.Name, assignment.Value.Text, assignment.Value));
        return Declarations.Contains(command.Name) ? before.Concat(command.Words.Skip(1).SelectMany(Declared)) : before;
    }

    private static IEnumerable<(string Name, string Value, ShellWord Word)> Declared(ShellWord word) =>
        word.Text.Split('=', 2) is [var name, var value] ? [(name, value, word)] : [];
}

using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>What a command does that no claim allows.</summary>
internal sealed record CommandFault(string Message, ShellCommand Command)
{
    /// <summary>The line of the text on which the command begins, as well as can be said: the first that holds its first words; 1-based.</summary>
    public int FindLine(string text)
    {
        var marks = Command.Words.Where(word => word.IsLiteral && word.Text.Length > 0).Take(3).Select(word => word.Text).ToList();
        var lines = text.Split('\n');
        for (var wanted = marks.Count; wanted > 0; wanted--)
        {
            if (Array.FindIndex(lines, line => HoldsAll(line, marks.Take(wanted))) is var at and >= 0)
                return at + 1;
        }
        return 1;
    }

    private static bool HoldsAll(string line, IEnumerable<string> marks) =>
        !line.TrimStart().StartsWith('#') && marks.All(mark => line.Contains(mark, StringComparison.Ordinal));
}

using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Something that a command does and a claim forbids.</summary>
internal sealed record CommandFault(string Message, ShellCommand Command)
{
    /// <summary>The most likely line of the command in a text: the first line that contains its first words; 1-based.</summary>
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

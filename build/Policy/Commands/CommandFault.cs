using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Policy.Commands;

/// <summary>What a command does that no claim allows.</summary>
internal sealed record CommandFault(string Message, ShellCommand Command)
{
    /// <summary>The line of the text on which the command begins, as well as can be said: the first that holds its first words; 1-based.</summary>
    public int LineIn(string text)
    {
        var marks = Command.Words.Where(word => word.IsLiteral && word.Text.Length > 0).Take(3).Select(word => word.Text).ToList();
        var lines = text.Split('\n');
        for (var wanted = marks.Count; wanted > 0; wanted--)
        {
            var at = Array.FindIndex(lines, line => marks.Take(wanted).All(mark => line.Contains(mark, StringComparison.Ordinal)) && !line.TrimStart().StartsWith('#'));
            if (at >= 0)
                return at + 1;
        }
        return 1;
    }
}

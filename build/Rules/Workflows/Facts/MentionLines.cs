namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Lines of a script that name a file of the runner, in their order.</summary>
internal sealed class MentionLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _at;

    /// <summary>The next line that names a file; the last one that did where no other follows. 1-based.</summary>
    public int Next(Func<string, bool> names)
    {
        for (var line = _at; line < _lines.Length; line++)
        {
            if (names(_lines[line]))
            {
                _at = line + 1;
                break;
            }
        }

        return Math.Max(_at, 1);
    }
}

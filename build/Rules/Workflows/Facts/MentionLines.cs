namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>Lines of a script that name a file of the runner, in their order.</summary>
internal sealed class MentionLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _at;

    /// <summary>The next line that names the file; the last one that did where no other follows. 1-based.</summary>
    public int Next(RunnerFile file)
    {
        for (var line = _at; line < _lines.Length; line++)
        {
            if (RunnerFiles.In(_lines[line]) == file)
            {
                _at = line + 1;
                break;
            }
        }

        return Math.Max(_at, 1);
    }
}

namespace ClaudeCodeProxy.Cli;

/// <summary>What follows <c>judge</c>: <c>[--cwd=DIR] [--tool=NAME] COMMAND</c>.</summary>
/// <param name="directory">Where the command runs; null for where the program does.</param>
/// <param name="tool">As Claude Code knows it.</param>
/// <param name="text">The command, or the JSON of another tool's input; <c>-</c> for what stands on standard input.</param>
internal sealed class JudgeArguments(string? directory, string tool, string text)
{
    public string? Directory => directory;

    public string Tool => tool;

    public string Text => text;

    public static JudgeArguments Parse(IReadOnlyList<string> args, int first)
    {
        string? directory = null, text = null;
        var tool = "Bash";
        for (var i = first; i < args.Count; i++)
        {
            if (text is null && args[i].StartsWith("--cwd=", StringComparison.Ordinal))
                directory = args[i]["--cwd=".Length..];
            else if (text is null && args[i].StartsWith("--tool=", StringComparison.Ordinal))
                tool = args[i]["--tool=".Length..];
            else if (text is not null)
                throw new UsageException($"'{args[i]}' is one word too many: write the command to judge as one, between quotes.");
            else
                text = args[i];
        }

        if (text is null || directory?.Length == 0 || tool.Length == 0)
            throw new UsageException("'judge' needs a command, as in claude-code-proxy judge --cwd=/srv/app 'rm -rf build'.");
        return new JudgeArguments(directory, tool, text);
    }
}

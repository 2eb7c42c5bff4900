namespace ClaudeCodeProxy.Anthropic.ClientTools;

/// <summary><c>bash_20241022</c> and <c>bash_20250124</c>, which take the same input.</summary>
internal static class BashTool
{
    public static readonly ClientTool Instance = new(
        "Runs commands in one bash session that keeps its working directory, variables and background processes between calls. "u8
        + "Commands cannot be interactive, and get no input once they run."u8,
        """{"type":"object","properties":{"command":{"type":"string","description":"The command to run. Required unless restart is true."}"""u8
        + ""","restart":{"type":"boolean","description":"True starts the session anew instead of running a command."}}}"""u8);
}

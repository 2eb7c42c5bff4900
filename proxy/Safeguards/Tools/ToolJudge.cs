using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Safeguards.Tools;

internal static class ToolJudge
{
    public static Verdict Judge(SafeguardContext context, ToolCall call) =>
        call.Name == "Bash" ? ShellJudge.Judge(context, System.Text.Json.JsonDocument.Parse(call.Input).RootElement.GetProperty("command").GetString()!)
        : Verdict.Undecided($"nothing is known of {call.Name}");
}

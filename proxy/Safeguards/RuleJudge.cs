using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Tools;

namespace ClaudeCodeProxy.Safeguards;

/// <summary>
/// Judges tool calls by rules alone: the same call in the same place is always judged the same, without I/O. What is flagged is looked for first;
/// what is left is cleared only where all of it is understood.
/// </summary>
internal static class RuleJudge
{
    public static Verdict Judge(SafeguardContext context, ToolCall call) => ToolJudge.Judge(context, call);
}

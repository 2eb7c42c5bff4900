using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;
using ClaudeCodeProxy.Safeguards.Flags;

namespace ClaudeCodeProxy.Safeguards;

/// <summary>
/// Judges tool calls by rules alone: the same call in the same place is always judged the same, without I/O. What is flagged is looked for first;
/// what is left is cleared only where all of it is understood.
/// </summary>
internal static class RuleJudge
{
    public static Verdict Judge(SafeguardContext context, ToolCall call)
    {
        if (call.Name != "Bash")
            return Verdict.Undecided($"nothing is known of {call.Name}");
        var cursor = new JsonCursor(call.Input.Span);
        var command = "";
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("command"u8))
                command = cursor.ReadText().ToString(call.Input.Span);
            else
                cursor.Skip();
        }

        return FlagJudge.Find(context, command) ?? Verdict.Undecided("not understood");
    }
}

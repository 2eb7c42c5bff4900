using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Safeguards;
using ClaudeCodeProxy.Safeguards.Facts;

namespace Proxy.Tests.Safeguards;

/// <summary>Judges calls in <c>/home/u/app</c>, the one directory that is trusted.</summary>
internal static class Judging
{
    public static SafeguardContext Context { get; } = new()
    {
        WorkingDirectory = "/home/u/app",
        HomeDirectory = "/home/u",
        TrustedDirectories = ["/home/u/app"],
    };

    public static Verdict Bash(string command) => Call("Bash", new { command = command.Replace('⏎', '\n') });

    public static Verdict Call(string tool, object input) => Call(Context, tool, input);

    public static Verdict Call(SafeguardContext context, string tool, object input) =>
        RuleJudge.Judge(context, new ToolCall(tool, JsonSerializer.SerializeToUtf8Bytes(input)));

    public static Verdict Json(string tool, string input, string schema = "") =>
        RuleJudge.Judge(Context, new ToolCall(tool, Encoding.UTF8.GetBytes(input), Encoding.UTF8.GetBytes(schema)));

    /// <summary>One row for each line.</summary>
    public static TheoryData<string> Rows(string lines) => [.. lines.Split('\n')];
}

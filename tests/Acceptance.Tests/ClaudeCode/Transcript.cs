using System.Text.Json;
using System.Text.RegularExpressions;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>
/// What Claude Code told of one question, an event a line (<c>--output-format stream-json</c>), and what its proxy logged meanwhile.
/// </summary>
/// <param name="shown">Exit code and events.</param>
/// <param name="log">Of the proxy.</param>
internal sealed partial class Transcript(ToolResult shown, string log)
{
    private readonly List<JsonElement> _events =
        [.. shown.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public int ExitCode => shown.ExitCode;

    /// <summary>The tools that were called, those of a sub-agent included.</summary>
    public IEnumerable<string> Calls =>
        Blocks("assistant", "tool_use").Select(call => call.GetProperty("name").GetString()!);

    /// <summary>What the tools gave back, as the model sees it.</summary>
    public IEnumerable<string> Results => Blocks("user", "tool_result").Select(result => result.GetProperty("content").ToString());

    /// <summary>The final answer; empty where there was none.</summary>
    public string Answer => Last.TryGetProperty("result", out var text) ? text.GetString()! : "";

    /// <summary>Errors as Claude Code tells them, and every response of the proxy that was one.</summary>
    public IEnumerable<string> Errors =>
    [
        .. _events.Where(told => ErrorEvent().IsMatch(told.ToString())).Select(told => told.ToString()),
        .. log.Split('\n').Where(line => ErrorLine().IsMatch(line)),
    ];

    private JsonElement Last => _events[^1];

    private IEnumerable<JsonElement> Blocks(string by, string type) => _events
        .Where(told => Type(told) == by)
        .SelectMany(told => told.GetProperty("message").GetProperty("content").EnumerateArray())
        .Where(block => Type(block) == type);

    private static string? Type(JsonElement element) => element.GetProperty("type").GetString();

    /// <summary>A request that is repeated, a tool that failed, a turn that ended in an error.</summary>
    [GeneratedRegex("""
        "subtype":"(?:api_retry|api_error|error)|"is_error":true|"isApiErrorMessage":true
        """)]
    private static partial Regex ErrorEvent();

    /// <summary>Such as <c>[12:00:00] [DBG] req_1 POST /v1/messages 400 invalid_request_error</c>, or a failure of the upstream.</summary>
    [GeneratedRegex(@"\[ERR\]|\[DBG\] \S+ [A-Z]+ \S+ [45]\d\d |upstream status=[45]")]
    private static partial Regex ErrorLine();
}

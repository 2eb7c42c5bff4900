using System.Buffers;

namespace ClaudeCodeProxy.Translation.Tools;

/// <summary>
/// The end of a tool call's id that makes it the only one of its name, as Anthropic's are: many servers begin to number anew with every response
/// (<c>call_0</c>), while clients tell all calls of a session and its sub-agents apart by their ids. It is <c>_ccp</c>, the last letters of the
/// message's id, and the call's number in the message.
/// </summary>
internal static class ToolCallMark
{
    private const int Letters = 8;
    private const int MaxLength = Letters + 3;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    private static ReadOnlySpan<byte> Start => "_ccp"u8;

    /// <param name="messageId">Begins with <c>msg_</c>.</param>
    public static string Create(string messageId, int number) => $"_ccp{messageId[Math.Max("msg_".Length, messageId.Length - Letters)..]}{number}";

    public static ReadOnlySpan<byte> TakeOff(ReadOnlySpan<byte> id)
    {
        var start = id.LastIndexOf(Start);
        if (start <= 0)
            return id;
        var letters = id[(start + Start.Length)..];
        return letters.Length is > 1 and <= MaxLength && !letters.ContainsAnyExcept(Allowed) ? id[..start] : id;
    }
}

using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Finds by which name a client calls its conversation: Claude Code says it in a header, and inside <c>metadata.user_id</c>, which is the text of a
/// JSON
/// object with <c>session_id</c> (older clients end it with <c>_session_</c> and the id). An agent within it has a conversation of its own.
/// </summary>
internal static class SessionId
{
    private const string OlderMark = "_session_";

    public static string? Find(IHeaderDictionary headers, MessagesRequest request)
    {
        var session = headers["x-claude-code-session-id"].ToString() is { Length: > 0 } said ? said : InUserId(request);
        return session is null ? null : session + headers["x-claude-code-agent-id"];
    }

    private static string? InUserId(MessagesRequest request)
    {
        if (request.UserId.IsEmpty)
            return null;
        var userId = request.UserId.ToString(request.Body.Span);
        if (userId.StartsWith('{'))
            return InJson(Encoding.UTF8.GetBytes(userId));
        var mark = userId.LastIndexOf(OlderMark, StringComparison.Ordinal);
        return mark < 0 ? null : userId[(mark + OlderMark.Length)..];
    }

    private static string? InJson(byte[] json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            cursor.BeginObject();
            while (cursor.NextMember(out var name))
            {
                if (name.SequenceEqual("session_id"u8))
                    return cursor.ReadTextOrNull() is { IsEmpty: false } session ? session.ToString(json) : null;
                cursor.Skip();
            }
        }
        catch (JsonFormatException)
        {
            // It only looked like JSON: any text may be a user's id.
        }

        return null;
    }
}

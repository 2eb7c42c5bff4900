using System.Text.Unicode;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads a request's body in one pass; of a repeated member the last counts, unknown ones are passed over.</summary>
internal static class RequestReader
{
    public static MessagesRequest Read(ReadOnlyMemory<byte> body, KnownTools? known = null)
    {
        if (!Utf8.IsValid(body.Span))
            throw new ApiErrorException(ApiError.InvalidRequest("the request body is not valid UTF-8"));
        try
        {
            var cursor = new JsonCursor(body.Span);
            var request = ReadBody(ref cursor, body, known);
            cursor.ExpectEnd();
            return request;
        }
        catch (JsonFormatException e)
        {
            var path = JsonPath.To(body.Span, e.Position);
            throw new ApiErrorException(ApiError.InvalidRequest($"{(path.Length > 0 ? path : "request body")}: {e.Message} (at byte {e.Position})"));
        }
    }

    private static MessagesRequest ReadBody(ref JsonCursor cursor, ReadOnlyMemory<byte> body, KnownTools? known)
    {
        var members = new RequestMembers(known);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
            members.Read(ref cursor, name, body.Span);
        return members.ToRequest(body);
    }
}

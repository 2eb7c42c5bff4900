using System.Globalization;
using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// The members that error bodies tell their problem with: <c>{"error":{…}}</c>, <c>{"error":"…"}</c>, <c>{"message":"…"}</c>, <c>{"detail":"…"}</c>,
/// or an array of one of them.
/// </summary>
internal struct ProblemMembers
{
    private JsonText _message;
    private JsonText _type;
    private JsonValue _code;
    private int? _promptTokens;
    private int? _contextTokens;

    public void Read(ref JsonCursor cursor)
    {
        switch (cursor.Peek())
        {
            case JsonKind.Object: ReadObject(ref cursor); break;
            case JsonKind.Text: _message = cursor.ReadText(); break;
            case JsonKind.Array:
                cursor.BeginArray();
                while (cursor.NextElement())
                    Read(ref cursor);
                break;
            default: cursor.Skip(); break;
        }
    }

    public readonly UpstreamProblem ToProblem(ReadOnlySpan<byte> body)
    {
        var message = _message.IsPresent ? _message.ToString(body) : "";
        var type = _type.IsPresent ? _type.ToString(body) : "";
        var code = _code.IsPresent ? Encoding.UTF8.GetString(_code.In(body)) : "";
        return new UpstreamProblem(message, $"{code} {type}", _promptTokens, _contextTokens);
    }

    private void ReadObject(ref JsonCursor cursor)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            var kind = cursor.Peek();
            if (name.SequenceEqual("error"u8) || name.SequenceEqual("detail"u8))
                Read(ref cursor);
            else if (name.SequenceEqual("message"u8) && kind == JsonKind.Text)
                _message = cursor.ReadText();
            else if (name.SequenceEqual("type"u8) && kind == JsonKind.Text)
                _type = cursor.ReadText();
            else if (name.SequenceEqual("code"u8))
                _code = cursor.ReadValue();
            else if (name.SequenceEqual("n_prompt_tokens"u8))
                _promptTokens = ReadCount(ref cursor);
            else if (name.SequenceEqual("n_ctx"u8))
                _contextTokens = ReadCount(ref cursor);
            else
                cursor.Skip();
        }
    }

    private static int? ReadCount(ref JsonCursor cursor) =>
        int.TryParse(cursor.Take(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
